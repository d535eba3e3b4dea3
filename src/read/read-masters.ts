import type { Account, Masters, Partner, Warehouse } from "../domain/book/masters";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { money } from "../domain/kernel/numbers";
import { FINISH_ACTIONS, finishingsOf } from "../domain/log/finishings-told";
import type { TableCells } from "../workbook/port";
import { overdueControls, partnerKinds, warehouseKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { codeLookup } from "./cells/code";
import { flagLookup, wordLookup } from "./cells/lookup";
import { type GoneMember, standIns } from "./gone-masters";
import { BLANK, flagAt, memberRows, priceAt, textAt, wordAt } from "./master-rows";
import { rowsOfActions } from "./read-log";
import { readDunning, readDunningLevels } from "./read-dunning";
import { readItems } from "./read-items";
import { readBudgets, readCategories, readReasons, readStaff, readTargets } from "./read-people";
import { readMethodChanges, readPeriods } from "./read-periods";
import { readPrices, readPromotions } from "./read-price-rules";
import { readBatches, readBins, readBom } from "./read-stock-masters";
import { readTerms } from "./read-terms";
import { withTransit } from "./way-warehouse";
import { readUnits } from "./read-units";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

/** How members of the masters are found by what stands in a cell. */
export interface MasterLookups {
  /** Items by code, name or barcode; then other units by the barcodes on them, counted on after the items. */
  readonly items: Lookup;
  readonly warehouses: Lookup;
  readonly partners: Lookup;
  readonly accounts: Lookup;
}

function readWarehouses(source: Source | null, language: Language, found: Finding[]): readonly Warehouse[] {
  const columns = tableColumns([source], found);
  const { codes, names, kinds, negative } = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    kinds: columns.choices("kind", BLANK, () => wordLookup(warehouseKinds, language)),
    negative: columns.choices("allowNegative", BLANK, () => flagLookup(language)),
  });
  return memberRows(columns, { id: "code", keys: codes, names: codes }).map((row) => ({
    code: textAt(codes, row),
    name: textAt(names, row),
    kind: (wordAt(kinds, row, warehouseKinds) ?? "main") as Warehouse["kind"],
    allowNegative: flagAt(negative, row),
  }));
}

/** A partner of whom is not said whether we buy or sell may be both. */
function readPartners(
  source: Source | null,
  { language, moneyDecimals }: MasterReading,
  found: Finding[],
): readonly Partner[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    kinds: columns.choices("kind", BLANK, () => wordLookup(partnerKinds, language)),
    grades: columns.texts("grade"),
    priceGrades: columns.texts("priceGrade"),
    terms: columns.texts("terms"),
    limits: columns.amounts("creditLimit", moneyDecimals),
    controls: columns.choices("overdueControl", BLANK, () => wordLookup(overdueControls, language)),
    rates: columns.rates("taxRate"),
    inactive: columns.choices("inactive", BLANK, () => flagLookup(language)),
  });
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    supplier: wordAt(read.kinds, row, partnerKinds) !== "customer",
    customer: wordAt(read.kinds, row, partnerKinds) !== "supplier",
    grade: textAt(read.grades, row),
    priceGrade: textAt(read.priceGrades, row),
    terms: textAt(read.terms, row),
    creditLimit: Number.isNaN(read.limits[row]) ? null : money(read.limits[row] ?? 0),
    overdueControl: wordAt(read.controls, row, overdueControls) as Partner["overdueControl"],
    taxRate: priceAt(read.rates, row),
    inactive: flagAt(read.inactive, row),
  }));
}

function readAccounts(source: Source | null, moneyDecimals: number, found: Finding[]): readonly Account[] {
  const columns = tableColumns([source], found);
  const { codes, names, overdrafts } = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    overdrafts: columns.amounts("overdraft", moneyDecimals),
  });
  return memberRows(columns, { id: "code", keys: codes, names: codes }).map((row) => ({
    code: textAt(codes, row),
    name: textAt(names, row),
    overdraft: Number.isNaN(overdrafts[row]) ? null : money(overdrafts[row] ?? 0),
  }));
}

/** In what language a book is read, how many decimals its money has, and what was told of it. */
export interface MasterReading {
  readonly language: Language;
  readonly moneyDecimals: number;
  readonly logs: readonly TableCells[];
  /** Members that posted rows name and that are in no table any more; left out = none. */
  readonly gone?: readonly GoneMember[];
}

/**
 * The masters of a book and the lookups of their codes. Raises what their cells and keys have wrong into
 * `found`.
 */
export function readMasters(
  sources: ReadonlyMap<string, Source>,
  reading: MasterReading,
  found: Finding[],
): { readonly masters: Masters; readonly lookups: MasterLookups } {
  const { language } = reading;
  const source = (id: string): Source | null => sources.get(id) ?? null;
  const beside = standIns(reading.gone ?? []);
  const places = [...readWarehouses(source("warehouses"), language, found), ...beside.warehouses];
  const warehouses = withTransit(places, language);
  const partners = [...readPartners(source("partners"), reading, found), ...beside.partners];
  const accounts = [...readAccounts(source("accounts"), reading.moneyDecimals, found), ...beside.accounts];
  const byCode = {
    warehouses: codeLookup("warehouses", warehouses),
    partners: codeLookup("partners", partners),
    accounts: codeLookup("accounts", accounts),
  };
  const items = [...readItems(source("items"), { language, ...byCode }, found), ...beside.items];
  const itemLookup = codeLookup("items", items);
  const units = readUnits(source("units"), itemLookup, found);
  const others = readOthers(sources, { ...reading, ...byCode, items: itemLookup }, found);
  const lookups = { ...byCode, items: codeLookup("items", items, units) };
  return { masters: { items, units, warehouses, partners, accounts, ...others }, lookups };
}

/** The masters that refer to others and that no cell of a register is looked up in. */
function readOthers(
  sources: ReadonlyMap<string, Source>,
  reading: MasterReading & MasterLookups,
  found: Finding[],
): Omit<Masters, "items" | "units" | "warehouses" | "partners" | "accounts"> {
  const { language, items } = reading;
  const listed = <T>(id: string, read: (source: Source) => readonly T[]): readonly T[] => {
    const source = sources.get(id);
    return source === undefined || source.cells.rowCount === 0 ? [] : read(source);
  };
  return {
    terms: listed("terms", (source) => readTerms(source, language, found)),
    prices: listed("prices", (source) => readPrices(source, reading, found)),
    promotions: listed("promotions", (source) => readPromotions(source, reading, found)),
    bom: listed("bom", (source) => readBom(source, items, found)),
    batches: listed("batches", (source) => readBatches(source, reading, found)),
    bins: listed("bins", (source) => readBins(source, reading.warehouses, found)),
    periods: listed("periods", (source) => readPeriods(source, reading, found)),
    methodChanges: listed("methodChange", (source) => readMethodChanges(source, reading, found)),
    staff: listed("staff", (source) => readStaff(source, reading, found)),
    categories: listed("categories", (source) => readCategories(source, language, found)),
    reasons: listed("reasons", (source) => readReasons(source, language, found)),
    targets: listed("targets", (source) => readTargets(source, reading, found)),
    budgets: listed("budgets", (source) => readBudgets(source, reading, found)),
    dunningLevels: listed("dunningLevels", (source) => readDunningLevels(source, found)),
    dunning: listed("dunning", (source) => readDunning(source, language, found)),
    finishings: finishingsOf(reading.logs.map((cells) => rowsOfActions(cells, FINISH_ACTIONS))),
  };
}
