import type { Account, Masters, Partner, Warehouse } from "../domain/book/masters";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { partnerKinds } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { codeLookup } from "./cells/code";
import { flagLookup, wordLookup } from "./cells/lookup";
import { BLANK, flagAt, memberRows, priceAt, textAt, wordAt } from "./master-rows";
import { readItems } from "./read-items";
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
  const { codes, names, negative } = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    negative: columns.choices("allowNegative", BLANK, () => flagLookup(language)),
  });
  return memberRows(columns, { id: "code", keys: codes, names: codes }).map((row) => ({
    code: textAt(codes, row),
    name: textAt(names, row),
    allowNegative: flagAt(negative, row),
  }));
}

/** A partner of whom is not said whether we buy or sell may be both. */
function readPartners(source: Source | null, language: Language, found: Finding[]): readonly Partner[] {
  const columns = tableColumns([source], found);
  const { codes, names, kinds, rates, inactive } = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    kinds: columns.choices("kind", BLANK, () => wordLookup(partnerKinds, language)),
    rates: columns.rates("taxRate"),
    inactive: columns.choices("inactive", BLANK, () => flagLookup(language)),
  });
  return memberRows(columns, { id: "code", keys: codes, names: codes }).map((row) => ({
    code: textAt(codes, row),
    name: textAt(names, row),
    supplier: wordAt(kinds, row, partnerKinds) !== "customer",
    customer: wordAt(kinds, row, partnerKinds) !== "supplier",
    taxRate: priceAt(rates, row),
    inactive: flagAt(inactive, row),
  }));
}

function readAccounts(source: Source | null, found: Finding[]): readonly Account[] {
  const columns = tableColumns([source], found);
  const { codes, names } = columns.read({ codes: columns.texts("code"), names: columns.texts("name") });
  return memberRows(columns, { id: "code", keys: codes, names: codes }).map((row) => ({
    code: textAt(codes, row),
    name: textAt(names, row),
  }));
}

/**
 * The masters of a book and the lookups of their codes. Raises what their cells and keys have wrong into
 * `found`.
 */
export function readMasters(
  sources: ReadonlyMap<string, Source>,
  language: Language,
  found: Finding[],
): { readonly masters: Masters; readonly lookups: MasterLookups } {
  const source = (id: string): Source | null => sources.get(id) ?? null;
  const warehouses = readWarehouses(source("warehouses"), language, found);
  const partners = readPartners(source("partners"), language, found);
  const accounts = readAccounts(source("accounts"), found);
  const warehouseLookup = codeLookup("warehouses", warehouses);
  const items = readItems(source("items"), { language, warehouses: warehouseLookup }, found);
  const itemLookup = codeLookup("items", items);
  const units = readUnits(source("units"), itemLookup, found);
  const lookups = {
    items: codeLookup("items", items, units),
    warehouses: warehouseLookup,
    partners: codeLookup("partners", partners),
    accounts: codeLookup("accounts", accounts),
  };
  return { masters: { items, units, warehouses, partners, accounts }, lookups };
}
