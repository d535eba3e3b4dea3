import type { Account, AlternativeUnit, Item, Masters, Partner, Warehouse } from "../domain/book/masters";
import type { CostingCode, Settings } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import { price, type Price } from "../domain/kernel/numbers";
import { costingMethods, itemKinds, partnerKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { misread } from "./cells/cell-column";
import { codeLookup } from "./cells/code";
import { flagLookup, wordLookup } from "./cells/lookup";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

/** Masters, and how their members are found by what stands in a cell. */
export interface MasterLookups {
  readonly items: Lookup;
  readonly warehouses: Lookup;
  readonly partners: Lookup;
  readonly accounts: Lookup;
}

const BLANK = 255;
const PRICE_DECIMALS = 6;
const MOST_DECIMALS = 6;
const MOST_FACTOR = 1_000_000_000;

/** Rows that name a member, in order, each code once. Raises REQUIRED and DUPLICATE_KEY. */
function memberRows(columns: TableColumns, id: string, keys: readonly string[]): readonly number[] {
  const blank = columns.blankRows();
  const firsts = new Map<string, number>();
  return keys.flatMap((key, row) => {
    if (blank[row] === 1) return [];
    const first = firsts.get(key);
    if (key === "" && columns.has(id)) columns.raise(row, id, { code: "REQUIRED", facts: {} });
    if (key === "") return [];
    else if (first !== undefined)
      columns.raise(row, id, misread("DUPLICATE_KEY", key, { firstRow: first + 1 }));
    else firsts.set(key, row);
    return first === undefined ? [row] : [];
  });
}

function priceOrNull(units: number | undefined): Price | null {
  return units === undefined || Number.isNaN(units) ? null : price(units);
}

function readWarehouses(source: Source | null, settings: Settings, found: Finding[]): readonly Warehouse[] {
  const columns = tableColumns([source], found);
  const codes = columns.texts("code");
  const names = columns.texts("name");
  const negative = columns.choices("allowNegative", BLANK, () => flagLookup(settings.language));
  return memberRows(columns, "code", codes).map((row) => ({
    code: codes[row] ?? "",
    name: names[row] ?? "",
    allowNegative: negative[row] === 1,
  }));
}

function readPartners(source: Source | null, settings: Settings, found: Finding[]): readonly Partner[] {
  const columns = tableColumns([source], found);
  const codes = columns.texts("code");
  const names = columns.texts("name");
  const kinds = columns.choices("kind", BLANK, () => wordLookup(partnerKinds, settings.language));
  const rates = columns.rates("taxRate");
  const inactive = columns.choices("inactive", BLANK, () => flagLookup(settings.language));
  return memberRows(columns, "code", codes).map((row) => {
    const kind = partnerKinds[kinds[row] ?? BLANK]?.code ?? "both";
    return {
      code: codes[row] ?? "",
      name: names[row] ?? "",
      supplier: kind !== "customer",
      customer: kind !== "supplier",
      taxRate: priceOrNull(rates[row]),
      inactive: inactive[row] === 1,
    };
  });
}

function readAccounts(source: Source | null, found: Finding[]): readonly Account[] {
  const columns = tableColumns([source], found);
  const codes = columns.texts("code");
  const names = columns.texts("name");
  return memberRows(columns, "code", codes).map((row) => ({
    code: codes[row] ?? "",
    name: names[row] ?? "",
  }));
}

/** A whole number within bounds, or null where blank. Raises OUT_OF_RANGE. */
function wholeAt(
  columns: TableColumns,
  cell: { row: number; id: string; value: number },
  bounds: readonly [number, number],
): number | null {
  const { row, id, value } = cell;
  if (Number.isNaN(value)) return null;
  const [least, most] = bounds;
  if (value >= least && value <= most) return value;
  columns.raise(row, id, misread("OUT_OF_RANGE", value, { least: String(least), most: String(most) }));
  return null;
}

function itemColumns(columns: TableColumns, settings: Settings, warehouses: Lookup) {
  const flags = flagLookup(settings.language);
  return {
    codes: columns.texts("code"),
    names: columns.texts("name"),
    specs: columns.texts("spec"),
    categories: columns.texts("category"),
    barcodes: columns.texts("barcode"),
    units: columns.texts("unit"),
    kinds: columns.choices("kind", BLANK, () => wordLookup(itemKinds, settings.language)),
    decimals: columns.amounts("decimals", 0),
    costing: columns.choices("costing", BLANK, () => wordLookup(costingMethods, settings.language)),
    batched: columns.choices("batched", BLANK, () => flags),
    warehouses: columns.codes("warehouse", warehouses),
    purchasePrices: columns.amounts("purchasePrice", PRICE_DECIMALS),
    retailPrices: columns.amounts("retailPrice", PRICE_DECIMALS),
    rates: columns.rates("taxRate"),
    inactive: columns.choices("inactive", BLANK, () => flags),
  };
}

function costingAt(place: number): CostingCode | null {
  const code = costingMethods[place]?.code;
  return code === undefined ? null : (code as CostingCode);
}

function readItems(
  source: Source | null,
  of: { settings: Settings; warehouses: Lookup },
  found: Finding[],
): readonly Item[] {
  const columns = tableColumns([source], found);
  const read = itemColumns(columns, of.settings, of.warehouses);
  return memberRows(columns, "code", read.codes).map((row) => ({
    code: read.codes[row] ?? "",
    name: read.names[row] ?? "",
    spec: read.specs[row] ?? "",
    category: read.categories[row] ?? "",
    barcode: read.barcodes[row] ?? "",
    service: itemKinds[read.kinds[row] ?? BLANK]?.code === "service",
    unit: read.units[row] ?? "",
    decimals: wholeAt(columns, { row, id: "decimals", value: read.decimals[row] ?? NaN }, [0, MOST_DECIMALS]),
    costing: costingAt(read.costing[row] ?? BLANK),
    batched: read.batched[row] === 1,
    warehouse: read.warehouses[row] ?? -1,
    purchasePrice: priceOrNull(read.purchasePrices[row]),
    retailPrice: priceOrNull(read.retailPrices[row]),
    taxRate: priceOrNull(read.rates[row]),
    inactive: read.inactive[row] === 1,
  }));
}

/** Units of rows that can be read whole; a blank denominator is 1. */
function readUnits(source: Source | null, items: Lookup, found: Finding[]): readonly AlternativeUnit[] {
  const columns = tableColumns([source], found);
  const places = columns.codes("item", items);
  const names = columns.texts("unit");
  const tops = columns.amounts("numerator", 0);
  const bottoms = columns.amounts("denominator", 0);
  const keys = names.map((unit, row) => (unit === "" ? "" : `${String(places[row])} ${unit}`));
  return memberRows(columns, "unit", keys).flatMap((row) => {
    const whole = (id: string, value: number): number | null =>
      wholeAt(columns, { row, id, value }, [1, MOST_FACTOR]);
    if (Number.isNaN(tops[row])) columns.raise(row, "numerator", { code: "REQUIRED", facts: {} });
    const numerator = whole("numerator", tops[row] ?? NaN);
    const denominator = whole("denominator", Number.isNaN(bottoms[row]) ? 1 : (bottoms[row] ?? 1));
    const item = places[row] ?? -1;
    if (item < 0 && columns.faulty[row] !== 1) columns.raise(row, "item", { code: "REQUIRED", facts: {} });
    if (item < 0 || numerator === null || denominator === null) return [];
    return [{ item, unit: names[row] ?? "", numerator, denominator }];
  });
}

/** The masters of a book and the lookups for their codes. Raises what their cells and keys have wrong into `found`. */
export function readMasters(
  sources: ReadonlyMap<string, Source>,
  settings: Settings,
  found: Finding[],
): { readonly masters: Masters; readonly lookups: MasterLookups } {
  const source = (id: string): Source | null => sources.get(id) ?? null;
  const warehouses = readWarehouses(source("warehouses"), settings, found);
  const partners = readPartners(source("partners"), settings, found);
  const accounts = readAccounts(source("accounts"), found);
  const warehouseLookup = codeLookup("warehouses", warehouses);
  const items = readItems(source("items"), { settings, warehouses: warehouseLookup }, found);
  const itemLookup = codeLookup("items", items);
  const units = readUnits(source("units"), itemLookup, found);
  const lookups = {
    items: itemLookup,
    warehouses: warehouseLookup,
    partners: codeLookup("partners", partners),
    accounts: codeLookup("accounts", accounts),
  };
  return { masters: { items, units, warehouses, partners, accounts }, lookups };
}
