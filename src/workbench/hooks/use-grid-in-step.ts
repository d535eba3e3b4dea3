import { type RefObject, useEffect, useRef } from "react";
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
  readonly onCellKeyDown: (args: CellKeyDownArgs<number, number>, event: CellKeyboardEvent) => void;
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

  const focusCell = (place: CellPlace): void => {
    isOurs.current = true;
    ref.current?.selectCell(gridPlace(view, place));
    isOurs.current = false;
  };

  useEffect(() => {
    const grid = ref.current;
    if (grid === null) return;
    const place = gridPlace(view, { row, column });
    if (grid.element?.contains(document.activeElement) !== true) {
      // The grid counts the frozen rows among those that it scrolls to.
      const below = Math.min(place.rowIdx + view.frozen.length, view.rows.length - 1);
      if (place.rowIdx >= 0) grid.scrollToCell({ idx: place.idx, rowIdx: below });
      return;
    }
    isOurs.current = true;
    grid.selectCell(place);
    isOurs.current = false;
  }, [view, row, column, ref]);

  return {
    focusCell,
    onSelectedCellChange: ({ rowIdx, column: { idx } }) => {
      if (!isOurs.current) screen.select(single(sheetPlace(view, { rowIdx, idx })));
    },
    onCellKeyDown: (args, event) => {
      if (args.mode === "EDIT") pressedInEditor(session, args, event);
      else pressed(session, event, () => ref.current?.selectCell(gridPlace(view, { row, column }), true));
    },
  };
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
  const row = rowIdx < 0 ? frozen.at(rowIdx) : rows.at(rowIdx);
  return { row: row ?? 0, column: columns.at(Math.max(idx - 1, 0)) ?? 0 };
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
