import type { Cell } from "./cell";
import type { Column } from "./column";
import type { ColumnStretch, KeptCell } from "./column-stretch";

/** All that one cell holds; style -1 = none of its own. */
export interface CellContent {
  readonly value: Cell;
  readonly formula: string | null;
  readonly style: number;
  readonly kept: KeptCell | null;
  /** The formula may fill more cells than its own. */
  readonly spills: boolean;
}

/** A cell that holds nothing and looks like nothing. */
export const noContent: CellContent = { value: null, formula: null, style: -1, kept: null, spills: false };

/** Who keeps what the cells of one sheet held before they are overwritten, moved or taken out. */
export interface CellRecorder {
  /** The cell is about to be written or styled. */
  cell(row: number, column: number): void;
  /** Blank rows were put into one column. */
  inserted(column: number, rows: { readonly at: number; readonly count: number }): void;
  /** Rows were taken out of one column. */
  taken(column: number, rows: { readonly at: number; readonly stretch: ColumnStretch }): void;
  columnsInserted(at: number, count: number): void;
  columnsTaken(at: number, columns: readonly Column[]): void;
}
