import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";
import type { Place } from "./place";
import type { Session } from "./session";

/**
 * A sheet, and the right (a name of the file format) by which its protection allows the edit all the same.
 */
export interface Target {
  readonly sheet: Sheet;
  readonly right: string | null;
}

/** Refuses what would write into a workbook that is open for reading only, or into a protected sheet. */
function mayWrite(session: Session, { sheet, right }: Target): void {
  mayWriteBook(session);
  const { protection } = sheet;
  const isAllowed = protection === null || (right !== null && protection.allowed.includes(right));
  if (!isAllowed) throw isProtected(sheet);
}

/** The same for the cells of a range: unlocked cells can be written on a protected sheet too. */
export function mayWriteCells(session: Session, { sheet, area }: Place): void {
  mayWriteBook(session);
  if (sheet.protection === null) return;
  if (hasLocked(session, { sheet, area })) throw isProtected(sheet);
}

function hasLocked({ book }: Session, { sheet, area }: Pick<Place, "sheet" | "area">): boolean {
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
  for (let row = area.top; row <= area.bottom; row++) {
    const isLocked = columns.some((column) => book.styles.look(sheet.style(row, column)).locked);
    if (isLocked) return true;
  }
  return false;
}

function mayWriteBook({ book, moods }: Session): void {
  if (moods.isReadOnly || book.readOnly) throw refusal("AccessDenied", "The workbook is read-only.");
}

function isProtected(sheet: Sheet): Error {
  return refusal("AccessDenied", `The sheet ${sheet.name} is protected.`);
}

/** Changes the frame of a sheet, and lets ranges follow before anything else is asked. */
export function edit<T>(session: Session, target: Target, work: () => T): T {
  mayWrite(session, target);
  const done = work();
  session.changes.settle();
  return done;
}

/** Changes which sheets there are: refused while the workbook's structure is protected. */
export function editSheets<T>(session: Session, work: () => T): T {
  mayWriteBook(session);
  if (session.moods.isStructureProtected)
    throw refusal("AccessDenied", "The workbook's structure is protected.");
  const done = work();
  session.changes.settle();
  return done;
}
