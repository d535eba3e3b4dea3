import type { ListPrice, Promotion } from "../domain/book/price-rules";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { promotionKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { wordLookup } from "./cells/lookup";
import { BLANK, filledRows, memberRows, numberAt, placeAt, textAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

const DECIMALS = 6;

/** Where the codes of price rules are looked up, and the language of their words. */
export interface RuleReading {
  readonly language: Language;
  readonly items: Lookup;
  readonly partners: Lookup;
}

/**
 * The price list in the order of the sheet; rows without an item or a price are told (REQUIRED) and left out.
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
  return filledRows(columns, [
    { id: "item", isBlank: (row) => read.item[row] === NONE },
    { id: "price", isBlank: (row) => Number.isNaN(read.prices[row]) },
  ]).map((row) => ({
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

/**
 * The promotions in the order of the sheet, without those of which something cannot be read: for whom or what
 * they are is not known. Raises REQUIRED and DUPLICATE_KEY.
 */
export function readPromotions(
  source: Source | null,
  { items, partners, language }: RuleReading,
  found: Finding[],
): readonly Promotion[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
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
  const members = memberRows(columns, { id: "code", keys: read.codes, names: read.codes });
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
