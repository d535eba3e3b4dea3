import { type MouseEvent, useRef } from "react";
import type { Area } from "../../engine/address";
import { contains, type SheetView } from "../book/sheet-view";
import type { CellPlace } from "../book/places-in";
import { type Selected, spanned, wholeColumns, wholeRows, wholeSheet } from "../screen/selection";
import type { Session } from "../screen/session";

/** What the grid's surroundings listen to. */
export interface MouseSelection {
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  readonly onMouseOver: (event: MouseEvent<HTMLElement>) => void;
}

/** Where a cell, a row's number (column null) or a column's letter (row null) is on the sheet. */
interface Under {
  readonly row: number | null;
  readonly column: number | null;
}

/** Pixels at a column's right end by which it is made wider. */
const HANDLE = 12;

/**
 * Selecting with the mouse: a cell, with Shift or by dragging an area, whole rows and columns by their names.
 */
export function useMouseSelection(
  { screen, deeds }: Session,
  view: SheetView,
  focusCell: (place: CellPlace) => void,
): MouseSelection {
  const from = useRef<Under | null>(null);
  const select = (start: Under, end: Under): void => screen.select(selectedBetween(start, end));
  const begin = (under: Under, event: MouseEvent<HTMLElement>): void => {
    if (event.shiftKey) event.preventDefault();
    from.current = event.shiftKey ? screen.selected.active : under;
    const { row, column } = under;
    if (!event.shiftKey && row !== null && column !== null) focusCell({ row, column });
    select(from.current, under);
  };
  return {
    onMouseDown: (event) => {
      const under = cellUnder(event, view);
      if (under === null || !deeds.commit()) return;
      if (event.button === 0 || !isSelected(screen.selected.area, under)) begin(under, event);
    },
    onMouseOver: (event) => {
      const under = (event.buttons & 1) === 0 ? null : cellUnder(event, view);
      if (from.current !== null && under !== null) select(from.current, under);
    },
  };
}

/** From a letter whole columns, from a row's number whole rows, from a cell an area; the corner is all. */
function selectedBetween(start: Under, end: Under): Selected {
  const [from, to] = [start, end].map(({ row, column }) => ({ row: row ?? 0, column: column ?? 0 }));
  if (start.row === null && start.column === null) return wholeSheet;
  if (start.row === null) return wholeColumns(from.column, to.column);
  return start.column === null ? wholeRows(from.row, to.row) : spanned(from, to);
}

/** The right button opens the menu of what is selected already. */
function isSelected(area: Area, { row, column }: Under): boolean {
  return row !== null && column !== null && contains(area, row, column);
}

/** The cell, number or letter under the mouse; null over anything else, an open editor too. */
function cellUnder({ target, clientX }: MouseEvent<HTMLElement>, view: SheetView): Under | null {
  if (!(target instanceof Element) || target.closest(".rdg-editor-container") !== null) return null;
  const cell = target.closest("[aria-colindex]");
  const line = target.closest("[aria-rowindex]");
  if (cell === null || line === null) return null;
  const row = Number(line.getAttribute("aria-rowindex")) - 2;
  const column = Number(cell.getAttribute("aria-colindex")) - 2;
  return isHandle(cell, clientX) ? null : { row: rowAt(view, row), column: view.columns[column] ?? null };
}

/** The right end of a column's letter, by which the column is made wider. */
function isHandle(cell: Element, clientX: number): boolean {
  return cell.matches(".letter") && cell.getBoundingClientRect().right - clientX < HANDLE;
}

/** The sheet's row at that line of the grid, the frozen ones first; null for the line of letters. */
function rowAt({ frozen, rows }: SheetView, line: number): number | null {
  if (line < 0) return null;
  return line < frozen.length ? frozen[line] : rows[line - frozen.length];
}
