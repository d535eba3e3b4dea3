import type { Sheet } from "../../sheet";
import type { Operand } from "../values/grid";
import type { World } from "../world";

/** Part of a formula, ready to be calculated in any row of its column. */
export type Evaluate = (at: World) => Operand;

/** An end of the rows that are read: a row of the sheet, or so many below the formula's own. */
export interface RowEnd {
  readonly row: number;
  readonly moves: boolean;
}

/** Cells that a formula reads, as they follow from the row in which it stands. Both ends are included. */
export interface Read {
  readonly sheet: Sheet;
  readonly left: number;
  readonly right: number;
  readonly top: RowEnd;
  readonly bottom: RowEnd;
}

/** Why a formula, or the formulas of a cell, could not be calculated here. */
export interface Reason {
  /**
   * syntax: it is no formula; function: what it calls is not known here; workbook: it reads another workbook;
   * moment: it asks for the time, which nobody told; circular: it reads itself; reads: it reads a cell that
   * could not be calculated; form: it uses a part of the language that is not known here.
   */
  readonly code: "syntax" | "function" | "workbook" | "moment" | "circular" | "reads" | "form";
  /** The name of the function, the reference, or the cell. */
  readonly what: string;
}

/** A formula made ready for one column of one sheet. */
export interface Program {
  /** Calculates it in the row that the world names. */
  readonly evaluate: Evaluate;
  /** Why it cannot be calculated; null when it can. */
  readonly trouble: Reason | null;
  readonly reads: readonly Read[];
  /** It reads what cannot be told beforehand: whatever changes may concern it. */
  readonly readsAnything: boolean;
  /** It asks for today or now. */
  readonly isTimed: boolean;
  /** It leaves out rows that are hidden. */
  readonly seesHiddenRows: boolean;
  /** Functions of the host that it calls, in capitals. */
  readonly calls: readonly string[];
  /** Two programs of one formula with the same shape read the same cells in the same way. */
  readonly shape: string;
}
