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

/** Columns by which a row is known. */
const NAMING: ReadonlySet<string> = new Set(["rowId", "number", "status"]);

/** Of fewer rows than one in so many each is asked for by itself. */
const SPARSE = 8;

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
  const kept: Record<string, Value>[] = rows.map(() => ({}));
  const named: Record<string, Value>[] = rows.map(() => ({}));
  for (const [id, index] of source.columns) {
    const column =
      NAMING.has(id) || !UNKEPT.has(id) ? table.columns.find((each) => each.id === id) : undefined;
    if (column === undefined) continue;
    const decode = plainCells(table, column, reading);
    const all = rows.length * SPARSE < cells.rowCount ? null : cells.column(index);
    rows.forEach((row, i) => {
      const cell = (all === null ? cells.column(index, row, row + 1)[0] : all[row]) ?? null;
      const said = saidIn(cell, decode);
      if (said === null) return;
      if (NAMING.has(id)) named[i][id] = said;
      if (!UNKEPT.has(id)) kept[i][id] = said;
    });
  }
  return rows.map((row, i) => standing({ table: table.id, row: row + 1, cells: kept[i] }, named[i]));
}

function saidIn(cell: Cell, decode: ReturnType<typeof plainCells>): Value | null {
  const value = cell === null || cell === "" ? null : decode(cell);
  return typeof value === "object" && value !== null ? asIs(cell) : value;
}

/** What cannot be read stands as it is. */
function asIs(cell: Cell): Value {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

function standing(of: Pick<StandingRow, "table" | "row" | "cells">, named: PostedCells): StandingRow {
  const text = (id: string): string => String(named[id] ?? "");
  return { ...of, rowId: text("rowId"), number: text("number"), status: text("status") || "draft" };
}

function isTold({ rowId, status }: StandingRow): boolean {
  return rowId !== "" || status !== "draft";
}
