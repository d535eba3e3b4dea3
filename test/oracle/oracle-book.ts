import { fraction, over, rounded, times, zero } from "./fraction";
import type { Fraction } from "./fraction";

/** What a cell of a JSON book may hold. */
export type Cell = string | number | boolean | null | undefined;
/** A row of a table: column id → cell. */
export type Row = Readonly<Record<string, Cell>>;
/** A book as JSON (CONTRACT §1): table id → rows; an absent table is an empty one. */
export type JsonBook = Readonly<Record<string, readonly Row[] | undefined>>;

/** What the oracle needs to know of an item; `decimals` bounds its stock quantities. */
export interface OracleItem {
  readonly code: string;
  readonly service: boolean;
  readonly batched: boolean;
  readonly costing: string;
  readonly decimals: number;
  readonly purchasePrice: Fraction;
  readonly taxRate: Fraction | null;
  readonly standardCost: Fraction | null;
  readonly serialized: boolean;
  readonly row: Row;
}

/** A posted row. `qty` is in stock units, of a receipt what was accepted; 0 where the row has none. */
export interface Entry {
  readonly table: string;
  readonly rowId: string;
  readonly type: string;
  readonly number: string;
  readonly line: number;
  readonly date: string;
  readonly time: string;
  readonly partner: string;
  readonly item: OracleItem | null;
  readonly warehouse: string;
  readonly batch: string | null;
  readonly factor: Fraction;
  readonly qty: Fraction;
  readonly row: Row;
  /** Which of how many pieces of the row it is, where each has a cost of its own. */
  /** Which part of a row it is that goes back in two: as goods invoiced by then, where others are not. */
  readonly part?: "invoiced";
  readonly piece?: { readonly at: number; readonly of: number };
}

/** A book read once: its posted rows by (date, time, rowId), whatever order they stand in. */
export interface OracleBook {
  readonly json: JsonBook;
  readonly decimals: number;
  readonly items: ReadonlyMap<string, OracleItem>;
  readonly entries: readonly Entry[];
  /** The book with its rows whole, where these are pieces. */
  readonly whole?: OracleBook;
  readonly setting: (key: string) => string;
}

const defaults: Readonly<Record<string, string | undefined>> = {
  costing: "moving-average",
  costingScope: "",
  batchCost: "batch",
  shortageSettlement: "recost",
  landedCost: "retroactive",
  taxRounding: "line",
  sameDayOrder: "entry",
  negativeStock: "block",
  shortageCost: "last",
  salesReturnCost: "original",
  purchaseReturnCost: "original",
  countGainCost: "current",
  transferDate: "original",
  receivableOn: "delivery",
  payableOn: "receipt",
  taxpayer: "general",
  priceIncludesTax: "no",
  taxRate: "0",
  moneyDecimals: "2",
  advancesInAgeing: "separate",
  ageingBuckets: "30,60,90,180",
};

/** The cell as trimmed text; "" when blank. */
export function textOf(row: Row, column: string): string {
  const cell = row[column];
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

/** The cell as an exact number, read from its decimal text; null when blank. */
export function numberOf(row: Row, column: string): Fraction | null {
  const text = textOf(row, column);
  return text === "" ? null : fraction(text);
}

/** The cell as an exact number; 0 when blank. */
export function amountOf(row: Row, column: string): Fraction {
  return numberOf(row, column) ?? zero;
}

/** Whether the text says yes. */
export function saysYes(text: string): boolean {
  return ["yes", "true", "是", "1"].includes(text.toLowerCase());
}

/** The rows of a table; none when the book lacks it. */
export function rowsOf(json: JsonBook, table: string): readonly Row[] {
  return json[table] ?? [];
}

const settingsRead = new WeakMap<readonly Row[], ReadonlyMap<string, string>>();

/** What a table of parameters says, read once; of two rows of one parameter the first counts. */
function settingsIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  const known = settingsRead.get(rows);
  if (known !== undefined) return known;
  const read = new Map([...rows].reverse().map((row) => [textOf(row, "key"), textOf(row, "value")]));
  settingsRead.set(rows, read);
  return read;
}

