import { REGISTERS } from "../domain/book/lines";
import type { StandingRow } from "../domain/log/differences";
import { type LogEntry, logEntry } from "../domain/log/log-row";
import type { PostedCells } from "../domain/log/posted-cells";
import type { RecordedRow } from "../domain/log/recorded";
import { documentTypes } from "../domain/documents/index";
import { plainCells } from "../read/plain-cells";
import type { ReadBook } from "../read/read-book";
import { wholeRows } from "../read/standing-rows";
import { tableById } from "../registers/names";
import type { Cell, Change } from "../workbook/port";
import { columnById, headerFor } from "../write/hand";
import { cellsFromPlain } from "../write/plain-cells";
import type { CellChange } from "./cell-changes";
import type { Desk } from "./desk";
import { expecting } from "./expecting";
import { handOf, placesOf } from "./places";
import type { LoggedBook } from "./verify-log";

/** What puts posted rows back as the log has them. */
export interface RestoredRows {
  readonly changes: readonly Change[];
  readonly entries: readonly LogEntry[];
  /** Every cell that is put back; of a row that was gone, its rowId. */
  readonly diff: readonly CellChange[];
}

/** A posted row that is not as the log has it, and which of its columns are not. */
interface Mended {
  readonly standing: StandingRow;
  readonly known: RecordedRow;
  readonly columns: readonly string[];
}

/**
 * The changes that give posted rows the cells that the log has of them, and put back those that are gone; a
 * row whose rowId was typed over, or blanked with its status, is known by its number and line. Rows that the
 * log never heard of stay as they are, and so do documents that are newer than the log. Source: DOMAIN §14,
 * CONTRACT §4 verify.
 */
export function restoredRows(desk: Desk, read: ReadBook, logged: LoggedBook): RestoredRows {
  const mended = withoutNewer([...mendedRows(logged), ...renamedRows(read, logged)]);
  const found = new Set(mended.map(({ known }) => known.rowId));
  const gone = logged.differences.gone.filter(({ rowId }) => !found.has(rowId));
  return {
    changes: [
      ...expecting(
        read,
        mended.map((row) => stamped(desk, read, row)),
      ),
      ...REGISTERS.flatMap((id) =>
        appended(
          desk,
          read,
          gone.filter(({ table }) => table === id),
        ),
      ),
    ],
    entries: [...mended.flatMap(mendedEntries), ...gone.map(goneEntry)],
    diff: [...mended.flatMap(mendedDiff), ...gone.map(goneDiff)],
  };
}

/**
 * Without documents that were amended after the log ends: of a later revision, and other in more than that.
 */
function withoutNewer(rows: readonly Mended[]): readonly Mended[] {
  const revisionOf = (row: Mended["standing" | "known"]): number => Number(textAt(valuesOf(row), "revision"));
  const isLater = ({ standing, known }: Mended): boolean => revisionOf(standing) > revisionOf(known);
  const amended = rows.filter((row) => isLater(row) && row.columns.length > 1);
  const newer = new Set(amended.map(({ known }) => known.number));
  return rows.filter((row) => !newer.has(row.known.number) || !isLater(row));
}

function mendedRows({ differences, recorded }: LoggedBook): readonly Mended[] {
  const byRow = new Map<StandingRow, string[]>();
  for (const { standing, column } of differences.cells)
    byRow.set(standing, [...(byRow.get(standing) ?? []), column]);
  return [...byRow].flatMap(([standing, columns]) => {
    const known = recorded.get(standing.rowId);
    return known === undefined || known.table !== standing.table ? [] : [{ standing, known, columns }];
  });
}

type Named = Pick<RecordedRow, "table" | "number" | "cells">;

/** A row by its register, number and line. */
function placeOf({ table, number, cells }: Named): string {
  return `${table} ${number} ${String(cells["line"] ?? "")}`;
}

/** Rows that are gone by their rowId and stand under their number and line with another, or with none. */
function renamedRows(
  read: ReadBook,
  { recorded, differences: { gone, unlogged } }: LoggedBook,
): readonly Mended[] {
  if (gone.length === 0) return [];
  const drafts = numberedDrafts(read, gone).filter(({ rowId }) => !recorded.has(rowId));
  const rows = new Map([...drafts.reverse(), ...unlogged].map((row) => [placeOf(row), row]));
  return gone.flatMap((known) => {
    const standing = rows.get(placeOf(known));
    if (standing === undefined) return [];
    const [was, is] = [valuesOf(known), valuesOf(standing)];
    const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return [{ standing, known, columns: columns.filter((id) => textAt(was, id) !== textAt(is, id)) }];
  });
}

