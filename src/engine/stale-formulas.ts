import type { Area } from "./address";
import { Bits } from "./bits";
import { FormulaDependencies, type FormulaCell } from "./formula-dependencies";
import type { Column } from "./column";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

/** Formulas that follow one another in a chain longer than this are all taken for stale. */
const mostPasses = 50;

/**
 * The formulas whose last known value may be wrong, because a cell that they read was written since the
 * workbook was opened, or is such a formula itself.
 */
export class StaleFormulas {
  private readonly workbook: Workbook;
  private readonly dependencies: FormulaDependencies;
  private readonly stale = new Map<Column, Bits>();
  private readonly rows = new Map<Sheet, Bits>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.dependencies = new FormulaDependencies(workbook);
    let pass = 0;
    while (this.pass(pass >= mostPasses) > 0) pass++;
  }

  has(sheet: Sheet, row: number, column: number): boolean {
    return this.stale.get(sheet.column(column))?.has(row) ?? false;
  }

  /** The rows of the sheet that hold such a formula. */
  rowsOf(sheet: Sheet): Bits {
    return this.rows.get(sheet) ?? new Bits();
  }

  private pass(all: boolean): number {
    let found = 0;
    for (const { sheet, index, row, formula } of this.formulas()) {
      if (this.has(sheet, row, index)) continue;
      if (!all && !this.readsChanged({ sheet, row, column: index }, formula)) continue;
      this.add(sheet, row, index);
      found++;
    }
    return found;
  }

  private *formulas(): Iterable<{ sheet: Sheet; index: number; row: number; formula: string }> {
    for (const sheet of this.workbook.sheets) {
      for (const { index, row, formula } of sheet.formulas()) yield { sheet, index, row, formula };
    }
  }

  private add(sheet: Sheet, row: number, index: number): void {
    const column = sheet.column(index);
    if (!this.stale.has(column)) this.stale.set(column, new Bits());
    if (!this.rows.has(sheet)) this.rows.set(sheet, new Bits());
    this.stale.get(column)?.add(row);
    this.rows.get(sheet)?.add(row);
  }

  private readsChanged(cell: FormulaCell, formula: string): boolean {
    const read = this.dependencies.of(formula, cell);
    return read === "anything" || read.some(({ sheet: from, area }) => this.isChanged(from, area));
  }

  private isChanged(sheet: Sheet, area: Area): boolean {
    for (let index = area.left; index <= Math.min(area.right, sheet.columnCount - 1); index++) {
      const column = sheet.column(index);
      if (isWithin(column.touched.next(area.top), area)) return true;
      const stale = this.stale.get(column);
      if (stale !== undefined && isWithin(stale.next(area.top), area)) return true;
    }
    return false;
  }
}

function isWithin(row: number, area: Area): boolean {
  return row >= 0 && row <= area.bottom;
}
