import { expectedAmounts, oracleFigures } from "../oracle/figures";
import type { OracleFigures } from "../oracle/figures";
import { decimalText, fraction, plus, sign } from "../oracle/fraction";
import { erasOf } from "../oracle/item-costing";
import { type JsonBook, readBook, rowsOf, textOf } from "../oracle/oracle-book";
import type { Figures } from "./posted";

/** Figures one a line, sorted: what two opinions of a book are compared by. */
type Told = readonly string[];

const LAST = "2199-12-31";
type Shown = Readonly<Record<string, string | number | null>>;

function decimal(value: string | number | null | undefined): string {
  return decimalText(fraction(String(value ?? 0)));
}

function lines(rows: readonly Shown[], codes: string, amounts: string): string[] {
  const words = (row: Shown): string[] => codes.split(" ").map((id) => String(row[id] ?? "-"));
  const numbers = (row: Shown): string[] => amounts.split(" ").map((id) => decimal(row[id]));
  return rows.map((row) => [...words(row), ...numbers(row)].join(" "));
}

function sums(rows: readonly Shown[], key: string, columns: string): string[] {
  const all = new Map<string, string[]>();
  for (const row of rows) {
    const known = all.get(String(row[key])) ?? columns.split(" ").map(() => "0");
    const next = columns
      .split(" ")
      .map((id, i) => decimalText(plus(fraction(known[i]), fraction(decimal(row[id])))));
    all.set(String(row[key]), next);
  }
  return [...all].map(([code, values]) => [code, ...values].join(" "));
}

function isSomething(line: string): boolean {
  return !/^[^ ]+( 0)+$/.test(line);
}

/**
 * What each row moved in each warehouse; what goods are worth in one is said for a pool of several as a
 * whole.
 */
function moved(rows: readonly Shown[], pooled: ReadonlySet<string>): string[] {
  const placed = rows.map((row) => {
    const isPooled = pooled.has(String(row["item"]));
    const at = `${String(row["rowId"])} ${String(row["warehouse"])} ${String(row["batch"] ?? "")}`;
    return { ...row, at, value: isPooled ? 0 : (row["value"] ?? 0) };
  });
  return sums(placed, "at", "qty value").filter((line) => !/ 0 0$/.test(line));
}

/** What is compared: each part by name, from the program and from the oracle. */
export interface Opinions {
  readonly program: Readonly<Record<string, Told>>;
  readonly oracle: Readonly<Record<string, Told>>;
  /** Whether the oracle is sure of its values, and which rows took more than may be taken. */
  readonly isSettled: boolean;
  readonly violations: OracleFigures["violations"];
}

/**
 * The items of which one cost holds for all warehouses at some time, those that lie in layers at any, and
 * those costed in one way all the time.
 */
function itemsOfKind(book: JsonBook) {
  const items = [...readBook(book).items.values()];
  const eras = items.map((item) => ({ item: item.code, eras: erasOf(book, item) }));
  const pooled = eras.filter((one) => one.eras.some(({ company }) => company));
  const layered = eras.filter(
    (one) => one.eras.length === 1 && one.eras.every(({ method }) => method.layered),
  );
  const steady = eras.filter((one) => one.eras.length === 1);
  return {
    steady: new Set(steady.map(({ item }) => item)),
    pooled: new Set(pooled.map(({ item }) => item)),
    layered: new Set(layered.map(({ item }) => item)),
  };
}

/** Balances of accounts that moved, from the last row of each in the cash book. */
function lastBalances(rows: readonly Shown[]): string[] {
  const last = new Map(rows.map((row) => [row["account"], decimal(row["balance"])]));
  return [...last].map(([account, balance]) => `${String(account)} ${balance}`);
}

function isOpen(row: Shown): boolean {
  return sign(fraction(decimal(row["open"]))) !== 0;
}

const DEBT = ["partner side type number line date due", "amount paid credited settled open"] as const;

/** The numbered columns of a report's row: qty1, qty2, … */
function numbered(row: Shown, start: string): string[] {
  return Object.keys(row)
    .filter((id) => RegExp(`^${start}\\d+$`).test(id))
    .map((id) => decimal(row[id]));
}

/** Debts by age as the program says: every side, from both days. */
function partnersAged({ report }: Figures, asOf: string): string[] {
  return ["receivable", "payable"].flatMap((side) =>
    ["due", "document"].flatMap((basis) =>
      report("partner-ageing", { asOf, side, basis }).map((row) =>
        [row["partner"], side, basis, decimal(row["notDue"]), ...numbered(row, "bucket")]
          .concat(decimal(row["advances"]), decimal(row["total"]))
          .join(" "),
      ),
    ),
  );
}

function owesNothing(line: string): boolean {
  return /^\w+ \w+ \w+( 0)+$/.test(line);
}

function holdsNothing(line: string): boolean {
  return /^\w+ \w*( 0)+$/.test(line);
}

