import { documentAmounts } from "./amounts";
import { decimalText } from "./fraction";
import { rowsOf } from "./oracle-book";
import type { JsonBook, Row } from "./oracle-book";

/**
 * Posted rows by table, written short: `number`, `line` 1, `date` and a rowId by place are added where
 * missing.
 */
export interface PostedRows {
  readonly settings?: Readonly<Record<string, string>>;
  readonly items?: readonly Row[];
  readonly purchases?: readonly Row[];
  readonly sales?: readonly Row[];
  readonly stock?: readonly Row[];
  readonly payments?: readonly Row[];
}

function completed(table: string, rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => {
    const id = `${String(row["date"])}-${table}-${index}`;
    return { rowId: id, number: id, line: 1, warehouse: "MAIN", item: "bolt", status: "posted", ...row };
  });
}

/** A book of posted rows with one goods item `bolt` unless others are named, and warehouses MAIN and SHOP. */
export function postedBook(rows: PostedRows): JsonBook {
  return {
    settings: Object.entries(rows.settings ?? {}).map(([key, value]) => ({ key, value })),
    items: rows.items ?? [{ code: "bolt" }],
    warehouses: [{ code: "MAIN" }, { code: "SHOP" }],
    partners: [
      { code: "C1", kind: "customer" },
      { code: "S1", kind: "supplier" },
    ],
    accounts: [{ code: "bank" }],
    purchases: completed("purchases", rows.purchases ?? []),
    sales: completed("sales", rows.sales ?? []),
    stock: completed("stock", rows.stock ?? []),
    payments: completed("payments", rows.payments ?? []),
  };
}

/**
 * A book of drafts with complete headers, as if every row had been posted as typed: a number a draft, blank
 * policies filled in, amounts computed. Nothing is refused, so stock may run short.
 */
export function postedAsTyped(drafts: JsonBook): JsonBook {
  const tables = ["purchases", "sales", "stock", "payments"].map((table) => {
    const rows = rowsOf(drafts, table).map((row) => {
      return { ...row, number: `${String(row["type"])}-${String(row["draft"])}`, status: "posted" };
    });
    const isPriced = table === "purchases" || table === "sales";
    return [table, isPriced ? withAmounts(drafts, rows) : rows] satisfies [string, readonly Row[]];
  });
  return { ...drafts, ...Object.fromEntries(tables) };
}

function withAmounts(drafts: JsonBook, rows: readonly Row[]): readonly Row[] {
  const numbers = [...new Set(rows.map((row) => row["number"]))];
  return numbers.flatMap((number) => {
    const lines = rows
      .filter((row) => row["number"] === number)
      .sort((a, b) => Number(a["line"]) - Number(b["line"]));
    const amounts = documentAmounts(drafts, lines).map((one) => ({
      net: decimalText(one.net),
      tax: decimalText(one.tax),
      total: decimalText(one.total),
    }));
    return lines.map((line, index) => ({ ...line, ...amounts.at(index) }));
  });
}
