import {
  decimalText,
  minus,
  most,
  over,
  plus,
  rounded,
  same,
  sign,
  sum,
  times,
  zero,
} from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import { type InvoicedSale, invoicedSales } from "../oracle/invoiced-sales";
import {
  amountOf,
  type Entry,
  type JsonBook,
  type OracleBook,
  readBook,
  rowsOf,
  textOf,
} from "../oracle/oracle-book";
import { apart, figure, sumOf, sums } from "./laws-of-figures";
import type { Laws, ShownRow } from "./laws-of-figures";

const DAYS = ["2026-01-20", "2026-02-05", "2026-12-31"];
const ORDERS = ["QG", "XJ", "CH", "CG", "BJ", "XH", "XS"];

/** The lines that refer to one, by its rowId, dated no later than a day. */
function referring({ entries }: OracleBook, line: Entry, asOf: string): readonly Entry[] {
  return entries.filter((one) => one.date <= asOf && textOf(one.row, "ref") === line.rowId);
}

function qtyOf(entries: readonly Entry[], ...types: readonly string[]): Fraction {
  return sum(entries.filter(({ type }) => types.includes(type)).map(({ qty }) => qty));
}

/** What was ordered on the offer, or received, delivered or ordered against the line itself. */
function executedOf(book: OracleBook, line: Entry, asOf: string): Fraction {
  return sum(
    referring(book, line, asOf).map((one) => (one.type === "XJ" ? executedOf(book, one, asOf) : one.qty)),
  );
}

/** The receipts and deliveries that execute a line in the end, whatever stands between. */
function goodsFor(book: OracleBook, line: Entry, asOf: string): readonly Entry[] {
  return referring(book, line, asOf).flatMap((one) =>
    ["RK", "CK"].includes(one.type) ? [one] : goodsFor(book, one, asOf),
  );
}

/** Until which day, and on which days what was finished by hand was, by rowId: as the log tells. */
interface Until {
  readonly asOf: string;
  readonly finished: ReadonlyMap<string, string>;
}

/** The day of the log's moment, or the day that it tells behind that. */
function finishedOn(json: JsonBook): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const row of rowsOf(json, "log")) {
    if (textOf(row, "action") !== "finish") continue;
    const isStatus = textOf(row, "column") === "status";
    days.set(textOf(row, "rowId"), isStatus ? textOf(row, "time").slice(0, 10) : textOf(row, "after"));
  }
  return days;
}

function isClosed({ row, rowId }: Entry, { asOf, finished }: Until): boolean {
  return textOf(row, "status") === "closed" && (finished.get(rowId) ?? "") <= asOf;
}

function stateOf(closed: boolean, executed: Fraction, open: Fraction): string {
  if (closed) return "closed";
  if (sign(open) === 0) return "done";
  return sign(executed) > 0 ? "partial" : "none";
}

function daysLate(line: Entry, open: Fraction, asOf: string): number {
  const promised = textOf(line.row, "promised");
  if (promised === "" || sign(open) === 0) return 0;
  return Math.max(0, Math.round((Date.parse(asOf) - Date.parse(promised)) / 86_400_000));
}

/** What became of an order's line by a day, as a line of text. */
function fateOf(book: OracleBook, line: Entry, until: Until): string {
  const { asOf } = until;
  const executed = executedOf(book, line, asOf);
  const goods = goodsFor(book, line, asOf);
  const after = goods.flatMap((one) => referring(book, one, asOf));
  const closed = isClosed(line, until);
  const open = closed ? zero : most(zero, minus(line.qty, executed));
  const figures = [line.qty, executed, qtyOf(after, "CT", "XT"), qtyOf(after, "CF", "XF"), open];
  return [line.number, line.line, line.partner || "-", ...figures.map(decimalText)]
    .concat(stateOf(closed, executed, open), daysLate(line, open, asOf))
    .join(" ");
}

