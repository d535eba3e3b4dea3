import * as fc from "fast-check";
import type { Desk } from "../../src/app/desk";
import { dayFromText } from "../../src/domain/kernel/day";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { pick } from "./random-desk";
import { bookAt, deskAt } from "./posted";

/** What somebody types over the figures of items and the settings that costs are taken by. */
export interface MasterEdit {
  /** For one item after the other, over and over. */
  readonly items: readonly Row[];
  readonly settings: Readonly<Partial<Record<string, string>>>;
}

const price = fc.constantFrom(null, 1, 8.25, 40, 0.07);
const method = fc.constantFrom("moving-average", "fifo", "lifo", "monthly-average", "standard", "");

const item: fc.Arbitrary<Row> = fc.record(
  {
    purchasePrice: price,
    retailPrice: price,
    standardCost: fc.constantFrom(2, 6.5),
    weight: fc.constantFrom(null, 1, 9),
    volume: fc.constantFrom(null, 0.5, 20),
    taxRate: fc.constantFrom(null, 13, 3),
    costing: method,
  },
  { requiredKeys: ["purchasePrice", "retailPrice", "weight"] },
);

const settings = fc.record(
  {
    costing: method.filter((code) => code !== ""),
    costingScope: fc.constantFrom("warehouse", "company"),
    batchCost: fc.constantFrom("batch", "pooled"),
    sameDayOrder: fc.constantFrom("entry", "receiptsFirst"),
    shortageCost: fc.constantFrom("last", "zero"),
    shortageSettlement: fc.constantFrom("recost", "variance"),
    landedCost: fc.constantFrom("retroactive", "remaining"),
    accrual: fc.constantFrom("difference", "reversal", "monthStart"),
    salesReturnCost: fc.constantFrom("original", "method"),
    purchaseReturnCost: fc.constantFrom("original", "method"),
    countGainCost: fc.constantFrom("current", "typed", "oldest"),
    transferDate: fc.constantFrom("original", "transfer"),
    taxpayer: fc.constantFrom("general", "small"),
    negativeStock: fc.constantFrom("allow"),
  },
  { requiredKeys: [] },
);

/** Any of them. */
export const masterEdits: fc.Arbitrary<MasterEdit> = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 4 }),
  settings: settings.map((made) => made as MasterEdit["settings"]),
});

/** The book at a desk once these are typed into it, at a desk that gives other ids. */
export async function editedDesk(desk: Desk, edit: MasterEdit, seed: number): Promise<Desk> {
  const later = deskAt(edited(await bookAt(desk), edit));
  const newId = ulids(() => Date.UTC(2027, 0, seed), seededDigits(seed));
  return { ...later, moment: { ...later.moment, today: dayFromText("2026-12-31"), newId } };
}

function edited(book: JsonBook, edit: MasterEdit): JsonBook {
  const { items = [], settings: known = [] } = book;
  const left = known.filter(({ key }) => edit.settings[String(key)] === undefined);
  return {
    ...book,
    items: items.map((row, at) => ({ ...row, ...pick(edit.items, at) })),
    settings: [...left, ...Object.entries(edit.settings).map(([key, value = ""]) => ({ key, value }))],
  };
}

/** Types these over what stands in the tables at a desk, where a row or a column of it does. */
export async function typeOver(desk: Desk, edit: MasterEdit): Promise<void> {
  const { items = [], settings: known = [] } = await bookAt(desk);
  const ofItems = items.map((row, at) => {
    const columns = Object.entries(pick(edit.items, at)).filter(([header]) => header in row);
    return { do: "stamp", table: "items", rows: [at], columns: columns.map(cellsOf) } as const;
  });
  const ofSettings = known.flatMap(({ key }, at) => {
    const value = edit.settings[String(key)];
    if (value === undefined) return [];
    return [{ do: "stamp", table: "settings", rows: [at], columns: [cellsOf(["value", value])] } as const];
  });
  await desk.workbook.apply([...ofItems, ...ofSettings]);
}

function cellsOf([header, cell]: readonly [string, Row[string]]) {
  return { header, cells: [cell ?? null] };
}
