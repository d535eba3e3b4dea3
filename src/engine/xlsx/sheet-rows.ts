import type { Sheet } from "../sheet";
import type { BytePieces } from "./byte-pieces";
import { cellXml } from "./cell-text";
import { arrayOf } from "./dynamic-arrays";
import { rowLookText } from "./row-look";

/** Writes rows of a sheet from what it holds, not from the file. */
export class SheetRows {
  private readonly sheet: Sheet;
  private readonly prefix: string;
  constructor(sheet: Sheet, prefix = "") {
    this.sheet = sheet;
    this.prefix = prefix;
  }

  /** Every row that holds or says anything. */
  writeAll(pieces: BytePieces): void {
    const { sheet } = this;
    let { end } = sheet;
    for (const row of sheet.rowLooks.keys()) end = Math.max(end, row + 1);
    for (let row = 0; row < end; row++) pieces.write(this.row(row));
  }

  /** The row's element; "" where there is nothing to say. */
  row(row: number): string {
    const { sheet, prefix } = this;
    let cells = "";
    for (let column = 0; column < sheet.columnCount; column++) cells += this.cell(row, column);
    const look = rowLookText(sheet.rowLooks.get(row));
    if (cells === "" && look === "") return "";
    const tag = `${prefix}row r="${String(row + 1)}"${look}`;
    return cells === "" ? `<${tag}/>` : `<${tag}>${cells}</${prefix}row>`;
  }

  /** The cell's element; "" for one that is blank and plain. */
  cell(row: number, index: number): string {
    const { sheet } = this;
    const column = sheet.column(index);
    const value = column.get(row);
    const formula = column.formula(row);
    const isBlank = value === null && formula === null;
    const style = isBlank ? column.style(row) : sheet.style(row, index);
    const kept = column.kept(row);
    const array = formula === null ? null : arrayOf(sheet, row, index);
    return cellXml({ row, column: index, style, value, formula, kept, array }, this.prefix);
  }
}
