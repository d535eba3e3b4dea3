import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { tableById } from "../registers/names";
import type { TableDefinition } from "../registers/definition";
import { tables as definitions } from "../registers/tables";
import type { Change } from "../workbook/port";
import { columnById, type Hand, headerFor } from "../write/hand";
import { bookTables, creation, nameFor } from "./book-tables";
import type { Answer, Desk } from "./desk";
import { loadBook } from "./load-book";
import { badStep } from "./options";
import { defaultSettings, settingChanges } from "./setting-rows";

/** How a book is mended. */
export interface Repair {
  /** In which language tables are made where there is no book yet. */
  readonly language: Language;
  /**
   * What was renamed: by a table's id, or a table's and a column's as `items.code`, the name that it bears
   * now; "" = none, it is to be made. What seems to have been renamed and is not named here stays as it is.
   */
  readonly renamed: Readonly<Partial<Record<string, string>>>;
}

/** What was mended: ids of the tables made, columns added as `items.code`, and what has its name back. */
export interface RepairAnswer {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
  readonly renamed: readonly string[];
}

/**
 * Makes what a book lacks beside all that is there: its tables, the settings filled in, and the columns
 * without which its rows mean nothing; what was renamed gets its name back. Findings are what is left. A
 * second run finds nothing to do.
 */
export async function repairBook(desk: Desk, repair: Repair): Answer<RepairAnswer> {
  const tables = await mendTables(desk, repair);
  if (tables.findings.length > 0) return { value: null, findings: tables.findings };
  const { findings } = await loadBook(desk);
  const lost = findings.filter(({ code }) => code === "HEADER_MISSING");
  const mended = lost.flatMap((found) => mendColumn(tables.hand, found, repair));
  const changes = await placed(desk, mended);
  if (changes.length > 0) await desk.workbook.apply(changes);
  const isMended = (found: Finding): boolean => mended.some(({ id }) => id === idOf(found));
  return {
    value: {
      tables: tables.made,
      columns: mended.flatMap(({ id, from }) => (from === null ? [id] : [])),
      renamed: [...tables.renamed, ...mended.flatMap(({ id, from }) => (from === null ? [] : [id]))],
    },
    findings: lost.filter((found) => !isMended(found)),
  };
}

interface MendedTables {
  readonly hand: Hand;
  /** Ids. */
  readonly made: readonly string[];
  readonly renamed: readonly string[];
  /** Names that no table bears. */
  readonly findings: readonly Finding[];
}

async function mendTables(desk: Desk, { language, renamed }: Repair): Promise<MendedTables> {
  const book = await bookTables(desk);
  const hand: Hand = book.known.size === 0 ? { workbook: desk.strict, language } : book.hand;
  const missing = definitions.filter(({ id }) => !book.known.has(id));
  const named = missing.filter(({ id }) => (renamed[id] ?? "") !== "");
  const strange = named.filter(({ id }) => !book.strange.some(({ name }) => name === renamed[id]));
  const findings = strange.map(({ id }) => badStep(`${id}=${renamed[id] ?? ""}`));
  const made = missing.filter((table) => !named.includes(table));
  const changes = [
    ...named.map((table): Change => {
      return { do: "rename", table: renamed[table.id] ?? "", header: null, to: nameFor(hand, table) };
    }),
    ...made.map((table) => creation(hand, table)),
  ];
  if (findings.length === 0 && changes.length > 0) await desk.workbook.apply(changes);
  if (findings.length === 0) await fillSettings(desk, hand, made);
  return { hand, made: made.map(({ id }) => id), renamed: named.map(({ id }) => id), findings };
}

/** Fills settings that were just made, or that an earlier run made and did not fill. */
async function fillSettings(desk: Desk, hand: Hand, made: readonly TableDefinition[]): Promise<void> {
  const book = await bookTables(desk);
  const isMade = made.some(({ role }) => role === "settings");
  const isBare = desk.strict && book.known.get("settings")?.rowCount === 0;
  if (isMade || isBare) await desk.workbook.apply(settingChanges({ ...book, hand }, defaultSettings(hand)));
}

/** A column that is made (from null) or gets its header back. */
interface MendedColumn {
  readonly id: string;
  readonly table: string;
  readonly from: string | null;
  readonly header: string;
}

function idOf({ table, column }: Finding): string {
  return `${table ?? ""}.${column ?? ""}`;
}

/** Nothing where it seems to have been renamed and nobody said so. */
function mendColumn(hand: Hand, found: Finding, { renamed }: Repair): readonly MendedColumn[] {
  const id = idOf(found);
  const from = renamed[id] ?? (found.facts["nearest"] === null ? "" : null);
  if (from === null || found.table === null || found.column === null) return [];
  const header = headerFor(hand, columnById(tableById(found.table), found.column));
  return [{ id, table: found.table, from: from === "" ? null : from, header }];
}

/** The changes that mend columns, at the tables as they are called in the workbook. */
async function placed(desk: Desk, mended: readonly MendedColumn[]): Promise<readonly Change[]> {
  const { known } = await bookTables(desk);
  return mended.map(({ table: id, from, header }): Change => {
    const table = known.get(id)?.name ?? id;
    return from === null
      ? { do: "stamp", table, rows: [], columns: [{ header, cells: [] }] }
      : { do: "rename", table, header: from, to: header };
  });
}
