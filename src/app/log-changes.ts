import { type Lines, REGISTERS, rowOf, STATUSES } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { adoptedRows, adoptedText } from "../domain/log/adopted";
import { chained } from "../domain/log/chain";
import type { StandingRow } from "../domain/log/differences";
import { type LogEntry, logEntry, type LogStamp } from "../domain/log/log-row";
import { isStamped, wholeCells } from "../domain/log/log-findings";
import { rowsOf, type StandingColumns } from "../domain/log/standing";
import { lastHash } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import { standingColumns } from "../read/standing-rows";
import { columnNamed, logStation, tableById } from "../registers/names";
import type { Cell, Change, ColumnCells, TableCells } from "../workbook/port";
import { headerFor } from "../write/hand";
import { creation, nameFor } from "./book-tables";
import type { Desk } from "./desk";
import { overlaidSource } from "./overlaid";
import { handOf } from "./places";

const log = tableById("log");
const POSTED = STATUSES.indexOf("posted");

/** The code of the computer that acts: what the book says of it, else what it says of itself. */
export function stationOf({ moment }: Desk, { book }: ReadBook): string {
  return book.settings.station === "" ? moment.station : book.settings.station;
}

/** The rows of the registers as the log keeps them; those of `rows` (0-based, by table) alone where given. */
export function columnsStanding(
  read: ReadBook,
  { changes = [], rows = null }: StandingQuestion = {},
): readonly StandingColumns[] {
  const { language } = read.book.settings;
  return REGISTERS.flatMap((id) => {
    const source = read.sources.get(id);
    const own = rows === null ? null : (rows.get(id) ?? []);
    if (source === undefined || own?.length === 0) return [];
    return [standingColumns(overlaidSource(source, changes), { language, types: documentTypes, rows: own })];
  });
}

/** The same, each row by itself. */
export function rowsStanding(read: ReadBook, question: StandingQuestion = {}): readonly StandingRow[] {
  return columnsStanding(read, question).flatMap(rowsOf);
}

/** As which changes will leave them, and which: rows (0-based) by the id of their table, null = all. */
export interface StandingQuestion {
  readonly changes?: readonly Change[];
  readonly rows?: ReadonlyMap<string, readonly number[]> | null;
}

/**
 * The rows of registers that were posted before the log began, as entries of their own; none of those that
 * bear the moment of their posting, as the log told of them once.
 */
function adoption(read: ReadBook, changes: readonly Change[]): LogEntry[] {
  if (changes.length === 0 && read.book.lines.status.every((status) => status < POSTED)) return [];
  const posted = rowsStanding(read, { changes }).filter(
    ({ status, cells }) => status !== "draft" && status !== "approved" && !isStamped(cells),
  );
  return REGISTERS.flatMap((table) => {
    const own = posted.filter((row) => row.table === table);
    const told = adoptedRows(table, own.map(wholeCells));
    return own.length === 0 ? [] : [logEntry({ action: "adopt", after: adoptedText(told) })];
  });
}

/** What to tell, and what is changed before it that the log need not tell. */
export interface Logging {
  readonly entries: readonly LogEntry[];
  readonly before?: readonly Change[];
}

/**
 * The changes that add entries to the log of this computer, behind its last row; the table is made where it
 * is missing. The first entries of a book come after what tells of the rows posted before them. Nothing where
 * there is nothing to tell.
 */
export function logChanges(desk: Desk, read: ReadBook, { entries, before = [] }: Logging): Change[] {
  if (entries.length === 0) return [];
  const station = stationOf(desk, read);
  const own = read.logs.find(({ name }) => logStation(name) === station);
  const isBegun = read.logs.some((cells) => lastHash(cells) !== "");
  const all = isBegun ? entries : [...adoption(read, before), ...entries];
  const { now, user } = desk.moment;
  const last = own === undefined ? "" : lastHash(own);
  const place = placeOfLog(desk, read, { station, own });
  const columns = columnsOf(place, { entries: all, stamp: { time: now, user, station }, last });
  return [...place.made, { do: "append", table: place.name, count: all.length, columns }];
}

interface LogPlace {
  readonly name: string;
  readonly made: readonly Change[];
  /** Of each column of the log, in its order. */
  readonly headers: readonly string[];
}

function placeOfLog(
  desk: Desk,
  read: ReadBook,
  { station, own }: { readonly station: string; readonly own: TableCells | undefined },
): LogPlace {
  const hand = handOf(desk, read);
  const headers = log.columns.map((column) => {
    const known = own?.headers.find((header) => columnNamed(log, header)?.id === column.id);
    return known ?? headerFor(hand, column);
  });
  if (own !== undefined) return { name: own.name, made: [], headers };
  const suffix = station === "" ? "" : `_${station}`;
  const name = nameFor(hand, log) + suffix;
  const made = creation(hand, log);
  if (made.do !== "create") throw new Error("the log is not created");
  return { name, made: [{ ...made, table: name, sheet: made.sheet + suffix }], headers };
}

/** Entries that follow a row of the log (its hash; "" = none), and who makes them when. */
interface Following {
  readonly entries: readonly LogEntry[];
  readonly stamp: LogStamp;
  readonly last: string;
}

/** The columns of new rows of the log; texts that are blank leave their cells blank. */
function columnsOf({ headers }: LogPlace, { entries, stamp, last }: Following): readonly ColumnCells[] {
  const hash = chained(entries, stamp, last);
  const cellsOf = (id: string): readonly Cell[] => {
    if (id === "hash") return hash;
    if (id === "previousHash") return hash.map((_, i) => (i === 0 ? last : hash[i - 1]) || null);
    if (isStamp(id)) return hash.map(() => stamp[id] || null);
    return isSaid(id) ? entries.map((entry) => entry[id] || null) : hash.map(() => null);
  };
  return log.columns.map(({ id }, i) => ({ header: headers[i], cells: cellsOf(id) }));
}

const STAMPS = ["time", "user", "station"] as const satisfies readonly (keyof LogStamp)[];
const SAID = ["action", "number", "rowId", "column", "before", "after", "reason"] as const;

function isStamp(id: string): id is keyof LogStamp {
  return STAMPS.some((each) => each === id);
}

function isSaid(id: string): id is keyof LogEntry {
  return SAID.some((each) => each === id);
}

/** Rows of the registers (0-based), by the table's id. */
export function rowsByTable(lines: Lines, chosen: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const line of chosen) {
    const { table, row } = rowOf(lines, line);
    const known = rows.get(table);
    if (known === undefined) rows.set(table, [row - 1]);
    else known.push(row - 1);
  }
  return rows;
}
