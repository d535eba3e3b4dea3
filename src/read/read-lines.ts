import { BASES, NO_TYPE, NO_WORD, NONE, REGISTERS, UNREAD_TYPE, type Lines } from "../domain/book/lines";
import { reversedLines } from "../domain/book/reversals";
import type { Settings } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { invoiceKinds, purchaseBases, purposes, roles, statuses, stockBases } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { flagLookup, typeLookup, wordLookup, type TypeName } from "./cells/lookup";
import type { MasterLookups } from "./read-masters";
import { settleRows, type Settling } from "./rows-meant";
import type { Source } from "./source";
import { tableColumns, type TableColumns, type Wanted } from "./table-columns";

const BLANK = 255;
const DECIMALS = 6;

/** All that the registers' cells are read by. */
export interface LineReading extends Settling {
  readonly settings: Settings;
  readonly types: readonly TypeName[];
  readonly lookups: MasterLookups;
}

/** 1 where the word at that place of the list stands, else 0. */
function isWord(words: Lookup, place: number): Lookup {
  return {
    find: (cell) => {
      const found = words.find(cell);
      return typeof found === "number" ? Number(found === place) : found;
    },
  };
}

/** The bases of a register by their place in the domain's list: purchases and stock each know their own. */
function basisLookup(table: number, language: Language): Lookup {
  const words = REGISTERS[table] === "stock" ? stockBases : purchaseBases;
  const own = wordLookup(words, language);
  const places = words.map(({ code }) => BASES.findIndex((basis) => basis === code));
  return {
    find: (cell) => {
      const found = own.find(cell);
      return typeof found === "number" && found >= 0 ? (places[found] ?? NO_WORD) : found;
    },
  };
}

/** Who, what, where, when. */
function headOf(columns: TableColumns, { settings, types, lookups }: LineReading) {
  const typeLookups = REGISTERS.map((register) => typeLookup(types, register));
  const words = wordLookup(statuses, settings.language);
  const typeOf = (table: number): Lookup => typeLookups[table] ?? words;
  return {
    type: columns.choices("type", NO_TYPE, typeOf),
    status: columns.choices("status", 0, () => words),
    number: columns.stamps("number"),
    line: columns.amounts("line", 0),
    draft: columns.texts("draft"),
    day: columns.days("date"),
    time: columns.times("time"),
    partner: columns.codes("partner", lookups.partners),
    item: columns.codes("item", lookups.items),
    warehouse: columns.codes("warehouse", lookups.warehouses),
    toWarehouse: columns.codes("toWarehouse", lookups.warehouses),
    account: columns.codes("account", lookups.accounts),
    toAccount: columns.codes("toAccount", lookups.accounts),
    batch: columns.texts("batch"),
    produced: columns.days("produced"),
    expires: columns.days("expires"),
    serial: columns.texts("serial"),
    bin: columns.texts("bin"),
    toBin: columns.texts("toBin"),
    unit: columns.texts("unit"),
    ref: columns.texts("ref"),
    against: columns.texts("against"),
    externalNo: columns.texts("externalNo"),
    invoice: columns.texts("invoice"),
    terms: columns.texts("terms"),
    due: columns.days("due"),
    promised: columns.days("promised"),
    reason: columns.texts("reason"),
    category: columns.texts("category"),
    job: columns.texts("job"),
    revision: columns.amounts("revision", 0),
    postedAt: columns.stamps("postedAt"),
  };
}

/** How much, at what price, with what tax. */
function figuresOf(columns: TableColumns, settings: Settings) {
  const money = (id: string): Wanted<Float64Array> => columns.amounts(id, settings.moneyDecimals);
  const flags = flagLookup(settings.language);
  const ordinary = isWord(
    wordLookup(invoiceKinds, settings.language),
    invoiceKinds.findIndex(({ code }) => code === "ordinary"),
  );
  const advance = isWord(
    wordLookup(purposes, settings.language),
    purposes.findIndex(({ code }) => code === "advance"),
  );
  return {
    qty: columns.amounts("qty", DECIMALS),
    price: columns.amounts("price", DECIMALS),
    includesTax: columns.choices("priceIncludesTax", BLANK, () => flags),
    discount: columns.rates("discount"),
    discountAmount: money("discountAmount"),
    documentDiscount: money("documentDiscount"),
    taxRate: columns.rates("taxRate"),
    net: money("net"),
    tax: money("tax"),
    total: money("total"),
    ordinaryInvoice: columns.choices("invoiceKind", 0, () => ordinary),
    paid: money("paid"),
    accepted: columns.amounts("accepted", DECIMALS),
    rejected: columns.amounts("rejected", DECIMALS),
    counted: columns.amounts("counted", DECIMALS),
    recount: columns.amounts("recount", DECIMALS),
    role: columns.choices("role", NO_WORD, () => wordLookup(roles, settings.language)),
    share: columns.rates("share"),
    basis: columns.choices("basis", NO_WORD, (table) => basisLookup(table, settings.language)),
    unitCost: columns.amounts("unitCost", DECIMALS),
    value: money("value"),
    amount: money("amount"),
    fee: money("fee"),
    discountTaken: money("discountTaken"),
    advance: columns.choices("purpose", 0, () => advance),
  };
}

/**
 * The rows of the four registers as lines, a blank row kept in its place. Raises what cells have wrong,
 * UNKNOWN_TYPE, UNKNOWN_CODE, DUPLICATE_ROW_ID and POSTED_AS_DRAFT into `found`.
 */
export function readLines(
  sources: ReadonlyMap<string, Source>,
  reading: LineReading,
  found: Finding[],
): Lines {
  const columns = tableColumns(
    REGISTERS.map((id) => sources.get(id) ?? null),
    found,
  );
  const lines = columns.read({
    rowId: columns.stamps("rowId"),
    ...headOf(columns, reading),
    ...figuresOf(columns, reading.settings),
  });
  const { count, offsets, faulty, blank } = columns;
  found.push(...settleRows(columns, lines, reading));
  for (const line of linesAt(found, offsets, ["type"]).keys()) lines.type[line] = UNREAD_TYPE;
  const unread = linesAt(found, offsets, ["date", "partner"]);
  const all = { count, offsets, faulty, blank, unread, ...lines };
  return { ...all, reverses: reversedLines(all) };
}

/** The lines with a finding in one of the columns, each with what was typed there. */
function linesAt(
  found: readonly Finding[],
  offsets: readonly number[],
  columns: readonly string[],
): ReadonlyMap<number, string> {
  const typed = new Map<number, string>();
  for (const { table, row, column, facts } of found) {
    const register = REGISTERS.findIndex((id) => id === table);
    if (register === NONE || row === 0 || column === null || !columns.includes(column)) continue;
    const line = offsets[register] + row - 1;
    typed.set(line, [typed.get(line), column, facts["value"], facts["error"]].join(" "));
  }
  return typed;
}