/** The value of a parameter, its default (CONTRACT §3) when the book does not say. */
export function settingOf(json: JsonBook, key: string): string {
  const value = settingsIn(rowsOf(json, "settings")).get(key) ?? "";
  return value === "" ? (defaults[key] ?? "") : value;
}

function readItem(row: Row, costing: string): OracleItem {
  const decimals = textOf(row, "decimals");
  const own = textOf(row, "costing");
  return {
    code: textOf(row, "code"),
    service: textOf(row, "kind") === "service",
    batched: saysYes(textOf(row, "batched")),
    costing: own === "" ? costing : own,
    decimals: decimals === "" ? 6 : Number(decimals),
    purchasePrice: amountOf(row, "purchasePrice"),
    taxRate: numberOf(row, "taxRate"),
    standardCost: numberOf(row, "standardCost"),
    serialized: saysYes(textOf(row, "serialized")),
    row,
  };
}

/** How many stock units one of the row's units is (DOMAIN §12); 1 for the base unit. */
function factorOf(json: JsonBook, row: Row): Fraction {
  const unit = rowsOf(json, "units").find(
    (one) => textOf(one, "item") === textOf(row, "item") && textOf(one, "unit") === textOf(row, "unit"),
  );
  const one = fraction("1");
  return unit === undefined
    ? one
    : over(numberOf(unit, "numerator") ?? one, numberOf(unit, "denominator") ?? one);
}

interface Masters {
  readonly json: JsonBook;
  readonly items: ReadonlyMap<string, OracleItem>;
}

function batchOf(row: Row, item: OracleItem | null): string | null {
  const batch = textOf(row, "batch");
  return item?.batched === true && batch !== "" ? batch : null;
}

function readEntry({ json, items }: Masters, table: string, row: Row): Entry {
  const item = items.get(textOf(row, "item")) ?? null;
  const factor = factorOf(json, row);
  const entered = numberOf(row, "accepted") ?? amountOf(row, "qty");
  return {
    table,
    rowId: textOf(row, "rowId"),
    type: textOf(row, "type"),
    number: textOf(row, "number"),
    line: Number(textOf(row, "line")),
    date: textOf(row, "date"),
    time: textOf(row, "time") || "00:00:00",
    partner: textOf(row, "partner"),
    item,
    warehouse: textOf(row, "warehouse"),
    batch: batchOf(row, item),
    factor,
    qty: rounded(times(entered, factor), item?.decimals ?? 6),
    row,
  };
}

/** Less, equal or greater by code unit. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const onlyIn = ["RK", "XT", "LT", "QR", "BY", "KZ", "CP"];
const between = ["DB", "DC", "DR", "ZX", "CJ"];

/**
 * The key the rows are processed by; with receiptsFirst what can only come in goes first within a day,
 * transfers next.
 */
function orderKey(entry: Entry, receiptsFirst: boolean): string {
  const among = onlyIn.includes(entry.type) ? "0" : between.includes(entry.type) ? "1" : "2";
  const rank = receiptsFirst ? among : "0";
  return `${entry.date} ${rank} ${entry.time} ${entry.rowId}`;
}

/** What is posted and has not been made void. */
const stands = ["posted", "closed", "reversed"];

/** The posted rows of the four registers in business order (CONTRACT §2); all other rows are ignored. */
export function readBook(json: JsonBook): OracleBook {
  const costing = settingOf(json, "costing");
  const items = new Map(rowsOf(json, "items").map((row) => [textOf(row, "code"), readItem(row, costing)]));
  const receiptsFirst = settingOf(json, "sameDayOrder") === "receiptsFirst";
  const entries = ["purchases", "sales", "stock", "payments"]
    .flatMap((table) => rowsOf(json, table).map((row) => ({ table, row })))
    .filter(({ row }) => stands.includes(textOf(row, "status")))
    .map(({ table, row }) => readEntry({ json, items }, table, row))
    .sort((a, b) => byCodeUnit(orderKey(a, receiptsFirst), orderKey(b, receiptsFirst)));
  const decimals = Number(settingOf(json, "moneyDecimals"));
  return { json, decimals, items, entries, setting: (key) => settingOf(json, key) };
}

/** Whether the row is about goods, which alone move stock. */
export function movesGoods(entry: Entry): boolean {
  return entry.item !== null && !entry.item.service;
}
