import type { Facts } from "../../domain/kernel/finding";
import type { FindingCode } from "../../domain/kernel/finding-codes";
import type { Cell } from "../../workbook/port";

/** Why a cell cannot be read: a finding that does not know yet where it stands. */
export interface Misread {
  readonly code: FindingCode;
  readonly facts: Facts;
}

/**
 * Cells on their way into a longer column: cell i becomes element `at` + i; `report` hears of what cannot be
 * read.
 */
export interface CellColumn {
  readonly cells: readonly Cell[];
  readonly at: number;
  readonly report: (row: number, misread: Misread) => void;
}

/** Finds what a cell means among codes, names or words; null where the cell is blank. */
export interface Lookup {
  find(cell: Cell): number | Misread | null;
}

/** A cell that cannot be read, with what stands in it among the facts. */
export function misread(code: FindingCode, cell: Cell, facts: Facts = {}): Misread {
  if (cell !== null && typeof cell === "object") return { code: "CELL_ERROR", facts: { error: cell.error } };
  return { code, facts: { value: typeof cell === "boolean" ? String(cell) : cell, ...facts } };
}
