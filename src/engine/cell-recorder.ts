import type { Cell } from "./cell";
import type { Column } from "./column";
import type { ColumnStretch, KeptCell } from "./column-stretch";
import type { Sheet } from "./sheet";

/** All that one cell holds; style -1 = none of its own. */
export interface CellContent {
  readonly value: Cell;
  readonly formula: string | null;
  readonly style: number;
  readonly kept: KeptCell | null;
  /** The formula may fill more cells than its own. */
  readonly spills: boolean;
}

/** Who keeps what cells held before they are overwritten, moved or taken out. */
export interface CellRecorder {
  /** The cell is about to be written or styled. */
  cell(sheet: Sheet, row: number, column: number): void;
  /** Blank rows were put into one column. */
  inserted(sheet: Sheet, column: number, rows: { readonly at: number; readonly count: number }): void;
  /** Rows were taken out of one column. */
  taken(sheet: Sheet, column: number, rows: { readonly at: number; readonly stretch: ColumnStretch }): void;
  columnsInserted(sheet: Sheet, at: number, count: number): void;
  columnsTaken(sheet: Sheet, at: number, columns: readonly Column[]): void;
}
