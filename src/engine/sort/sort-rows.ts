import { areaName, overlaps } from "../address";
import type { Area } from "../address";
import type { CellContent } from "../cell-recorder";
import { EngineError } from "../engine-error";
import type { Matter } from "../engine-error";
import { shiftFormula } from "../formula-references";
import type { Sheet } from "../sheet";
import { compareCells, plainTextOrder } from "./cell-order";
import type { TextOrder } from "./cell-order";

/** By which column rows are sorted; `column` counts from the left of the area. */
export interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

/** What is sorted, and how; the first key counts most. */
export interface Sorting {
  /** Without a header. */
  readonly area: Area;
  readonly keys: readonly SortKey[];
  readonly texts?: TextOrder;
}

/**
 * Sorts the rows of an area. Rows that compare alike keep their order, hidden rows stay where they are.
 * Formulas move with their rows: relative references follow as if they were copied, those of others to the
 * area stay.
 */
export function sortRows(sheet: Sheet, { area, keys, texts = plainTextOrder }: Sorting): void {
  checkMovable(sheet, area);
  const rows = visibleRows(sheet, area);
  const order = [...rows].sort((a, b) => {
    for (const { column, descending } of keys) {
      const at = area.left + column;
      const compared = compareCells(sheet.cell(a, at), sheet.cell(b, at), { descending, texts });
      if (compared !== 0) return compared;
    }
    return a - b;
  });
  for (let column = area.left; column <= area.right; column++) moveColumn(sheet, column, { rows, order });
  sheet.feed.written("cells", area);
  sheet.feed.written("formats", area);
}

function visibleRows(sheet: Sheet, { top, bottom }: Area): readonly number[] {
  const rows: number[] = [];
  for (let row = top; row <= bottom; row++) if (sheet.rowLooks.get(row)?.hidden !== true) rows.push(row);
  return rows;
}

interface Rows {
  /** Where rows go. */
  readonly rows: readonly number[];
  /** Which row goes there. */
  readonly order: readonly number[];
}

function moveColumn(sheet: Sheet, column: number, { rows, order }: Rows): void {
  const contents = order.map((row) => sheet.content(row, column));
  rows.forEach((row, i) => {
    if (order[i] !== row) sheet.place(row, column, moved(contents[i], row - order[i]));
  });
}

function moved(content: CellContent, by: number): CellContent {
  const { formula } = content;
  return formula === null
    ? content
    : { ...content, formula: shiftFormula(formula, { rows: by, columns: 0 }) };
}

function checkMovable(sheet: Sheet, area: Area): void {
  const refused: readonly (readonly [Matter, readonly Area[]])[] = [
    ["merged cells would be torn apart", sheet.merges],
    ["an array formula would be torn apart", sheet.blocks],
    ["a comment cannot move with its cell", sheet.anchors],
    ["a link cannot move with its cell", sheet.links],
  ];
  for (const [matter, areas] of refused) {
    const found = areas.find((fixed) => overlaps(fixed, area));
    if (found !== undefined)
      throw new EngineError("unsafe", matter, { sheet: sheet.name, cell: areaName(found) });
  }
}
