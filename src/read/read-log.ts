import { isLogHash } from "../domain/log/chain";
import type { LogRow } from "../domain/log/log-row";
import { columnNamed, tableById } from "../registers/names";
import type { Cell, TableCells } from "../workbook/port";

const log = tableById("log");

/** A row of the log and where it stands in its table (0-based). */
export interface PlacedLogRow extends LogRow {
  readonly row: number;
}

/** A cell of the log as it was written; the log holds nothing but texts. */
function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : typeof cell === "object" ? cell.error : String(cell);
}

/** The rows of one station's log, blank ones left out, from body row `from` on, up to one or all. */
export function logRows(cells: TableCells, from = 0, end = cells.rowCount): readonly PlacedLogRow[] {
  const column = (id: string): readonly Cell[] => {
    const index = cells.headers.findIndex((header) => columnNamed(log, header)?.id === id);
    return index === -1 ? [] : cells.column(index, from, end);
  };
  const [time, user, station, action] = ["time", "user", "station", "action"].map(column);
  const [number, rowId, id, before] = ["number", "rowId", "column", "before"].map(column);
  const [after, reason, previousHash, hash] = ["after", "reason", "previousHash", "hash"].map(column);
  return Array.from({ length: end - from }, (_, i) => ({
    row: from + i,
    ...{ time: textOf(time[i]), user: textOf(user[i]), station: textOf(station[i]) },
    ...{ action: textOf(action[i]), number: textOf(number[i]), rowId: textOf(rowId[i]) },
    ...{ column: textOf(id[i]), before: textOf(before[i]), after: textOf(after[i]) },
    ...{ reason: textOf(reason[i]), previousHash: textOf(previousHash[i]), hash: textOf(hash[i]) },
  })).filter((row) => row.hash !== "" || row.action !== "" || row.time !== "");
}

/** The rows of one station's log that some actions told. */
export function rowsOfActions(cells: TableCells, actions: ReadonlySet<string>): readonly PlacedLogRow[] {
  const index = cells.headers.findIndex((header) => columnNamed(log, header)?.id === "action");
  if (index === -1) return [];
  const rows: PlacedLogRow[] = [];
  cells.column(index).forEach((action, row) => {
    if (actions.has(textOf(action))) rows.push(...logRows(cells, row, row + 1));
  });
  return rows;
}

/** So many rows of a log are read at a time. */
const BLOCK_ROWS = 1024;

/**
 * What the rows of the logs tell of documents and cells as they became, log by log, so far as it is asked.
 */
export function* logTexts(logs: readonly TableCells[]): Iterable<string> {
  for (const cells of logs) {
    const index = cells.headers.findIndex((header) => columnNamed(log, header)?.id === "after");
    for (let from = 0; index !== -1 && from < cells.rowCount; from += BLOCK_ROWS)
      yield* cells.column(index, from, Math.min(from + BLOCK_ROWS, cells.rowCount)).map(textOf);
  }
}

/** The last row of one station's log that nobody typed in or copied there; null = there is none. */
export function lastLogRow(cells: TableCells): PlacedLogRow | null {
  for (let end = cells.rowCount; end > 0; end--) {
    const last = logRows(cells, end - 1).at(0);
    if (last !== undefined && isLogHash(last.hash) && !isCopied(cells, last)) return last;
  }
  return null;
}

/** Its hash is that of a row above; all of them are looked at only where it does not follow the one above. */
function isCopied(cells: TableCells, { row, hash, previousHash }: PlacedLogRow): boolean {
  if (row === 0 || logRows(cells, row - 1).at(0)?.hash === previousHash) return false;
  return logRows(cells).some((above) => above.row < row && above.hash === hash);
}

/** How many rows of a log are looked at from its end, at first. */
const LAST_ROWS = 64;

/** What one station's log tells of what was done last: its last rows of one moment. */
export function lastTold(cells: TableCells): readonly PlacedLogRow[] {
  const last = lastLogRow(cells);
  if (last === null) return [];
  for (let rows = LAST_ROWS; ; rows *= 4) {
    const from = Math.max(0, cells.rowCount - rows);
    const read = logRows(cells, from);
    if (from === 0 || read[0]?.time !== last.time) return read.filter(({ time }) => time === last.time);
  }
}

/** What the next row of one station's log has to follow: the hash of its last row; "" = there is none. */
export function lastHash(cells: TableCells): string {
  return lastLogRow(cells)?.hash ?? "";
}

/** Of more rowIds than these each text is taken apart instead of searched for every one. */
const FEW = 8;

/** Which of these rowIds are written in what the logs of all stations tell of whole rows. */
export function rowIdsTold(logs: readonly TableCells[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const all = [...wanted];
  const wordsIn = (text: string): readonly string[] =>
    all.length > FEW ? text.split('"') : all.filter((rowId) => text.includes(rowId));
  const told = new Set<string>();
  for (const text of logTexts(logs)) {
    const found = wordsIn(text).filter((word) => wanted.has(word));
    found.forEach((word) => told.add(word));
  }
  return told;
}

/**
 * Which of these numbers of documents the logs of all stations tell of, those that a document was given later
 * too. Each log is looked through from its end, where most are, no further than is needed.
 */
export function toldNumbers(logs: readonly TableCells[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const told = new Set<string>();
  for (const cells of logs) {
    let end = cells.rowCount;
    for (let rows = LAST_ROWS; end > 0 && told.size < wanted.size; rows *= 4) {
      const from = Math.max(0, end - rows);
      const found = numbersTold(cells, from, end).filter((number) => wanted.has(number));
      found.forEach((number) => told.add(number));
      end = from;
    }
  }
  return told;
}

/** Tells every number of a document that the logs of all stations tell of, as often as they do. */
export function eachNumberTold(logs: readonly TableCells[], tell: (number: string) => void): void {
  for (const cells of logs)
    for (let from = 0; from < cells.rowCount; from += MANY_ROWS)
      numbersTold(cells, from, Math.min(cells.rowCount, from + MANY_ROWS)).forEach(tell);
}

/** How many rows of a log are read at once. */
const MANY_ROWS = 4096;

/** The numbers that some rows of a log tell of. */
function numbersTold(cells: TableCells, from: number, end: number): readonly string[] {
  const texts = (id: string): readonly string[] => {
    const index = cells.headers.findIndex((header) => columnNamed(log, header)?.id === id);
    return index === -1 ? [] : cells.column(index, from, end).map(textOf);
  };
  const column = texts("column");
  if (!column.includes("number")) return texts("number");
  return [...texts("number"), ...texts("after").filter((_, row) => column[row] === "number")];
}
