import type { Journal } from "../../engine/journal/journal";
import type { Workbook } from "../../engine/workbook";
import type { ExcelHost } from "../../host/excel-host";

/** A book that is open in the workbench. */
export interface OpenFile {
  /** As a file is called, its ending included. */
  readonly name: string;
  readonly book: Workbook;
  readonly host: ExcelHost;
  /** What was done since it was opened, to be taken back. */
  readonly journal: Journal;
}
