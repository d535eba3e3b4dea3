import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";
import type { Counters } from "./counters";
import type { Ids } from "./ids";
import type { Places } from "./places";
import type { Selection } from "./selection";

/** The open workbook and what Excel keeps beside it while it is open. */
export interface Session {
  readonly book: Workbook;
  readonly ids: Ids;
  readonly places: Places;
  readonly selection: Selection;
  readonly counters: Counters;
}

/** The name of the sheet as it stands before `!` in an address. */
export function quotedSheetName(sheet: Sheet): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`;
}
