import type { KeyboardEvent } from "react";
import { dataEdge } from "../book/data-edge";
import { cellEnd } from "../book/sheet-view";
import type { CellPlace } from "../book/places-in";
import { farCorner, single, spanned, type Step } from "./selection";
import type { Screen } from "./screen";
import type { Session } from "./session";

const ARROWS = new Map<string, Step>([
  ["ArrowUp", { down: -1, right: 0 }],
  ["ArrowDown", { down: 1, right: 0 }],
  ["ArrowLeft", { down: 0, right: -1 }],
  ["ArrowRight", { down: 0, right: 1 }],
]);

/** A key pressed on a cell of the grid; what is not ours the grid does: moving, and typing over a cell. */
export function pressed(session: Session, event: KeyboardEvent, openEditor: () => void): void {
  // Copying and pasting are events of their own; the grid would open an editor for them.
  const isClipboard = isControl(event) && ["c", "x", "v"].includes(event.key.toLowerCase());
  const isOurs =
    pressedArrow(session, event) ||
    pressedWithControl(session, event) ||
    pressedAlone(session, event, openEditor);
  if (isOurs || isClipboard) event.stopPropagation();
  if (isOurs) event.preventDefault();
}

function isControl({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

/** A key pressed while a cell is edited in the grid: Enter and Tab keep what was typed, Escape does not. */
export function pressedInEditor(
  { screen, deeds }: Session,
  event: KeyboardEvent,
  closeEditor: () => void,
): void {
  if (event.nativeEvent.isComposing) return;
  const step = stepAfter(event);
  if (step === null && event.key !== "Escape") return;
  event.preventDefault();
  if (step === null) deeds.giveUp();
  else if (!deeds.commit()) return;
  closeEditor();
  if (step !== null) screen.move(step);
}

/** Tab goes from cell to cell, so another key leads out: to the sheets' names, and on to the pane. */
function leaveGrid(): void {
  document.querySelector<HTMLElement>('.tabs [aria-selected="true"]')?.focus();
}

/** A key that begins a text; one that an input method takes is called Process. */
export function isTyping(event: KeyboardEvent): boolean {
  return !isControl(event) && !event.altKey && (event.key.length === 1 || event.key === "Process");
}

/** Where the selection goes after what was typed is kept; null for a key that does not end editing. */
export function stepAfter({ key, shiftKey }: KeyboardEvent): Step | null {
  const way = shiftKey ? -1 : 1;
  if (key === "Enter") return { down: way, right: 0 };
  return key === "Tab" ? { down: 0, right: way } : null;
}

function pressedArrow({ screen }: Session, event: KeyboardEvent): boolean {
  const step = ARROWS.get(event.key);
  if (step === undefined || event.altKey) return false;
  if (isControl(event)) jump(screen, step, event.shiftKey);
  else if (event.shiftKey) screen.extend(step);
  return isControl(event) || event.shiftKey || isAtEdge(screen, step);
}

/** The grid would go on to the letters and the row numbers. */
function isAtEdge({ selected }: Screen, { down, right }: Step): boolean {
  const { row, column } = selected.active;
  return (down < 0 && row === 0) || (right < 0 && column === 0);
}

function jump(screen: Screen, step: Step, isWider: boolean): void {
  const { selected, sheet } = screen;
  const to = dataEdge(sheet, isWider ? farCorner(selected) : selected.active, step);
  screen.select(isWider ? spanned(selected.active, to) : single(to));
}

function pressedWithControl({ screen, deeds }: Session, event: KeyboardEvent): boolean {
  if (!isControl(event)) return false;
  const corner = (place: CellPlace): void =>
    screen.select(event.shiftKey ? spanned(screen.selected.active, place) : single(place));
  const { sheet } = screen;
  const end = cellEnd(sheet);
  const last = { row: Math.max(end.row - 1, 0), column: Math.max(end.column - 1, 0) };
  const keys = new Map<string, () => void>(
    Object.entries({
      z: event.shiftKey ? deeds.redo : deeds.undo,
      y: deeds.redo,
      a: () => screen.select(spanned({ row: 0, column: 0 }, last)),
      home: () => corner({ row: sheet.frozenRows, column: sheet.frozenColumns }),
      end: () => corner(last),
    }),
  );
  const key = event.key.toLowerCase();
  keys.get(key)?.();
  return keys.has(key);
}

function pressedAlone({ screen, deeds }: Session, event: KeyboardEvent, openEditor: () => void): boolean {
  const { key } = event;
  if (key === "Delete" || key === "Backspace") deeds.clear();
  else if (key === "F2") openEditor();
  else if (key === "Enter") screen.move(stepAfter(event) ?? { down: 1, right: 0 });
  else if (key === "F6") leaveGrid();
  else if (key === "Home") screen.select(single({ row: screen.selected.active.row, column: 0 }));
  else return false;
  return true;
}
