import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import type { CellKeyboardEvent, CellKeyDownArgs, CellSelectArgs, DataGridHandle } from "react-data-grid";
import type { FrozenRow } from "../book/drawn-row";
import type { SheetView } from "../book/sheet-view";
import { isTyping, pressed, pressedInEditor } from "../screen/grid-keys";
import type { CellPlace } from "../book/places-in";
import { single } from "../screen/selection";
import type { Screen } from "../screen/screen";
import type { Session } from "../screen/session";

/** What the grid is given so that its own focus and our selection are one. */
export interface GridInStep {
  /** Brings the keyboard to a cell. */
  readonly focusCell: (place: CellPlace) => void;
  readonly onSelectedCellChange: (chosen: CellSelectArgs<number, FrozenRow>) => void;
  /** For keys in an open editor. */
  readonly onCellKeyDown: (args: CellKeyDownArgs<number, FrozenRow>, event: CellKeyboardEvent) => void;
  /** For keys on a cell, before the grid gets them: it tells of none on a frozen row. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
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
  const { screen, deeds } = session;
  /** The grid tells of a cell because we named it, not because the user went there. */
  const isOurs = useRef(false);
  const here = gridPlace(view, screen.selected.active);
  useFocusInStep({ screen, view, ref, isOurs });
  const openEditor = (): void => {
    const isOnFrozenRow = here.rowIdx < 0;
    if (deeds.begin(deeds.text, isOnFrozenRow) && !isOnFrozenRow) ref.current?.selectCell(here, true);
  };
  const focusCell = (place: CellPlace): void => focused(ref.current, gridPlace(view, place), isOurs);

  return {
    focusCell,
    onSelectedCellChange: ({ rowIdx, column: { idx } }) => {
      const isCell = idx > 0 && rowIdx >= -view.frozen.length;
      if (isCell && !isOurs.current) screen.select(single(sheetPlace(view, { rowIdx, idx })));
    },
    onCellKeyDown: (args, event) => {
      if (args.mode !== "EDIT") return;
      event.preventGridDefault();
      pressedInEditor(session, event, () => args.onClose(false, true));
    },
    onKeyDownCapture: (event) => {
      if (event.target instanceof HTMLInputElement) return;
      pressed(session, event, openEditor);
      if (!isTyping(event) || event.isPropagationStopped()) return;
      if (here.rowIdx < 0) deeds.begin("", true);
      else if (!deeds.mayChange(screen.sheet)) event.stopPropagation();
    },
    onDoubleClick: ({ target }) => {
      if (here.rowIdx < 0 && isCellOfFrozenRow(target)) openEditor();
    },
  };
}

interface FocusInStep {
  readonly screen: Screen;
  readonly view: SheetView;
  readonly ref: RefObject<DataGridHandle | null>;
  readonly isOurs: RefObject<boolean>;
}

/** Where the selection goes the grid goes too, and the keyboard where it was there or was called back. */
function useFocusInStep({ screen, view, ref, isOurs }: FocusInStep): void {
  const { row, column } = screen.selected.active;
  useEffect(() => {
    const grid = ref.current;
    const place = gridPlace(view, { row, column });
    if (grid?.element?.contains(document.activeElement) === true) focused(grid, place, isOurs);
    else scrolled(grid, place, view);
  }, [view, row, column, ref, isOurs]);

  // Before the next key comes: a passive effect would be too late for one who types fast.
  useLayoutEffect(() => {
    if (!screen.answerKeyboard()) return;
    const place = gridPlace(view, screen.selected.active);
    if (!focusAgain(ref.current?.element ?? null, place, view)) focused(ref.current, place, isOurs);
  });
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

/** Focuses the cell where the grid has it selected already: the grid itself then does nothing. */
function focusAgain(grid: HTMLDivElement | null, { rowIdx, idx }: GridPlace, view: SheetView): boolean {
  const line = rowIdx + view.frozen.length + 2;
  const cell = grid?.querySelector<HTMLElement>(
    `[aria-rowindex="${line}"] > [aria-colindex="${idx + 1}"][aria-selected="true"]`,
  );
  cell?.focus();
  return cell instanceof HTMLElement;
}

/** Neither a row's number nor an open editor. */
function isCellOfFrozenRow(target: EventTarget): boolean {
  if (!(target instanceof Element) || target instanceof HTMLInputElement) return false;
  return target.closest(".rdg-summary-row .rdg-cell:not(.line-number)") !== null;
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
