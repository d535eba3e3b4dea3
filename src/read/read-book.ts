import type { Book } from "../domain/book/book";
import type { Settings } from "../domain/book/settings";
import type { Checked } from "../domain/kernel/checked";
import { finding, type Finding } from "../domain/kernel/finding";
import type { Masters } from "../domain/book/masters";
import { logStation } from "../registers/names";
import type { TableCells } from "../workbook/port";
import { bookLanguage } from "./book-language";
import type { TypeName } from "./cells/lookup";
import { unpacked } from "./packs";
import { readLines } from "./read-lines";
import { readMasters, type MasterLookups } from "./read-masters";
import { rowMemory, type RowMemory } from "./row-memory";
import { readSettings } from "./read-settings";
import { sourcesOf, type Source } from "./source";

/** A book as it was read: its values, and where each of its tables and columns stands in the workbook. */
export interface ReadBook {
  readonly book: Book;
  /** By the table's id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The logs of all stations, each a table of its own. */
  readonly logs: readonly TableCells[];
  /** What says of rows in doubt which they are. */
  readonly memory: RowMemory;
}

/**
 * How a book is read: the types of document there are; strict where it is a workbook, whose tables must be
 * there.
 */
export interface BookReading {
  readonly types: readonly TypeName[];
  readonly strict: boolean;
  readonly strangers?: readonly string[];
  /** Rows by rowId that are drafts, though the log knows them as posted: of a document being amended. */
  readonly drafts?: ReadonlySet<string>;
  /** Of a book read before, whose rows are to be taken for the same; else the book's own logs are asked. */
  readonly memory?: RowMemory;
}

const NO_ROWS: ReadonlySet<string> = new Set();

/** The settings with their warehouse as a code. Raises UNKNOWN_CODE where it is none, and leaves it out. */
function settled(
  settings: Settings,
  of: { readonly masters: Masters; readonly lookups: MasterLookups },
  found: Finding[],
): Settings {
  if (settings.warehouse === "") return settings;
  const place = of.lookups.warehouses.find(settings.warehouse);
  if (typeof place === "number") return { ...settings, warehouse: of.masters.warehouses[place]?.code ?? "" };
  if (place !== null) {
    found.push(finding(place.code, { table: "settings", row: 0, rowId: null, column: "value" }, place.facts));
  }
  return { ...settings, warehouse: "" };
}

/**
 * The book that stands in these tables: settings, masters and every register row, read column by column.
 * Findings say what cannot be read and where; one bad cell makes its row faulty and leaves the rest as it is.
 */
export function readBook(
  tables: readonly TableCells[],
  { types, strict, strangers = [], drafts = NO_ROWS, memory: known }: BookReading,
): Checked<ReadBook> {
  const found: Finding[] = [];
  const language = bookLanguage(tables);
  const sources = sourcesOf(tables, { strict, language, strangers }, found);
  const typed = readSettings(sources.get("settings") ?? null, language, found);
  const logs = tables.filter(({ name }) => logStation(name) !== null);
  const reading = { language, moneyDecimals: typed.moneyDecimals, logs };
  const { masters, lookups } = readMasters(sources, reading, found);
  const settings = settled(typed, { masters, lookups }, found);
  const memory = known ?? rowMemory({ sources, logs, types, language });
  const lines = unpacked(readLines(sources, { settings, types, lookups, memory, drafts }, found), masters);
  return { value: { book: { settings, masters, lines }, sources, logs, memory }, findings: found };
}
