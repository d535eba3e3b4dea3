import { calculatedFormula } from "./calculated-columns";
import type { Cell } from "./cell";
import type { Table } from "./table";

/** Cells for one column of a table, in the order of the rows that an edit names. */
export interface HeadedCells {
  readonly header: string;
  readonly cells: readonly Cell[];
}

/** Writes cells of body rows that are there (0-based); headers the table lacks are added at its right end. */
export function stampRows(table: Table, rows: readonly number[], columns: readonly HeadedCells[]): void {
  const places = rows.map((row) => table.first + row);
  for (const { header, cells } of columns) {
    table.sheet.writeCells(table.left + columnOf(table, header), places, cells);
  }
  table.revision++;
}

/** Adds rows after the last, the totals row moves down; a calculated column not named gets its formula. */
export function appendRows(table: Table, count: number, columns: readonly HeadedCells[]): void {
  if (count === 0) return;
  const from = table.rowCount;
  const cellsOf = new Map(columns.map(({ header, cells }) => [columnOf(table, header), cells]));
  resize(table, from + count);
  for (let column = 0; column < table.headers.length; column++) {
    lendStyles(table, column, from);
    fill(table, column, { from, count, cells: cellsOf.get(column) ?? null });
  }
  table.revision++;
}

/** Makes the body anew; cells that stay the same are not touched, columns not named become blank. */
export function replaceRows(table: Table, count: number, columns: readonly HeadedCells[]): void {
  const before = table.rowCount;
  const cellsOf = new Map(columns.map(({ header, cells }) => [columnOf(table, header), cells]));
  resize(table, count);
  for (let column = 0; column < table.headers.length; column++) {
    if (count > before) lendStyles(table, column, before);
    const cells = cellsOf.get(column);
    if (cells !== undefined) fill(table, column, { from: 0, count, cells });
    else if (count > before) fill(table, column, { from: before, count: count - before, cells: null });
  }
  table.revision++;
}

/** Takes body rows out (0-based); those below move up with their styles, the totals row too. */
export function removeRows(table: Table, rows: readonly number[]): void {
  const gone = new Set(rows);
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !gone.has(row));
  if (kept.length === table.rowCount) return;
  for (let column = 0; column < table.headers.length; column++) {
    kept.forEach((source, row) => {
      if (source !== row) moveCell(table, column, { from: table.first + source, to: table.first + row });
    });
  }
  resize(table, kept.length);
  table.revision++;
}

/** The 0-based place of a header in the table, added at the right end where it is missing. */
function columnOf(table: Table, header: string): number {
  const there = table.headers.indexOf(header);
  if (there >= 0) return there;
  table.addColumns(table.headers.length, [header]);
  const column = table.headers.length - 1;
  if (table.hasHeader) {
    const at = table.left + column;
    table.sheet.write(table.first - 1, at, header);
    table.sheet.restyle(table.first - 1, at, table.sheet.style(table.first - 1, Math.max(at - 1, 0)));
  }
  return column;
}

interface Run {
  readonly from: number;
  readonly count: number;
  readonly cells: readonly Cell[] | null;
}

function fill(table: Table, column: number, { from, count, cells }: Run): void {
  const isCalculated = cells === null && (table.calculated[column] ?? null) !== null;
  const rows = Array.from({ length: count }, (_, i) => table.first + from + i);
  if (!isCalculated) {
    table.sheet.writeCells(table.left + column, rows, cells ?? []);
    return;
  }
  const formulaAt = calculatedFormula(table, column);
  for (const row of rows) {
    const text = formulaAt(row);
    if (table.sheet.formula(row, table.left + column) !== text) {
      table.sheet.writeFormula(row, table.left + column, { text, cached: null });
    }
  }
}

/** New rows look like the one above them. */
function lendStyles(table: Table, column: number, from: number): void {
  const { sheet, left } = table;
  const at = left + column;
  const style = sheet.style(table.first + Math.max(from - 1, 0), at);
  for (let row = table.first + from; row < table.end; row++) {
    if (sheet.style(row, at) !== style) sheet.restyle(row, at, style);
  }
}

/** Moves the totals row to below the new last row, and empties what the body leaves behind. */
function resize(table: Table, rowCount: number): void {
  const before = table.end;
  const countBefore = table.rowCount;
  table.rowCount = rowCount;
  if (rowCount !== countBefore) table.reshaped = true;
  for (let column = 0; column < table.headers.length; column++) {
    if (table.hasTotals && table.end !== before) moveCell(table, column, { from: before, to: table.end });
    emptyBehind(table, column, before);
  }
}

function emptyBehind(table: Table, column: number, before: number): void {
  const at = table.left + column;
  const stays = table.first + table.rowCount;
  for (let row = stays; row < before; row++) {
    const isTotals = table.hasTotals && row === table.end;
    if (!isTotals && holds(table, row, at)) table.sheet.write(row, at, null);
  }
}

function holds(table: Table, row: number, column: number): boolean {
  return table.sheet.cell(row, column) !== null || table.sheet.formula(row, column) !== null;
}

function moveCell(table: Table, column: number, { from, to }: { from: number; to: number }): void {
  const { sheet } = table;
  const at = table.left + column;
  const text = sheet.formula(from, at);
  const cached = sheet.cell(from, at);
  const style = sheet.style(from, at);
  if (text !== null) sheet.writeFormula(to, at, { text, cached });
  else sheet.writeCells(at, [to], [cached]);
  if (sheet.style(to, at) !== style) sheet.restyle(to, at, style);
  sheet.write(from, at, null);
}
