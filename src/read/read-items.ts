import type { Item } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { CostingCode } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { costingMethods, itemKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { flagLookup, wordLookup } from "./cells/lookup";
import { BLANK, flagAt, memberRows, priceAt, textAt, wholeAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

const PRICE_DECIMALS = 6;
const MOST_DECIMALS = 6;

/** The language of messages, and where an item's own warehouse is looked up. */
export interface ItemReading {
  readonly language: Language;
  readonly warehouses: Lookup;
}

function itemColumns(columns: TableColumns, { language, warehouses }: ItemReading) {
  const flags = flagLookup(language);
  return {
    codes: columns.texts("code"),
    names: columns.texts("name"),
    specs: columns.texts("spec"),
    categories: columns.texts("category"),
    barcodes: columns.texts("barcode"),
    units: columns.texts("unit"),
    kinds: columns.choices("kind", BLANK, () => wordLookup(itemKinds, language)),
    decimals: columns.amounts("decimals", 0),
    costing: columns.choices("costing", BLANK, () => wordLookup(costingMethods, language)),
    batched: columns.choices("batched", BLANK, () => flags),
    warehouses: columns.codes("warehouse", warehouses),
    purchasePrices: columns.amounts("purchasePrice", PRICE_DECIMALS),
    retailPrices: columns.amounts("retailPrice", PRICE_DECIMALS),
    rates: columns.rates("taxRate"),
    inactive: columns.choices("inactive", BLANK, () => flags),
  };
}

function costingAt(column: Uint8Array, row: number): CostingCode | null {
  return wordAt(column, row, costingMethods) as CostingCode | null;
}

/** The items of a book. Raises what cells have wrong, REQUIRED and DUPLICATE_KEY into `found`. */
export function readItems(source: Source | null, reading: ItemReading, found: Finding[]): readonly Item[] {
  const columns = tableColumns([source], found);
  const read = columns.read(itemColumns(columns, reading));
  const decimalsAt = (row: number): number | null =>
    wholeAt(columns, row, {
      id: "decimals",
      value: read.decimals[row] ?? NaN,
      least: 0,
      most: MOST_DECIMALS,
    });
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    spec: textAt(read.specs, row),
    category: textAt(read.categories, row),
    barcode: textAt(read.barcodes, row),
    service: wordAt(read.kinds, row, itemKinds) === "service",
    unit: textAt(read.units, row),
    decimals: decimalsAt(row),
    costing: costingAt(read.costing, row),
    batched: flagAt(read.batched, row),
    warehouse: read.warehouses[row] ?? NONE,
    purchasePrice: priceAt(read.purchasePrices, row),
    retailPrice: priceAt(read.retailPrices, row),
    taxRate: priceAt(read.rates, row),
    inactive: flagAt(read.inactive, row),
  }));
}
