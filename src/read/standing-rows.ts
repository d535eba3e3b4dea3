import type { PostedCells, Value } from "../domain/log/posted-cells";
import type { StandingRow } from "../domain/log/differences";
import type { Cell } from "../workbook/port";
import { type PlainReading, plainCells } from "./plain-cells";
import type { Source } from "./source";

/**
 * Columns that say nothing by themselves (marks, names of codes) or that later documents move: the log does
 * not keep them with a row. Status and number it keeps apart.
 */
const UNKEPT: ReadonlySet<string> = new Set(
  "draft partnerName itemName spec executed open cost book difference status number".split(" "),
);

/** How the rows of a register are read, and which of them: 0-based, null = all. */
export interface StandingReading extends PlainReading {
  readonly rows: readonly number[] | null;
}

/** The rows of a register as the log keeps them, those that bear a rowId or a status. */
export function standingRows(source: Source, reading: StandingReading): StandingRow[] {
  return wholeRows(source, reading).filter(isTold);
}

/** The same of all rows, those too of which the log has nothing to tell. */
export function wholeRows(source: Source, reading: StandingReading): StandingRow[] {
  const { table, cells } = source;
  const rows = reading.rows ?? Array.from({ length: cells.rowCount }, (_, row) => row);
  const filled: Record<string, Value>[] = rows.map(() => ({}));
  for (const [id, index] of source.columns) {
    const column = table.columns.find((each) => each.id === id);
    if (column === undefined) continue;
    const decode = plainCells(table, column, reading);
    const all = reading.rows === null ? cells.column(index) : null;
    rows.forEach((row, i) => {
      const cell = (all === null ? cells.column(index, row, row + 1)[0] : all[row]) ?? null;
      const value = cell === null || cell === "" ? null : decode(cell);
      if (value !== null) filled[i][id] = typeof value === "object" ? asIs(cell) : value;
    });
  }
  return rows.map((row, i) => standing(table.id, row + 1, filled[i]));
}

/** What cannot be read stands as it is. */
function asIs(cell: Cell): Value {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

function standing(table: string, row: number, filled: PostedCells): StandingRow {
  const text = (id: string): string => String(filled[id] ?? "");
  const kept = Object.entries(filled).filter(([id]) => !UNKEPT.has(id));
  const cells: PostedCells = Object.fromEntries(kept);
  return {
    table,
    row,
    rowId: text("rowId"),
    number: text("number"),
    status: text("status") || "draft",
    cells,
  };
}

function isTold({ rowId, status }: StandingRow): boolean {
  return rowId !== "" || status !== "draft";
}
