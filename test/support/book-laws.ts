import { decimalText, fraction, minus, plus, sign, sum } from "../oracle/fraction";
import { type JsonBook, rowsOf, textOf } from "../oracle/oracle-book";
import type { Figures } from "./posted";
import { offTheirStandard } from "./standard-law";

type Rows = ReturnType<Figures["report"]>;
type Row = Rows[number];

function figure(row: Row, column: string): ReturnType<typeof fraction> {
  return fraction(String(row[column] ?? 0));
}

/** Sums of columns of a report by one of its columns, one a line; what comes to nothing is left out. */
function sums(rows: Rows, by: string, columns: string): readonly string[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(String(row[by]), [...(groups.get(String(row[by])) ?? []), row]);
  const totals = [...groups].map(([key, own]) => {
    const all = columns.split(" ").map((column) => sum(own.map((row) => figure(row, column))));
    return { line: [key, ...all.map(decimalText)].join(" "), isNothing: all.every((one) => sign(one) === 0) };
  });
  return totals.flatMap(({ line, isNothing }) => (isNothing ? [] : [line])).sort();
}

/** What differs between two lists of lines. */
function apart(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...a.filter((line) => !b.includes(line)), ...b.filter((line) => !a.includes(line))];
}

/** Every law by its name: what breaks it in a book, nothing where it holds. */
type Law = (figures: Figures, book: JsonBook) => readonly string[];

const laws: Readonly<Record<string, Law>> = {
  "quantity 0 is worth 0.00": ({ report }) =>
    report("stock-on-hand")
      .filter(({ qty, value }) => qty === 0 && value !== 0)
      .map((row) => JSON.stringify(row)),

  "the ledger sums to what lies there": ({ report }) => {
    const columns = ["item", "qty value"] as const;
    return apart(sums(report("stock-ledger"), ...columns), sums(report("stock-on-hand"), ...columns));
  },

  "the lots sum to what lies there": ({ report }) => {
    const columns = ["item", "qty value"] as const;
    return apart(sums(report("stock-lots"), ...columns), sums(report("stock-on-hand"), ...columns));
  },

  "the ages of stock sum to what lies there": ({ report }) => {
    const rows = report("stock-ageing");
    const total = (row: Row, start: string): number => {
      const own = Object.keys(row).filter(
        (id) => id === `negative${start}` || RegExp(`^${start}\\d+$`, "i").test(id),
      );
      return Number(decimalText(sum(own.map((id) => figure(row, id)))));
    };
    const aged = rows.map((row) => {
      return { item: row["item"] ?? null, qty: total(row, "Qty"), value: total(row, "Value") };
    });
    return apart(sums(aged, "item", "qty value"), sums(report("stock-on-hand"), "item", "qty value"));
  },

  "what moved closes at what lies there": ({ report }) => {
    const moved = report("stock-movement").map((row) => ({
      item: row["item"] ?? null,
      qty: row["closingQty"] ?? null,
      value: row["closingValue"] ?? null,
    }));
    return apart(sums(moved, "item", "qty value"), sums(report("stock-on-hand"), "item", "qty value"));
  },

  "a transfer makes and loses nothing": ({ report }) => {
    const rows = report("stock-ledger").filter(({ type }) => ["DB", "DC", "DR"].includes(String(type)));
    return sums(rows, "rowId", "qty");
  },

  "every row says what it moved": ({ report }, book) => {
    const moved = new Map(
      sums(report("stock-ledger"), "rowId", "value").map((line) => {
        const [rowId = "", value = "0"] = line.split(" ");
        return [rowId, value.replace("-", "")];
      }),
    );
    return (["purchases", "sales"] as const)
      .flatMap((table) => rowsOf(book, table))
      .filter((row) => ["RK", "CT", "CK", "XT", "LS", "LT"].includes(textOf(row, "type")))
      .filter((row) => textOf(row, "status") === "posted" && textOf(row, "item") !== "WORK")
      .filter((row) => {
        const told = decimalText(fraction(textOf(row, "cost") || "0")).replace("-", "");
        return told !== (moved.get(textOf(row, "rowId")) ?? "0");
      })
      .map((row) => `${textOf(row, "rowId")} ${textOf(row, "cost")}`);
  },

  "settled and open come to the amount": ({ report }) =>
    report("open-items", { all: "yes" })
      .filter((row) => {
        const parts = plus(figure(row, "settled"), figure(row, "open"));
        return decimalText(minus(parts, figure(row, "amount"))) !== "0";
      })
      .map((row) => JSON.stringify(row)),

  "the ages of debts sum to what is open": ({ report }) =>
    ["receivable", "payable"].flatMap((side) => {
      const aged = report("partner-ageing", { side });
      const columns = Object.keys(aged.at(0) ?? {}).filter((id) => /^(notDue|bucket\d+|advances)$/.test(id));
      const parts = aged.map((row) => ({
        partner: row["partner"] ?? null,
        total: Number(decimalText(sum(columns.map((column) => figure(row, column))))),
      }));
      const open = report("open-items", { side }).map(({ partner, open: total }) => ({ partner, total }));
      const balance = sums(open, "partner", "total");
      return [
        ...apart(sums(parts, "partner", "total"), balance),
        ...apart(sums(aged, "partner", "total"), balance),
      ];
    }),

  "the cash book's last balance is what came in less what went out": ({ report }) => {
    const rows = report("cash-book");
    const last = new Map(rows.map((row) => [row["account"], row]));
    return [...last]
      .filter(([account, row]) => {
        const own = rows.filter((one) => one["account"] === account);
        const balance = sum(own.map((one) => minus(figure(one, "in"), figure(one, "out"))));
        return decimalText(minus(balance, figure(row, "balance"))) !== "0";
      })
      .map(([account]) => String(account));
  },

  "a pivot over sales comes to the ledger": ({ report }) => {
    const pivot = report("sales-pivot", { rows: "item", measure: "cost", types: "CK,XT,LS,LT" });
    const grand = pivot.find((row) => row["level"] === -1);
    const sold = report("stock-ledger").filter(({ type }) => ["CK", "XT", "LS", "LT"].includes(String(type)));
    const cost = sum(sold.map((row) => figure(row, "value")));
    return decimalText(plus(cost, fraction(String(grand?.["*|cost"] ?? 0)))) === "0"
      ? []
      : [JSON.stringify(grand)];
  },

  "goods at standard cost are worth their quantity at it": ({ report }, book) =>
    offTheirStandard(report("stock-ledger"), book),

  "the self-check finds nothing": ({ failures }) => failures.map((one) => JSON.stringify(one)),
};

/** What of the laws that hold for every book a book breaks, by their names; nothing where all hold. */
export function brokenLaws(figures: Figures, book: JsonBook): Readonly<Record<string, readonly string[]>> {
  const wrong = Object.entries(laws).map(([name, law]) => [name, law(figures, book)] as const);
  return Object.fromEntries(wrong.filter(([, lines]) => lines.length > 0));
}
