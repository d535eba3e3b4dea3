import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";
import type { Session } from "./session";

/** Refuses what would write into a workbook that is open for reading only, or into a protected sheet. */
export function mayWrite({ book, moods }: Session, sheet: Sheet): void {
  if (moods.isReadOnly || book.readOnly) throw refusal("AccessDenied", "The workbook is read-only.");
  if (sheet.protection !== null) throw refusal("AccessDenied", `The sheet ${sheet.name} is protected.`);
}

/** Changes the frame of a sheet, and lets ranges follow before anything else is asked. */
export function edit<T>(session: Session, sheet: Sheet, work: () => T): T {
  mayWrite(session, sheet);
  const done = work();
  session.changes.settle();
  return done;
}

/** Changes which sheets there are: refused while the workbook's structure is protected. */
export function editSheets<T>(session: Session, work: () => T): T {
  const { book, moods, runtime } = session;
  if (moods.isReadOnly || book.readOnly) throw refusal("AccessDenied", "The workbook is read-only.");
  if (runtime.isStructureProtected) throw refusal("AccessDenied", "The workbook's structure is protected.");
  const done = work();
  session.changes.settle();
  return done;
}
