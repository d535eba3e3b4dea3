import type { ListPrice, Promotion } from "../domain/book/price-rules";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { promotionKinds } from "../registers/words";
import { figure, MOST_TYPED, RATE_WHOLE } from "../domain/kernel/numbers";
import { type Lookup, misread } from "./cells/cell-column";
import { wordLookup } from "./cells/lookup";
import { BLANK, filledRows, memberRows, numberAt, placeAt, textAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { type TableColumns, tableColumns } from "./table-columns";

const DECIMALS = 6;

/** Where the codes of price rules are looked up, and the language of their words. */
export interface RuleReading {
  readonly language: Language;
  readonly items: Lookup;
  readonly partners: Lookup;
}

/** Notes OUT_OF_RANGE where a figure is below nothing, or above the most it can be. */
function noteOutside(columns: TableColumns, row: number, { id, value, most }: Bounded): void {
  if (Number.isNaN(value) || columns.faulty[row] === 1 || (value >= 0 && value <= most)) return;
  const facts = { least: 0, most: figure(Math.min(most, MOST_TYPED), DECIMALS) };
  columns.raise(row, id, misread("OUT_OF_RANGE", figure(value, DECIMALS), facts));
}

interface Bounded {
  readonly id: string;
  readonly value: number;
  readonly most: number;
}

/**
 * The price list in the order of the sheet; rows without an item or a price (REQUIRED), and those with a
 * price below nothing (OUT_OF_RANGE), are told and left out.
 */
export function readPrices(
  source: Source | null,
  { items, partners }: RuleReading,
  found: Finding[],
): readonly ListPrice[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    item: columns.codes("item", items),
    partner: columns.codes("partner", partners),
    grades: columns.texts("priceGrade"),
    units: columns.texts("unit"),
    least: columns.amounts("minQty", DECIMALS),
    prices: columns.amounts("price", DECIMALS),
    from: columns.days("from"),
    to: columns.days("to"),
  });
  const filled = filledRows(columns, [
    { id: "item", isBlank: (row) => read.item[row] === NONE },
    { id: "price", isBlank: (row) => Number.isNaN(read.prices[row]) },
  ]);
  for (const row of filled)
    noteOutside(columns, row, { id: "price", value: read.prices[row], most: Infinity });
  const priced = filled.filter((row) => !(read.prices[row] < 0));
  return priced.map((row) => ({
    row: row + 1,
    item: placeAt(read.item, row),
    partner: placeAt(read.partner, row),
    priceGrade: textAt(read.grades, row),
    unit: textAt(read.units, row),
    minQty: numberAt(read.least, row, 0),
    price: numberAt(read.prices, row),
    from: placeAt(read.from, row),
    to: placeAt(read.to, row),
  }));
}

/** The most that a promotion can give: all of what is bought, where it is a share of that. */
function mostOff(kinds: Parameters<typeof wordAt>[0], row: number): number {
  return wordAt(kinds, row, promotionKinds) === "percent" ? RATE_WHOLE : Infinity;
}

/** What the columns of the promotions hold. */
function promotionCells(columns: TableColumns, { items, partners, language }: RuleReading) {
  return columns.read({
    codes: columns.texts("code"),
    priorities: columns.amounts("priority", 0),
    kinds: columns.choices("kind", BLANK, () => wordLookup(promotionKinds, language)),
    partner: columns.codes("partner", partners),
    grades: columns.texts("grade"),
    item: columns.codes("item", items),
    categories: columns.texts("category"),
    thresholds: columns.amounts("threshold", DECIMALS),
    values: columns.amounts("value", DECIMALS),
    gift: columns.codes("gift", items),
    from: columns.days("from"),
    to: columns.days("to"),
  });
}

/**
 * The promotions in the order of the sheet, without those of which something cannot be read: for whom or what
 * they are is not known. Raises REQUIRED, DUPLICATE_KEY, and OUT_OF_RANGE of what gives less than nothing or
 * takes off more than all.
 */
export function readPromotions(
  source: Source | null,
  reading: RuleReading,
  found: Finding[],
): readonly Promotion[] {
  const columns = tableColumns([source], found);
  const read = promotionCells(columns, reading);
  const members = memberRows(columns, { id: "code", keys: read.codes, names: read.codes });
  for (const row of members)
    noteOutside(columns, row, { id: "value", value: read.values[row], most: mostOff(read.kinds, row) });
  const legible = members.filter((row) => columns.faulty[row] !== 1);
  return legible.map((row) => ({
    code: textAt(read.codes, row),
    row: row + 1,
    priority: numberAt(read.priorities, row, 0),
    kind: wordAt(read.kinds, row, promotionKinds) as Promotion["kind"],
    partner: placeAt(read.partner, row),
    grade: textAt(read.grades, row),
    item: placeAt(read.item, row),
    category: textAt(read.categories, row),
    threshold: numberAt(read.thresholds, row, 0),
    value: numberAt(read.values, row),
    gift: placeAt(read.gift, row),
    from: placeAt(read.from, row),
    to: placeAt(read.to, row),
  }));
}
