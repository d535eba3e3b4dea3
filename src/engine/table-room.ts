import { areaName, overlaps, sheetLimits } from "./address";
import type { Area } from "./address";
import type { Table } from "./table";
import type { Workbook } from "./workbook";

/** How far a table can grow, and what stands in the way there (a cell's or another table's name). */
export interface Room {
  readonly free: number;
  readonly obstacle: string;
}

/** Rows that a table can grow before it meets cells, merged cells, another table or the sheet's end. */
export function rowsBelow(workbook: Workbook, table: Table): Room {
  const { bottom, left, right } = table.area;
  const strip: Area = { top: bottom + 1, left, bottom: sheetLimits.rows - 1, right };
  const nearest = obstaclesIn(workbook, table, strip).reduce(
    (best, found) => (found.area.top < best.area.top ? found : best),
    { area: { ...strip, top: sheetLimits.rows }, name: "the end of the sheet" },
  );
  return { free: nearest.area.top - bottom - 1, obstacle: nearest.name };
}

/** Columns that a table can grow at its right end. */
export function columnsBeside(workbook: Workbook, table: Table): Room {
  const { top, bottom, right } = table.area;
  const strip: Area = { top, left: right + 1, bottom, right: sheetLimits.columns - 1 };
  const nearest = obstaclesIn(workbook, table, strip).reduce(
    (best, found) => (found.area.left < best.area.left ? found : best),
    { area: { ...strip, left: sheetLimits.columns }, name: "the end of the sheet" },
  );
  return { free: nearest.area.left - right - 1, obstacle: nearest.name };
}

/**
 * What keeps the rows of a body from that one (0-based) on from moving: merged cells, an array formula, a
 * comment or a link; null = nothing.
 */
export function fixedIn(table: Table, first: number): string | null {
  const { merges, blocks, anchors, links } = table.sheet;
  const fixed = [...merges, ...blocks, ...anchors, ...links];
  return firstWithin(fixed, { ...table.area, top: table.first + first });
}

/** An array formula or data table that reaches into these rows (both included) of the table; null = none. */
export function blockIn(table: Table, top: number, bottom: number): string | null {
  return firstWithin(table.sheet.blocks, {
    ...table.area,
    top: table.first + top,
    bottom: table.first + bottom,
  });
}

function firstWithin(areas: readonly Area[], within: Area): string | null {
  const found = areas.find((area) => overlaps(area, within));
  return found === undefined ? null : areaName(found);
}

interface Obstacle {
  readonly area: Area;
  readonly name: string;
}

function obstaclesIn(workbook: Workbook, table: Table, strip: Area): Obstacle[] {
  const { sheet } = table;
  const named = [...sheet.merges, ...sheet.blocks].map((area) => ({ area, name: areaName(area) }));
  const tables = workbook
    .tablesOn(sheet)
    .filter((other) => other !== table)
    .map((other) => ({ area: other.area, name: other.name }));
  return [...named, ...tables, ...filledCells(table, strip)].filter(({ area }) => overlaps(area, strip));
}

/** Of each column of the strip the first cell that is not blank. */
function filledCells({ sheet }: Table, strip: Area): Obstacle[] {
  const found: Obstacle[] = [];
  for (let column = strip.left; column <= Math.min(strip.right, sheet.columnCount - 1); column++) {
    const row = sheet.column(column).nextFilled(strip.top);
    const area = { top: row, left: column, bottom: row, right: column };
    if (row >= 0 && row <= strip.bottom) found.push({ area, name: areaName(area) });
  }
  return found;
}
