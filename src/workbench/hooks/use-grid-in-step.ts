import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { CellKeyboardEvent, CellKeyDownArgs, CellSelectArgs, DataGridHandle } from "react-data-grid";
import type { SheetView } from "../book/sheet-view";
import { pressed, pressedInEditor } from "../screen/grid-keys";
import type { CellPlace } from "../book/places-in";
import { single } from "../screen/selection";
import type { Session } from "../screen/session";

/** What the grid is given so that its own focus and our selection are one. */
export interface GridInStep {
  /** Brings the keyboard to a cell. */
  readonly focusCell: (place: CellPlace) => void;
  readonly onSelectedCellChange: (chosen: CellSelectArgs<number, number>) => void;
  /** For keys in an open editor. */
  readonly onCellKeyDown: (args: CellKeyDownArgs<number, number>, event: CellKeyboardEvent) => void;
  /** For keys on a cell, before the grid gets them: it tells of none on a frozen row. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
}

/**
 * Keeps the grid's focused cell in step with the selection. A selection that the pane made is scrolled to,
 * but the keyboard stays where it is.
 */
export function useGridInStep(
  session: Session,
  view: SheetView,
  ref: RefObject<DataGridHandle | null>,
): GridInStep {
  const { screen } = session;
  /** The grid tells of a cell because we named it, not because the user went there. */
  const isOurs = useRef(false);
  const { row, column } = screen.selected.active;

  const focusCell = (place: CellPlace): void => focused(ref.current, gridPlace(view, place), isOurs);

  useEffect(() => {
    const grid = ref.current;
    const place = gridPlace(view, { row, column });
    if (grid?.element?.contains(document.activeElement) === true) focused(grid, place, isOurs);
    else scrolled(grid, place, view);
  }, [view, row, column, ref]);

  return {
    focusCell,
    onSelectedCellChange: ({ rowIdx, column: { idx } }) => {
      const isCell = idx > 0 && rowIdx >= -view.frozen.length;
      if (isCell && !isOurs.current) screen.select(single(sheetPlace(view, { rowIdx, idx })));
    },
    onCellKeyDown: (args, event) => {
      if (args.mode === "EDIT") pressedInEditor(session, args, event);
    },
    onKeyDownCapture: (event) => {
      const isEditor = event.target instanceof HTMLInputElement;
      if (!isEditor) pressed(session, event, () => openEditor(ref.current, gridPlace(view, { row, column })));
    },
  };
}

function focused(grid: DataGridHandle | null, place: GridPlace, isOurs: RefObject<boolean>): void {
  isOurs.current = true;
  grid?.selectCell(place);
  isOurs.current = false;
}

/** The grid counts the frozen rows among those that it scrolls to. */
function scrolled(grid: DataGridHandle | null, { rowIdx, idx }: GridPlace, view: SheetView): void {
  const below = Math.min(rowIdx + view.frozen.length, view.rows.length - 1);
  grid?.scrollToCell(rowIdx < 0 ? { idx } : { idx, rowIdx: below });
}

/** A cell of a frozen row is edited in the formula bar: the grid has no editor there. */
function openEditor(grid: DataGridHandle | null, place: GridPlace): void {
  if (place.rowIdx >= 0) grid?.selectCell(place, true);
  else document.querySelector<HTMLInputElement>(".formula-bar .content")?.focus();
}

interface GridPlace {
  readonly rowIdx: number;
  readonly idx: number;
}

/** Frozen rows count below zero in the grid, and its first column holds the row numbers. */
function gridPlace({ frozen, rows, columns }: SheetView, { row, column }: CellPlace): GridPlace {
  const still = frozen.indexOf(row);
  return {
    rowIdx: still < 0 ? indexIn(rows, row) : still - frozen.length,
    idx: indexIn(columns, column) + 1,
  };
}

function sheetPlace({ frozen, rows, columns }: SheetView, { rowIdx, idx }: GridPlace): CellPlace {
  const row = rowIdx < 0 ? frozen[frozen.length + rowIdx] : rows[rowIdx];
  return { row, column: columns[idx - 1] };
}

/** Where a number is in a rising list, or where it would be. */
function indexIn(rising: readonly number[], wanted: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, rising.length - 1);
}
