import type { Area } from "../../engine/address";
import type { Cell } from "../../engine/cell";
import type { Sheet } from "../../engine/sheet";
import { valueOf, valueTypeOf } from "../objects/cell-value";
import type { JsonObject } from "../wire/json";

interface Written {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
}

/** What the cell held that was last written alone: the event of a single cell tells it. */
export class LastCell {
  private last: Written | null = null;

  /** To be called before the cell is written. */
  remember(sheet: Sheet, row: number, column: number): void {
    this.last = { sheet, row, column, before: sheet.cell(row, column) };
  }

  forget(): void {
    this.last = null;
  }

  /** Values before and after, where the area is that one cell; else nothing. */
  detailsOf(sheet: Sheet, { top, left, bottom, right }: Area): JsonObject {
    const { last } = this;
    if (last === null || last.sheet !== sheet || top !== bottom || left !== right) return {};
    if (last.row !== top || last.column !== left) return {};
    const after = sheet.cell(top, left);
    return {
      valueBefore: valueOf(last.before),
      valueTypeBefore: valueTypeOf(last.before),
      valueAfter: valueOf(after),
      valueTypeAfter: valueTypeOf(after),
    };
  }
}
