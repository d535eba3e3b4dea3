import type { Area } from "../address";
import type { Sheet } from "../sheet";
import type { Workbook } from "../workbook";
import { CriteriaIndexes } from "./criteria/column-index";
import type { Matrix, Operand } from "./values/grid";
import type { Scalar } from "./values/scalar";

/** When formulas are calculated, as serial numbers that count from 1900; made where the program starts. */
export interface CalculationMoment {
  /** Whole: the local day. */
  readonly todaySerial: number;
  /** The local day and time. */
  readonly nowSerial: number;
}

/** The cell in which a formula stands; 0-based. */
export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** A call of a function that the engine's host provides; an argument of several cells is rows of values. */
export interface CustomCall {
  /** In capitals, with its namespace: `TZ.ONHAND`. */
  readonly name: string;
  readonly args: readonly (Scalar | readonly (readonly Scalar[])[])[];
  readonly place: FormulaPlace;
}

/** Functions that the host of the engine provides. */
export interface CustomFunctions {
  /** True for a name (in capitals) that it answers. */
  has(name: string): boolean;
  /**
   * The value; undefined while it is being fetched: the cell shows `#N/A` until the host tells to call again.
   */
  call(call: CustomCall): Scalar | Matrix | undefined;
}

/**
 * What a formula sees beside its arguments while it is calculated. One for a workbook, moved from cell to
 * cell.
 */
export class World {
  readonly workbook: Workbook;
  readonly date1904: boolean;
  readonly indexes = new CriteriaIndexes();
  /** The values that LET gave names to. */
  readonly slots: Operand[] = [];
  sheet: Sheet;
  row = 0;
  column = 0;
  moment: CalculationMoment | null = null;
  custom: CustomFunctions | null = null;
  /** BCP 47: how TEXT names days and months. */
  locale = "en-US";

  constructor(workbook: Workbook, sheet: Sheet) {
    this.workbook = workbook;
    this.date1904 = workbook.date1904;
    this.sheet = sheet;
  }

  /** True for a row that a filter hides, or, where asked, one hidden by hand. */
  isRowHidden(sheet: Sheet, row: number, alsoByHand: boolean): boolean {
    if (sheet.rowLooks.get(row)?.hidden !== true) return false;
    return alsoByHand || this.isFiltered(sheet, row);
  }

  private isFiltered(sheet: Sheet, row: number): boolean {
    const { filter } = sheet;
    if (filter !== null && filter.criteria.size > 0 && isBelowTop(filter.area, row)) return true;
    return this.workbook
      .tablesOn(sheet)
      .some((table) => (table.filter?.size ?? 0) > 0 && row >= table.first && row < table.end);
  }
}

function isBelowTop({ top, bottom }: Area, row: number): boolean {
  return row > top && row <= bottom;
}
