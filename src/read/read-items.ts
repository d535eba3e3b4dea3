import type { Item, ItemPlanning } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { CostingCode } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { costingMethods, itemKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { flagLookup, wordLookup } from "./cells/lookup";
import {
  amountAt,
  BLANK,
  flagAt,
  memberRows,
  numberAt,
  priceAt,
  textAt,
  wholeAt,
  wordAt,
} from "./master-rows";
import type { Source } from "./source";
import { tableColumns, type TableColumns, type Taken } from "./table-columns";

const PRICE_DECIMALS = 6;
const DECIMALS = { id: "decimals", least: 0, most: 6 };
const SHELF_DAYS = { id: "shelfDays", least: 0, most: 36_500 };

/** The language of messages, and where an item's own warehouse and supplier are looked up. */
export interface ItemReading {
  readonly language: Language;
  readonly warehouses: Lookup;
  readonly partners: Lookup;
}

function planningColumns(columns: TableColumns) {
  const amounts = (id: string) => columns.amounts(id, PRICE_DECIMALS);
  return {
    leadDays: amounts("leadDays"),
    minOrder: amounts("minOrder"),
    orderMultiple: amounts("orderMultiple"),
    minStock: amounts("minStock"),
    maxStock: amounts("maxStock"),
    safetyStock: amounts("safetyStock"),
    serviceLevels: columns.rates("serviceLevel"),
    orderCosts: amounts("orderCost"),
    holdingRates: columns.rates("holdingRate"),
    shortageCosts: amounts("shortageUnitCost"),
  };
}

function planningAt(read: Taken<ReturnType<typeof planningColumns>>, row: number): ItemPlanning {
  return {
    leadDays: amountAt(read.leadDays, row),
    minOrder: amountAt(read.minOrder, row),
    orderMultiple: amountAt(read.orderMultiple, row),
    minStock: amountAt(read.minStock, row),
    maxStock: amountAt(read.maxStock, row),
    safetyStock: amountAt(read.safetyStock, row),
    serviceLevel: priceAt(read.serviceLevels, row),
    orderCost: priceAt(read.orderCosts, row),
    holdingRate: priceAt(read.holdingRates, row),
    shortageUnitCost: priceAt(read.shortageCosts, row),
  };
}

function itemColumns(columns: TableColumns, { language, warehouses, partners }: ItemReading) {
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
    serialized: columns.choices("serialized", BLANK, () => flags),
    shelfDays: columns.amounts("shelfDays", 0),
    suppliers: columns.codes("supplier", partners),
    warehouses: columns.codes("warehouse", warehouses),
    bins: columns.texts("bin"),
    purchasePrices: columns.amounts("purchasePrice", PRICE_DECIMALS),
    standardCosts: columns.amounts("standardCost", PRICE_DECIMALS),
    retailPrices: columns.amounts("retailPrice", PRICE_DECIMALS),
    wholesalePrices: columns.amounts("wholesalePrice", PRICE_DECIMALS),
    floorPrices: columns.amounts("floorPrice", PRICE_DECIMALS),
    rates: columns.rates("taxRate"),
    weights: columns.amounts("weight", PRICE_DECIMALS),
    volumes: columns.amounts("volume", PRICE_DECIMALS),
    ...planningColumns(columns),
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
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    spec: textAt(read.specs, row),
    category: textAt(read.categories, row),
    barcode: textAt(read.barcodes, row),
    service: wordAt(read.kinds, row, itemKinds) === "service",
    unit: textAt(read.units, row),
    decimals: wholeAt(columns, row, { ...DECIMALS, value: numberAt(read.decimals, row) }),
    costing: costingAt(read.costing, row),
    batched: flagAt(read.batched, row),
    serialized: flagAt(read.serialized, row),
    shelfDays: wholeAt(columns, row, { ...SHELF_DAYS, value: numberAt(read.shelfDays, row) }),
    supplier: read.suppliers[row] ?? NONE,
    warehouse: read.warehouses[row] ?? NONE,
    bin: textAt(read.bins, row),
    purchasePrice: priceAt(read.purchasePrices, row),
    standardCost: priceAt(read.standardCosts, row),
    retailPrice: priceAt(read.retailPrices, row),
    wholesalePrice: priceAt(read.wholesalePrices, row),
    floorPrice: priceAt(read.floorPrices, row),
    taxRate: priceAt(read.rates, row),
    weight: amountAt(read.weights, row),
    volume: amountAt(read.volumes, row),
    planning: planningAt(read, row),
    inactive: flagAt(read.inactive, row),
  }));
}