function shownFate(row: ShownRow): string {
  const figures = ["ordered", "executed", "returned", "invoiced", "open"].map((id) => figure(row, id));
  return [row["number"], row["line"], row["partner"] ?? "-", ...figures.map(decimalText)]
    .concat(row["state"], row["late"])
    .join(" ");
}

/**
 * The purchase line that a receipt, return or invoice belongs to: its order's, else its receipt's, else its
 * own.
 */
function rootOf(book: OracleBook, entry: Entry): Entry {
  const of = book.entries.find(
    ({ rowId, table }) => table === "purchases" && rowId === textOf(entry.row, "ref"),
  );
  return of === undefined || of.type === "QG" ? entry : rootOf(book, of);
}

/** What so much of a line comes to at its own price. */
function atOwnPrice(book: OracleBook, line: Entry, qty: Fraction): Fraction {
  const net = amountOf(line.row, "net");
  return sign(line.qty) === 0 ? zero : rounded(over(times(net, qty), line.qty), book.decimals);
}

const traded = ["RK", "CT", "CF"];

/** Every purchase line that was received or invoiced: quantities and amounts from the rows. DOMAIN §8.7. */
function matches(book: OracleBook): readonly string[] {
  const own = book.entries.filter(
    ({ table, type, item }) => table === "purchases" && traded.includes(type) && item !== null,
  );
  const chains = new Map<Entry, Entry[]>();
  for (const entry of own) {
    const root = rootOf(book, entry);
    if (root !== entry || entry.type !== "CT") chains.set(root, [...(chains.get(root) ?? []), entry]);
  }
  return [...chains].map(([root, entries]) => {
    const invoices = entries.filter(({ type }) => type === "CF");
    const invoiced = qtyOf(invoices, "CF");
    const billed = sum(invoices.map(({ row }) => amountOf(row, "net")));
    const agreed = root.type === "CF" ? billed : atOwnPrice(book, root, invoiced);
    const quantities = [qtyOf(entries, "RK"), qtyOf(entries, "CT"), invoiced];
    const amounts = [agreed, billed, minus(billed, agreed)];
    return [root.number, root.line, root.type === "CG" ? decimalText(root.qty) : "-"]
      .concat([...quantities, ...amounts].map(decimalText))
      .join(" ");
  });
}

function shownMatch(row: ShownRow): string {
  const ids = ["received", "returned", "invoiced", "agreed", "billed", "difference"];
  return [row["number"], row["line"], row["ordered"] === null ? "-" : decimalText(figure(row, "ordered"))]
    .concat(ids.map((id) => decimalText(figure(row, id))))
    .join(" ");
}

/** What a register's row adds to a pivot: what comes or goes back counts against. */
function figuresOf(entry: Entry, cost: Fraction) {
  const isBack = ["CT", "XT", "LT"].includes(entry.type);
  const signed = (amount: Fraction): Fraction => (isBack ? minus(zero, amount) : amount);
  const net = signed(amountOf(entry.row, "net"));
  const figures = { qty: signed(entry.qty), net, total: signed(amountOf(entry.row, "total")), cost };
  return { ...figures, margin: minus(net, cost) };
}

const MEASURES = ["qty", "net", "total", "cost", "margin"] as const;

/** Every measure by its name. */
function measured(text: (id: (typeof MEASURES)[number]) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(MEASURES.map((id) => [id, text(id)] as const));
}

/**
 * The rows of a register of some types as a pivot by columns would have them: text of the columns, figures.
 */
function pivoted(
  book: OracleBook,
  costs: ReadonlyMap<string, Fraction>,
  { table, types, by }: { table: string; types: readonly string[]; by: (entry: Entry) => string },
): readonly string[] {
  const rows = book.entries
    .filter((entry) => entry.table === table && types.includes(entry.type) && entry.type !== "XF")
    .map((entry) => {
      const moved = costs.get(entry.rowId) ?? zero;
      const figures = figuresOf(entry, table === "sales" ? minus(zero, moved) : moved);
      return { key: by(entry), ...measured((id) => decimalText(figures[id])) };
    });
  const invoiced = types.includes("XF") ? invoicedSales(book).map((sale) => addedBy(sale, by)) : [];
  return sums([...rows, ...invoiced], "key", MEASURES.join(" "));
}

