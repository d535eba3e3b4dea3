import type { Book } from "../domain/book/book";
import type { Settings } from "../domain/book/settings";
import type { Checked } from "../domain/kernel/checked";
import { finding, type Finding } from "../domain/kernel/finding";
import type { Masters } from "../domain/book/masters";
import type { Language } from "../domain/kernel/title";
import { logStation } from "../registers/names";
import type { TableCells } from "../workbook/port";
import { bookLanguage } from "./book-language";
import type { TypeName } from "./cells/lookup";
import { findingsOfGone, goneMembers, type GoneMember, leaveUnknown } from "./gone-masters";
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
  /** What posted rows name of the masters that is in no table any more. */
  readonly gone: readonly GoneMember[];
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
  /** The language of the book, of whose settings these tables are but a part; else as they say. */
  readonly language?: Language;
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
 * What posted rows name of masters that are gone stands for itself, by its code, so that no figure is left
 * out; to drafts it is unknown.
 */
export function readBook(tables: readonly TableCells[], asked: BookReading): Checked<ReadBook> {
  const found: Finding[] = [];
  const { strict, strangers = [] } = asked;
  const language = asked.language ?? bookLanguage(tables);
  const sources = sourcesOf(tables, { strict, language, strangers }, found);
  const typed = readSettings(sources.get("settings") ?? null, language, found);
  const logs = tables.filter(({ name }) => logStation(name) !== null);
  const beginning = { sources, typed, language, logs, found };
  const first = readOn(beginning, asked, []);
  const { lines } = first.value.book;
  const gone = goneMembers(first.findings, lines, logs);
  if (gone.length === 0) return first;
  const unknown = findingsOfGone(first.findings, lines, gone);
  const again = { ...asked, memory: first.value.memory };
  const whole = readOn({ ...beginning, found: [...found, ...unknown] }, again, gone);
  leaveUnknown(whole.value.book.lines, unknown);
  return whole;
}

/** A book whose settings are read, and what was found until then. */
interface Beginning {
  readonly sources: ReadonlyMap<string, Source>;
  readonly typed: Settings;
  readonly language: Language;
  readonly logs: readonly TableCells[];
  readonly found: readonly Finding[];
}

function readOn(
  { sources, typed, language, logs, found: before }: Beginning,
  { types, drafts = NO_ROWS, memory: known }: BookReading,
  gone: readonly GoneMember[],
): Checked<ReadBook> {
  const found = [...before];
  const { moneyDecimals } = typed;
  const { masters, lookups } = readMasters(sources, { language, moneyDecimals, logs, gone }, found);
  const settings = settled(typed, { masters, lookups }, found);
  const memory = known ?? rowMemory({ sources, logs, types, language });
  const lines = unpacked(readLines(sources, { settings, types, lookups, memory, drafts }, found), masters);
  return { value: { book: { settings, masters, lines }, sources, logs, memory, gone }, findings: found };
}
