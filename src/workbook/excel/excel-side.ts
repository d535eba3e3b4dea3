/** What this room is given of office.js, so that it reaches for no global. */
export interface ExcelSide {
  /** Excel.run. */
  readonly run: typeof Excel.run;
  /** Whether the requirement set ExcelApi of that version is there. */
  readonly supports: (version: string) => boolean;
}

/** The lowest version of ExcelApi with which a book can be written: it resizes tables. */
export const floorVersion = "1.13";
