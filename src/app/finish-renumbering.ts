import type { LogRow } from "../domain/log/log-row";
import { type RecordedRow, recordedRows } from "../domain/log/recorded";
import type { RenumberedCell } from "../domain/posting/numbers/renumbering";
import { lastTold, logRows } from "../read/read-log";
import type { ReadBook } from "../read/read-book";
import type { Answer, Desk } from "./desk";
import { loadBook } from "./load-book";
import { renumberStamps } from "./renumber-stamps";

/** A book in which no renumbering is left half done, and how many cells were written for it. */
export interface FinishedRenumbering {
  readonly read: ReadBook;
  readonly changed: number;
}

/**
 * Finishes giving numbers where the workbook failed in the midst of it: the log was told first, so that what
 * it says last of cells that still stand as they did before is written now. Nothing is told anew. Source:
 * DOMAIN §2.1, ADR 0014.
 */
export async function finishRenumbering(desk: Desk, read: ReadBook): Answer<FinishedRenumbering> {
  const cells = leftCells(read);
  if (cells.length === 0) return { value: { read, changed: 0 }, findings: [] };
  await desk.workbook.apply(renumberStamps(desk, read, cells));
  const { value: after, findings } = await loadBook(desk);
  if (after === null) return { value: null, findings };
  return { value: { read: after, changed: cells.length }, findings: [] };
}

/**
 * The cells that the last deed of some log gave another number, that stand as before, and that nothing was
 * told of since; the whole log is only read where there are such.
 */
function leftCells({ book: { lines }, logs }: ReadBook): readonly RenumberedCell[] {
  const told = logs.flatMap((cells) => lastTold(cells)).filter(({ action }) => action === "renumber");
  if (told.length === 0) return [];
  const lineOf = new Map(lines.rowId.map((rowId, line) => [rowId, line]));
  const left = told.flatMap((row) => {
    const line = row.rowId === "" ? undefined : lineOf.get(row.rowId);
    const column = columnOf(row);
    if (line === undefined || column === null || lines[column][line] !== row.before) return [];
    return [{ row, cell: { line, column, text: row.after } }];
  });
  if (left.length === 0) return [];
  const recorded = recordedRows(logs.map((cells) => logRows(cells)));
  return left.flatMap(({ row, cell }) => {
    return textOf(recorded.get(row.rowId), cell.column) === row.after ? [cell] : [];
  });
}

function columnOf({ column }: LogRow): RenumberedCell["column"] | null {
  return column === "number" || column === "ref" || column === "against" ? column : null;
}

/** What the log says by now of a cell. */
function textOf(row: RecordedRow | undefined, column: RenumberedCell["column"]): string {
  if (row === undefined) return "";
  return column === "number" ? row.number : String(row.cells[column] ?? "");
}
