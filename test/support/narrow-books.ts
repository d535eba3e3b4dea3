import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { pick } from "./random-desk";

/** A period of a narrow book, its first and its last day. */
export interface NarrowPeriod {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

const months: readonly NarrowPeriod[] = [
  { period: "2025-12", from: "2025-12-01", to: "2025-12-31" },
  { period: "2026-01", from: "2026-01-01", to: "2026-01-31" },
  { period: "2026-02", from: "2026-02-01", to: "2026-02-28" },
];
/** Periods that end within a month. */
const stretches: readonly NarrowPeriod[] = [
  { period: "P1", from: "2025-12-01", to: "2025-12-05" },
  { period: "P2", from: "2025-12-06", to: "2026-01-05" },
  { period: "P3", from: "2026-01-06", to: "2026-02-28" },
];

/** By which methods its item is costed. */
const methods = ["moving-average", "fifo", "lifo", "monthly-average", "standard"];
const warehouses = ["W1", "W2", "W3"];

/** The numbers that a document of one line is made from; what they mean depends on its type. */
interface Entry {
  readonly type: string;
  readonly month: number;
  readonly day: number;
  readonly place: number;
  readonly way: number;
  readonly batch: number;
  readonly qty: number;
  readonly money: number;
  readonly twist: number;
}

/** A change of method: the period that it holds from, and how many are closed when it is entered. */
interface Change {
  readonly method: string;
  readonly period: number;
  readonly closed: number;
}

/** A book of one item in three warehouses, and what is done to it. */
export interface NarrowBook {
  readonly entries: readonly Entry[];
  readonly settings: Readonly<Record<string, string>>;
  readonly item: Row;
  readonly changes: readonly Change[];
  /** Three; the first two are closed one after the other, once days of the next are posted as well or not. */
  readonly periods: readonly NarrowPeriod[];
  readonly ahead: boolean;
}

const types = "RK RK RK CK CK CK CK DB DB CB CB FT FT QR XT CT PD CF".split(" ");
const nat = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const entry: fc.Arbitrary<Entry> = fc.record({
  type: fc.constantFrom(...types),
  month: nat(2),
  day: fc.integer({ min: 1, max: 9 }),
  place: nat(2),
  way: nat(1),
  batch: nat(1),
  qty: fc.integer({ min: 1, max: 7 }),
  money: fc.integer({ min: 1, max: 999 }),
  twist: nat(20),
});

const change: fc.Arbitrary<Change> = fc
  .record({ method: fc.constantFrom(...methods), period: fc.constantFrom(1, 2), closed: nat(2) })
  .map((made) => ({ ...made, closed: Math.min(made.closed, made.period) }));

const settings = fc.record({
  costing: fc.constantFrom(...methods),
  costingScope: fc.constantFrom("company", "warehouse", ""),
  batchCost: fc.constantFrom("batch", "pooled"),
  negativeStock: fc.constantFrom("allow", "allow", "block"),
  shortageSettlement: fc.constantFrom("recost", "recost", "variance"),
  shortageCost: fc.constantFrom("last", "zero"),
  landedCost: fc.constantFrom("retroactive", "remaining"),
  accrual: fc.constantFrom("difference", "reversal", "monthStart"),
  countGainCost: fc.constantFrom("current", "oldest"),
  sameDayOrder: fc.constantFrom("entry", "receiptsFirst"),
});

/**
 * Books of one item and few goods, so that what is short, what a remainder is put on, and where a cost lies
 * that several warehouses share, comes up in every other one.
 */
export const narrowBooks: fc.Arbitrary<NarrowBook> = fc.record({
  entries: fc.array(entry, { minLength: 3, maxLength: 14, size: "max" }),
  settings,
  item: fc.record({
    purchasePrice: fc.constantFrom(null, 10, 3.33),
    batched: fc.constantFrom("no", "no", "yes"),
  }),
  changes: fc.uniqueArray(change, { maxLength: 2, selector: ({ period }) => period }),
  periods: fc.constantFrom(months, months, stretches),
  ahead: fc.boolean(),
});

/** What the row of a document says, its receipt given where it has one; null where it needs one. */
type Columns = (of: Entry, ref: string | null) => Row | null;

function goods({ place, qty }: Entry): Row {
  return { warehouse: pick(warehouses, place), qty };
}

const price = ({ money }: Entry): number => money / 100;
const sold: Columns = (of) => ({ ...goods(of), partner: "C1", price: 9 });

const columns: Readonly<Record<string, Columns>> = {
  RK: (of) => ({ ...goods(of), partner: "S1", price: price(of) }),
  CK: sold,
  XT: sold,
  DB: (of) => ({ ...goods(of), toWarehouse: pick(warehouses, of.place + 1 + of.way) }),
  QR: (of) => ({ ...goods(of), unitCost: of.twist % 2 === 0 ? null : price(of) }),
  CT: (of, ref) => ({ ...goods(of), partner: "S1", price: price(of), ref: of.twist % 2 === 0 ? null : ref }),
  PD: (of) => {
    const unitCost = of.twist % 3 === 0 ? price(of) : null;
    return { ...goods(of), qty: null, counted: of.qty, unitCost };
  },
  CB: (of) => ({ ...goods(of), qty: null, ...worth(of.twist, price(of)) }),
  FT: (of, ref) => (ref === null ? null : { item: null, batch: null, partner: "S2", total: price(of), ref }),
  CF: (of, ref) => (ref === null ? null : { partner: "S1", qty: of.qty, price: price(of), ref }),
};

/** The row of a document, the receipts before it given; null where it needs one and there is none. */
function rowOf(of: Entry, at: number, receipts: readonly string[]): Row | null {
  const own = columns[of.type](of, receipts.length === 0 ? null : pick(receipts, of.twist));
  if (own === null) return null;
  const rowId = `01ARZ3NDEKTSV4RRFFQ69G5${String(at).padStart(3, "0")}`;
  const date = `${months[of.month].period}-${String(of.day).padStart(2, "0")}`;
  const head = { rowId, line: 1, status: "draft", type: of.type, draft: `D${String(at)}`, date };
  return { ...head, item: "A", batch: pick(["B1", "B2"], of.batch), ...own };
}

function worth(twist: number, price: number): Row {
  if (twist % 3 === 0) return { unitCost: price };
  return { value: twist % 3 === 1 ? price : -price / 4 };
}

/** The drafts of a narrow book, in the order of their days. */
export function narrowRows({ entries }: NarrowBook): JsonBook {
  const inOrder = [...entries].sort((a, b) => a.month - b.month || a.day - b.day);
  const receipts: string[] = [];
  const tables: Record<string, Row[]> = { purchases: [], sales: [], stock: [] };
  inOrder.forEach((one, at) => {
    const row = rowOf(one, at, receipts);
    if (row === null) return;
    if (one.type === "RK") receipts.push(String(row["rowId"]));
    const table = ["RK", "CF", "CT", "FT"].includes(one.type) ? "purchases" : "stock";
    tables[["CK", "XT"].includes(one.type) ? "sales" : table].push(row);
  });
  return tables;
}

/** Its masters, settings and periods. */
export function narrowMasters(book: NarrowBook): JsonBook {
  const { batched } = book.item;
  return {
    settings: Object.entries(book.settings).map(([key, value]) => ({ key, value })),
    items: [{ code: "A", name: "a", unit: "pcs", decimals: 0, standardCost: 3.21, ...book.item }],
    batches: batched === "yes" ? ["B1", "B2"].map((batch) => ({ item: "A", batch })) : [],
    periods: book.periods.map((one) => ({ ...one, state: "open" })),
    warehouses: warehouses.map((code) => ({ code, name: code, kind: "main" })),
    partners: [
      { code: "S1", name: "s", kind: "supplier" },
      { code: "S2", name: "t", kind: "supplier" },
      { code: "C1", name: "c", kind: "customer" },
    ],
  };
}

/** The changes of method of a narrow book that are entered once so many periods are closed. */
export function narrowChanges({ changes, periods }: NarrowBook, closed: number): readonly Row[] {
  return changes
    .filter((one) => one.closed === closed)
    .map(({ method, period }) => ({ item: "A", period: periods[period].period, method, reason: "law" }));
}
