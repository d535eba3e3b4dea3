import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";

/** Which sheets were protected when someone last asked. */
export class Protections {
  private readonly known = new WeakMap<Sheet, boolean>();

  constructor(book: Workbook) {
    for (const sheet of book.sheets) this.known.set(sheet, sheet.protection !== null);
  }

  /** True when the sheet has been protected, or is no more, since the last time. */
  hasChanged(sheet: Sheet): boolean {
    const isProtected = sheet.protection !== null;
    const was = this.known.get(sheet) ?? false;
    this.known.set(sheet, isProtected);
    return was !== isProtected;
  }
}
