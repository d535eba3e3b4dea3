import * as fc from "fast-check";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { type DraftBookOptions, draftBooks } from "./random-book";

/** What is known while the pieces of rows are named in business order. */
interface Naming {
  /** Where each piece that is in stock lies, by item and number. */
  readonly lies: Map<string, string>;
  /** All pieces of an item that ever came. */
  readonly known: Map<string, readonly string[]>;
  /** The pieces that a row moved. */
  readonly moved: Map<string, readonly string[]>;
  readonly way: string;
}

/** A row that is about pieces: its item, where it happens, and a number to choose by. */
interface Slot {
  readonly row: Row;
  readonly item: string;
  readonly warehouse: string;
  readonly chance: number;
}

function text(row: Row, column: string): string {
  return String(row[column] ?? "");
}

function placeOf(naming: Naming, item: string, serial: string): string {
  return naming.lies.get(`${item} ${serial}`) ?? "";
}

function lay(
  naming: Naming,
  item: string,
  { serials, at }: { serials: readonly string[]; at: string },
): void {
  for (const serial of serials) naming.lies.set(`${item} ${serial}`, at);
}

/** One to four of some, or none where there are none. */
function some(from: readonly string[], chance: number): readonly string[] {
  const start = from.length === 0 ? 0 : chance % from.length;
  return [...from.slice(start), ...from.slice(0, start)].slice(0, 1 + (chance % 4));
}

function fresh(naming: Naming, item: string, count: number): readonly string[] {
  const known = naming.known.get(item) ?? [];
  const made = Array.from({ length: count }, (_, i) => `${item}-${String(known.length + i + 1)}`);
  naming.known.set(item, [...known, ...made]);
  return made;
}

/** The pieces of the line that a row refers to, where it refers to any; else all of its item. */
function asked(naming: Naming, { row, item }: Slot): readonly string[] {
  const ref = text(row, "ref");
  return ref === "" ? (naming.known.get(item) ?? []) : (naming.moved.get(ref) ?? []);
}

function named(row: Row, serials: readonly string[], more: Row = {}): Row | null {
  return serials.length === 0 ? null : { ...row, qty: serials.length, ...more, serial: serials.join(";") };
}

type Rule = (naming: Naming, slot: Slot) => Row | null;

const comesIn: Rule = (naming, { row, item, warehouse, chance }) => {
  const serials = fresh(naming, item, 1 + (chance % 4));
  lay(naming, item, { serials, at: warehouse });
  return named(row, serials);
};

function goes(from: (naming: Naming, slot: Slot) => string, to: (naming: Naming, row: Row) => string): Rule {
  return (naming, slot) => {
    const there = asked(naming, slot).filter((one) => placeOf(naming, slot.item, one) === from(naming, slot));
    const serials = some(there, slot.chance);
    lay(naming, slot.item, { serials, at: to(naming, slot.row) });
    return named(slot.row, serials);
  };
}

const here = (_: Naming, { warehouse }: Slot): string => warehouse;
const goesOut = goes(here, () => "");
const comesBack = goes(
  () => "",
  (_, row) => text(row, "warehouse"),
);

/** A piece counted: one that is there, missing or not; or one that is found, new or here before. */
const isCounted: Rule = (naming, { row, item, warehouse, chance }) => {
  const all = naming.known.get(item) ?? [];
  const mine = all.filter((one) => placeOf(naming, item, one) === (chance % 3 === 0 ? "" : warehouse));
  const serials = mine.length === 0 ? fresh(naming, item, 1 + (chance % 2)) : some(mine, chance);
  const isMissing = mine.length > 0 && chance % 3 === 1;
  lay(naming, item, { serials, at: isMissing ? "" : warehouse });
  const { qty: _, ...count } = row;
  const value = mine.length === 0 ? { value: 7.77 } : {};
  return { ...count, ...value, serial: serials.join(";"), counted: isMissing ? 0 : serials.length };
};

const isRevalued: Rule = (naming, { row, item, warehouse, chance }) => {
  const there = (naming.known.get(item) ?? []).filter((one) => placeOf(naming, item, one) === warehouse);
  const serials = some(there, chance);
  const { ref: _, ...own } = row;
  return serials.length === 0 ? null : { ...own, serial: serials.join(";") };
};

