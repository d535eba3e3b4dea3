import { areaName, parseArea } from "./address";
import type { Area } from "./address";
import { mapReferences } from "./formula-references";
import type { Sheet } from "./sheet";
import { reshape } from "./structure/reshape";
import type { Table } from "./table";
import type { Workbook } from "./workbook";

/** Where the rows of a table go. Rows are those of the sheet. */
interface Move {
  readonly table: Table;
  /** First and last row of the body before. */
  readonly top: number;
  readonly bottom: number;
  /** Last row of the body after. */
  readonly newBottom: number;
  /** Rows of the body that stay, in order; null = all stay where they are. */
  readonly kept: readonly number[] | null;
}

/**
 * Before a table gets another number of rows: formulas that read its columns from the first row to the last
 * still do, and those that read its totals follow them.
 */
export function followGrowth(workbook: Workbook, table: Table, rowCount: number): void {
  const newBottom = table.first + Math.max(rowCount, 1) - 1;
  if (newBottom === table.end - 1) return;
  follow(workbook, { table, top: table.first, bottom: table.end - 1, newBottom, kept: null });
}

/**
 * Before rows are taken out of a table: formulas that read single cells of it follow them, or say `#REF!`.
 */
export function followRemoval(workbook: Workbook, table: Table, rows: readonly number[]): void {
  const gone = new Set(rows.map((row) => table.first + row));
  const kept: number[] = [];
  for (let row = table.first; row < table.first + table.rowCount; row++) if (!gone.has(row)) kept.push(row);
  const newBottom = table.first + Math.max(kept.length, 1) - 1;
  follow(workbook, { table, top: table.first, bottom: table.end - 1, newBottom, kept });
}

function follow(workbook: Workbook, move: Move): void {
  const { sheet } = move.table;
  reshape(workbook, {
    formula: (text, home) => moved(text, home, move),
    area: (of, area) => (of === sheet ? movedArea(area, move) : area),
  });
}

function movedArea(area: Area, move: Move): Area | null {
  const { left, right } = move.table.area;
  if (area.left < left || area.right > right) return area;
  const rows = movedRows(area, move);
  return rows === "gone" ? null : { ...area, ...rows };
}

function moved(formula: string, home: Sheet | null, move: Move): string {
  const wanted = move.table.sheet.name.toLowerCase();
  return mapReferences(formula, ({ sheet, cells }) => {
    const isThere = sheet === null ? home === move.table.sheet : sheet.toLowerCase() === wanted;
    const area = isThere ? parseArea(cells) : null;
    return area === null ? cells : movedCells(cells, area, move);
  });
}

function movedCells(cells: string, area: Area, move: Move): string {
  const { left, right } = move.table.area;
  if (area.left < left || area.right > right) return cells;
  const rows = movedRows(area, move);
  if (rows === "gone") return "#REF!";
  return rows.top === area.top && rows.bottom === area.bottom
    ? cells
    : respelled(cells, { ...area, ...rows });
}

type Rows = Pick<Area, "top" | "bottom">;

function movedRows({ top, bottom }: Rows, move: Move): Rows | "gone" {
  if (isWholeBody({ top, bottom }, move)) return { top, bottom: bottom - move.bottom + move.newBottom };
  if (top > move.bottom) return movedTotals({ top, bottom }, move);
  return move.kept === null || bottom > move.bottom
    ? { top, bottom }
    : keptRows({ top, bottom }, move.kept, move.top);
}

/** From the first row or above it to the last, or to the totals. A single cell is no such range. */
function isWholeBody({ top, bottom }: Rows, { table, top: first, bottom: last }: Move): boolean {
  const isToEnd = bottom === last || (table.hasTotals && bottom === last + 1);
  return top <= first && isToEnd && (top < bottom || first === last);
}

/** Below the body only the totals row moves along. */
function movedTotals({ top, bottom }: Rows, { table, bottom: last, newBottom }: Move): Rows {
  const isTotals = table.hasTotals && top === last + 1 && bottom === top;
  return isTotals ? { top: newBottom + 1, bottom: newBottom + 1 } : { top, bottom };
}

function keptRows({ top, bottom }: Rows, kept: readonly number[], first: number): Rows | "gone" {
  const from = kept.findIndex((row) => row >= Math.max(top, first));
  const to = kept.findLastIndex((row) => row <= bottom);
  if (from < 0 || to < from) return bottom < first ? { top, bottom } : "gone";
  return { top: top < first ? top : first + from, bottom: first + to };
}

/** The cells of the area with the dollar signs that the reference had. */
function respelled(cells: string, area: Area): string {
  const marks = cells.split(":").map((corner) => /(?<=[A-Za-z])\$/.test(corner));
  const spelled = (cells.includes(":") ? bothCorners(area) : areaName(area)).split(":");
  const columns = cells.split(":").map((corner) => corner.startsWith("$"));
  return spelled
    .map((corner, i) => (columns[i] ? "$" : "") + (marks[i] ? corner.replace(/(?=\d)/, "$") : corner))
    .join(":");
}

function bothCorners({ top, left, bottom, right }: Area): string {
  return `${areaName({ top, left, bottom: top, right: left })}:${areaName({ top: bottom, left: right, bottom, right })}`;
}