/** Rows that say that they are drafts under the number and line of one that is gone. */
function numberedDrafts(read: ReadBook, gone: readonly RecordedRow[]): StandingRow[] {
  const wanted = new Set(gone.map(placeOf));
  const reading = { language: read.book.settings.language, types: documentTypes, rows: null };
  return [...new Set(gone.map(({ table }) => table))].flatMap((table) => {
    const source = read.sources.get(table);
    const rows = source === undefined ? [] : wholeRows(source, reading);
    return rows.filter((row) => ["draft", "approved"].includes(row.status) && wanted.has(placeOf(row)));
  });
}

/** All that stands in a row, its number and status too. */
function valuesOf({ cells, number, status }: Pick<RecordedRow, "cells" | "number" | "status">): PostedCells {
  return { ...cells, number, status };
}

function textAt(cells: PostedCells, column: string): string {
  return String(cells[column] ?? "");
}

/** The cell of a column that says what the log keeps of it, as text where it was changed once. */
function cellOf(desk: Desk, read: ReadBook, { table: id, ...known }: RecordedRow): (column: string) => Cell {
  const table = tableById(id);
  const reading = { language: read.book.settings.language, types: documentTypes };
  const values = valuesOf({ ...known });
  return (columnId) => {
    const column = columnById(table, columnId);
    const value = values[columnId] ?? null;
    const plain = typeof value === "string" ? plainCells(table, column, reading)(value) : value;
    const readable = typeof plain === "object" ? (plain === null ? null : value) : plain;
    return cellsFromPlain(handOf(desk, read), column, documentTypes)(readable);
  };
}

function stamped(desk: Desk, read: ReadBook, { standing, known, columns }: Mended): Change {
  const cell = cellOf(desk, read, known);
  const inOrder = [...columns].sort((a, b) => Number(a === "status") - Number(b === "status"));
  const cells = inOrder.map((id) => ({ header: headerOf(desk, read, known.table, id), cells: [cell(id)] }));
  return { do: "stamp", table: nameOf(read, known.table), rows: [standing.row - 1], columns: cells };
}

function appended(desk: Desk, read: ReadBook, gone: readonly RecordedRow[]): readonly Change[] {
  if (gone.length === 0) return [];
  const [{ table }] = gone;
  const cells = gone.map((row) => cellOf(desk, read, row));
  const ids = [...new Set(gone.flatMap((row) => Object.keys(valuesOf(row))))];
  const columns = ids.map((id) => ({
    header: headerOf(desk, read, table, id),
    cells: cells.map((cell) => cell(id)),
  }));
  return [{ do: "append", table: nameOf(read, table), count: gone.length, columns }];
}

function nameOf(read: ReadBook, table: string): string {
  return read.sources.get(table)?.cells.name ?? table;
}

function headerOf(...[desk, read, table, id]: readonly [Desk, ReadBook, string, string]): string {
  const known = placesOf(read).get(table)?.headers.get(id);
  return known ?? headerFor(handOf(desk, read), columnById(tableById(table), id));
}

function mendedEntries({ standing, known, columns }: Mended): readonly LogEntry[] {
  const { number, rowId } = known;
  const [was, is] = [valuesOf(known), valuesOf(standing)];
  return columns.map((column) =>
    logEntry({
      action: "restore",
      number,
      rowId,
      column,
      before: textAt(is, column),
      after: textAt(was, column),
    }),
  );
}

function goneEntry({ number, rowId }: RecordedRow): LogEntry {
  return logEntry({ action: "restore", number, rowId });
}

function mendedDiff({ standing, known, columns }: Mended): readonly CellChange[] {
  const { number, rowId } = known;
  const [was, is] = [valuesOf(known), valuesOf(standing)];
  return columns.map((column) => ({
    number,
    rowId,
    column,
    old: is[column] ?? null,
    new: was[column] ?? null,
  }));
}

function goneDiff({ number, rowId }: RecordedRow): CellChange {
  return { number, rowId, column: "rowId", old: null, new: rowId };
}