/** An invoice of all the pieces of a line; an allowance on one stays what it is. */
const isInvoiced: Rule = (naming, { row }) => {
  const { length } = naming.moved.get(text(row, "ref")) ?? [];
  if (length === 0 || row["qty"] === 0) return length === 0 ? null : row;
  return { ...row, qty: length };
};

const rules: Readonly<Record<string, Rule | undefined>> = {
  ...{ RK: comesIn, QR: comesIn, BY: comesIn, KZ: comesIn },
  ...{ CK: goesOut, LS: goesOut, QC: goesOut, BS: goesOut, LL: goesOut, CT: goesOut },
  ...{ XT: comesBack, LT: comesBack, PD: isCounted, CB: isRevalued, CF: isInvoiced, XF: isInvoiced },
  DB: goes(here, (_, row) => text(row, "toWarehouse")),
  DC: goes(here, ({ way }) => way),
  DR: goes(
    ({ way }) => way,
    (_, row) => text(row, "warehouse"),
  ),
};

function chanceOf(row: Row): number {
  return Math.floor(Number(row["qty"] ?? row["counted"] ?? row["value"] ?? 0) * 7) + Number(row["line"]);
}

/** What else a row says of so many of its goods does not hold of its pieces. */
function plain(row: Row): Row {
  const {
    accepted: _a,
    rejected: _r,
    unit: _u,
    batch: _b,
    discountAmount: _d,
    documentDiscount: _w,
    ...rest
  } = row;
  return rest;
}

function nameOne(naming: Naming, row: Row): Row | null {
  const slot = { row, item: text(row, "item"), warehouse: text(row, "warehouse"), chance: chanceOf(row) };
  const done = rules[text(row, "type")]?.(naming, slot) ?? null;
  if (done !== null) naming.moved.set(text(row, "rowId"), text(done, "serial").split(";"));
  return done;
}

const moment = (row: Row): string =>
  `${text(row, "date")} ${text(row, "time") || "00:00:00"} ${text(row, "rowId")}`;

/** The rows of some items with pieces instead of quantities; those of the others as they are. */
function withPieces(book: JsonBook, items: ReadonlySet<string>): JsonBook {
  const tables = ["purchases", "sales", "stock"];
  const rows = tables.flatMap((table) => rowsOf(book, table)).filter((row) => items.has(text(row, "item")));
  const hasWay = rowsOf(book, "warehouses").some(({ code }) => code === "WAY");
  const way = hasWay ? "WAY" : "TRANSIT";
  const naming: Naming = { lies: new Map(), known: new Map(), moved: new Map(), way };
  const inOrder = rows.sort((a, b) => (moment(a) < moment(b) ? -1 : 1));
  const done = new Map(inOrder.map((row) => [row["rowId"], nameOne(naming, plain(row))]));
  const told = (table: string): readonly Row[] =>
    rowsOf(book, table).flatMap((row) => {
      const named = done.get(row["rowId"]);
      if (named === undefined) return [row];
      return named === null ? [] : [named];
    });
  return { ...book, purchases: told("purchases"), sales: told("sales"), stock: told("stock") };
}

const every = "RK CF CT FT CK XF XT LS LT DB DC DR PD QR QC BS BY KZ LL CB SK FK".split(" ");

/**
 * Random books in which every other item has serial numbers: each piece costs what it cost itself, or, where
 * the item has another method, is known by its number alone. `without` may name types of documents, too.
 */
export function serialBooks(options: DraftBookOptions): fc.Arbitrary<JsonBook> {
  const policies = { sameDayOrder: "entry", negativeStock: "block", ...options.policies };
  const types = every.filter((type) => !(options.without ?? []).includes(type));
  const books = draftBooks({ ...options, types, policies, without: ["change", ...(options.without ?? [])] });
  return fc.tuple(books, fc.constantFrom("batch", "batch", "")).map(([book, costing]) => {
    const chosen = rowsOf(book, "items").filter(({ kind }, at) => kind === "goods" && at % 2 === 0);
    const own = new Set(chosen.map((row) => text(row, "code")));
    const items = rowsOf(book, "items").map((row) => {
      const method = costing === "" ? row["costing"] : costing;
      const isPlain = !own.has(text(row, "code"));
      return isPlain ? row : { ...row, costing: method, serialized: "yes", batched: "no", decimals: 0 };
    });
    const units = rowsOf(book, "units").filter((row) => !own.has(text(row, "item")));
    return withPieces({ ...book, items, units }, own);
  });
}