function programSays(book: JsonBook, figures: Figures, asOf: string): Opinions["program"] {
  const { report } = figures;
  const until = { asOf };
  const ledger = report("stock-ledger", { to: asOf });
  const held = report("stock-on-hand", until).filter((row) => row["qty"] !== 0 || row["value"] !== 0);
  const { pooled, layered, steady } = itemsOfKind(book);
  const lots = report("stock-lots", until).filter((row) => layered.has(String(row["item"])));
  const amounts = ["purchases", "sales"].flatMap((table) =>
    rowsOf(book, table).filter((row) => textOf(row, "status") === "posted" && textOf(row, "type") !== "KZ"),
  );
  return {
    onHand: lines(held, "item warehouse batch", "qty value"),
    lots: lines(lots, "item warehouse batch date firstDate", "qty value"),
    moves: moved(
      ledger.map((row) => ({ ...row })),
      pooled,
    ),
    rows: sums(ledger, "rowId", "qty value").filter((line) => !/ 0 0$/.test(line)),
    documents: sums(ledger, "number", "value").filter(isSomething),
    debts: lines(report("open-items", until).filter(isOpen), ...DEBT),
    owedSince: partnersAged(figures, asOf).filter((line) => !owesNothing(line)),
    heldSince: report("stock-ageing", until)
      .filter(({ item }) => steady.has(String(item)))
      .map((row) =>
        [row["item"], row["warehouse"] ?? "", ...numbered(row, "qty"), ...numbered(row, "value")]
          .concat(decimal(row["negativeQty"]), decimal(row["negativeValue"]))
          .join(" "),
      )
      .filter((line) => !holdsNothing(line)),
    cash: lastBalances(report("cash-book", { to: asOf })).filter((line) => !line.endsWith(" 0")),
    amounts: amounts.map((row) =>
      [textOf(row, "rowId"), ...["net", "tax", "total"].map((id) => decimal(textOf(row, id) || "0"))].join(
        " ",
      ),
    ),
  };
}

function oracleSays(book: JsonBook, figures: OracleFigures): Opinions["oracle"] {
  const { pooled, layered, steady } = itemsOfKind(book);
  const amounts = (["purchases", "sales"] as const).flatMap((table) => expectedAmounts(book, table));
  const openings = new Set(
    ["purchases", "sales"].flatMap((table) =>
      rowsOf(book, table)
        .filter((row) => textOf(row, "type") === "KZ")
        .map((row) => textOf(row, "rowId")),
    ),
  );
  return {
    onHand: lines(
      figures.stockOnHand.map((row) => ({ ...row })),
      "item warehouse batch",
      "qty value",
    ),
    lots: lines(
      figures.stockLots.filter(({ item }) => layered.has(item)).map((row) => ({ ...row })),
      "item warehouse batch date firstDate",
      "qty value",
    ),
    moves: moved(
      figures.stockMoves.map((row) => ({ ...row })),
      pooled,
    ),
    rows: lines(
      figures.stockLedger.map((row) => ({ ...row })),
      "rowId",
      "qty value",
    ).filter((line) => !/ 0 0$/.test(line)),
    documents: lines(
      figures.documentCosts.map((row) => ({ ...row })),
      "number",
      "value",
    ).filter(isSomething),
    debts: lines(figures.openItems.map((row) => ({ ...row })).filter(isOpen), ...DEBT),
    owedSince: figures.ageing
      .flatMap(({ side, basis, partners }) =>
        partners.map(({ partner, notDue, buckets, advances, total }) =>
          [partner, side, basis, notDue, ...buckets, advances, total].join(" "),
        ),
      )
      .filter((line) => !owesNothing(line)),
    heldSince: figures.stockAgeing
      .filter(({ item }) => steady.has(item))
      .map(({ item, warehouse, qty, value, negativeQty, negativeValue }) =>
        [item, warehouse, ...qty, ...value, negativeQty, negativeValue].join(" "),
      )
      .filter((line) => !holdsNothing(line)),
    cash: figures.cashBook
      .map((row) => `${row.account} ${decimal(row.balance)}`)
      .filter((line) => !line.endsWith(" 0")),
    amounts: amounts
      .filter((row) => !openings.has(row.rowId))
      .map((row) => [row.rowId, row.net, row.tax, row.total].join(" ")),
  };
}

function sorted(parts: Readonly<Record<string, Told>>): Readonly<Record<string, Told>> {
  return Object.fromEntries(Object.entries(parts).map(([part, told]) => [part, [...told].sort()]));
}

/** All that the program says of a posted book at the end of a day, part by part, each sorted. */
export function programTold(book: JsonBook, figures: Figures, asOf = LAST): Opinions["program"] {
  return sorted(programSays(book, figures, asOf));
}

/** What program and oracle say of a posted book at the end of a day, part by part, each sorted. */
export function opinions(book: JsonBook, figures: Figures, asOf = LAST): Opinions {
  const second = oracleFigures(book, asOf);
  const { isSettled, violations } = second;
  const oracle = sorted(oracleSays(book, second));
  return { program: programTold(book, figures, asOf), oracle, isSettled, violations };
}