/** What an invoice's row adds to a pivot, on the day on which it counts. */
function addedBy({ invoice, date, qty, net, total }: InvoicedSale, by: (entry: Entry) => string) {
  const figures = { qty, net, total, cost: zero, margin: net };
  return { key: by({ ...invoice, date }), ...measured((id) => decimalText(figures[id])) };
}

/** Of a register: the pivot's report, its types, and by what it is cut. */
const pivots = [
  { code: "sales-pivot", table: "sales", types: ["CK", "XF", "XT", "LS", "LT"] },
  { code: "purchase-pivot", table: "purchases", types: ["RK", "CT"] },
] as const;

const cuts: readonly { readonly rows: string; readonly by: (entry: Entry) => string }[] = [
  { rows: "rowId", by: ({ rowId }) => rowId },
  { rows: "item", by: ({ item }) => item?.code ?? "" },
  { rows: "partner", by: ({ partner }) => partner },
  { rows: "month", by: ({ date }) => date.slice(0, 7) },
  { rows: "type", by: ({ type }) => type },
];

/** Laws of what the reports say of orders, invoices and trade. Source: DOMAIN §3.2, §8.7, CONTRACT §5. */
export const tradeReportLaws: Laws = {
  "of every order, what is open is what was ordered less what was done of it, until it is closed": (
    { report },
    json,
  ) => {
    const book = readBook(json);
    const orders = book.entries.filter(({ type }) => ORDERS.includes(type));
    const finished = finishedOn(json);
    return DAYS.flatMap((asOf) => {
      const until = { asOf, finished };
      const expected = orders.filter(({ date }) => date <= asOf).map((line) => fateOf(book, line, until));
      const shown = report("open-orders", { asOf, types: ORDERS.join(","), all: "yes" });
      return apart(expected, shown.map(shownFate)).map((line) => `${asOf} ${line}`);
    });
  },

  "only orders with something open are shown unless all are asked for": ({ report }) => {
    const types = ORDERS.join(",");
    const all = report("open-orders", { types, all: "yes" });
    return apart(
      all.filter((row) => sign(figure(row, "open")) > 0).map(shownFate),
      report("open-orders", { types }).map(shownFate),
    );
  },

  "order, receipt, return and invoice of a purchase line are what the rows say": ({ report }, json) =>
    apart(matches(readBook(json)), report("three-way-match").map(shownMatch)),

  "what was paid for purchase lines is what was paid of receipts and invoices": ({ report }) => {
    const paid = report("open-items", { side: "payable", all: "yes" })
      .filter(({ type }) => type === "RK" || type === "CF")
      .map((row) => most(zero, figure(row, "paid")));
    const shown = sumOf(report("three-way-match"), "paid");
    return same(sum(paid), shown) ? [] : [`${decimalText(sum(paid))} shown ${decimalText(shown)}`];
  },

  "a pivot over trade is the sum of the rows it is cut by": ({ report }, json) => {
    const book = readBook(json);
    const costs = new Map<string, Fraction>();
    for (const row of report("stock-ledger")) {
      const rowId = String(row["rowId"]);
      costs.set(rowId, plus(costs.get(rowId) ?? zero, figure(row, "value")));
    }
    return pivots.flatMap(({ code, table, types }) =>
      cuts.flatMap(({ rows, by }) => {
        const measure = MEASURES.join(",");
        const shown = report(code, { rows, measure, types: types.join(",") })
          .filter(({ level }) => level === 0)
          .map((row) => {
            return { key: row[rows] ?? "", ...measured((id) => String(row[`*|${id}`])) };
          });
        const expected = pivoted(book, costs, { table, types, by });
        return apart(expected, sums(shown, "key", MEASURES.join(" "))).map(
          (line) => `${code} ${rows} ${line}`,
        );
      }),
    );
  },
};
