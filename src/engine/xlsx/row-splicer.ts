import { cellName } from "../address";
import { Bits } from "../bits";
import type { Cell } from "../cell";
import { EngineError } from "../engine-error";
import type { Sheet } from "../sheet";
import type { BytePieces } from "./byte-pieces";
import { cellXml, resultXml } from "./cell-text";
import { arrayOf } from "./dynamic-arrays";
import { rowLookAttributes, rowLookText } from "./row-look";
import { cellColumn } from "./sheet-data-reader";
import type { SheetPart } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";

/** A sheet and the part it was opened from. */
export interface RowSource {
  readonly sheet: Sheet;
  readonly source: SheetPart;
}

/**
 * Writes single rows of a sheet anew: the cells that changed, and of the others the bytes that were there.
 */
export class RowSplicer {
  private readonly sheet: Sheet;
  private readonly source: SheetPart;
  private readonly scanner: XmlScanner;
  /** Cells of shared formulas that must be written out, by column. */
  private readonly brokenUp = new Map<number, Bits>();
  /** The rows that must be written anew. */
  readonly rows = new Bits();
  private readonly decoder = new TextDecoder();

  constructor({ sheet, source }: RowSource) {
    this.sheet = sheet;
    this.source = source;
    this.scanner = new XmlScanner(source.bytes, source.part);
    for (const rows of [sheet.touchedRows, sheet.recalculatedRows, sheet.touchedLooks]) {
      for (let row = rows.next(0); row >= 0; row = rows.next(row + 1)) this.rows.add(row);
    }
    const isTouched = (row: number, column: number): boolean => sheet.column(column).touched.has(row);
    for (const [row, column] of source.shared.brokenUp(isTouched)) this.breakUp(row, column);
  }

  writeNew(row: number, pieces: BytePieces): void {
    const { prefix } = this.source;
    let cells = "";
    for (let column = 0; column < this.sheet.columnCount; column++) cells += this.cell(row, column);
    const look = rowLookText(this.sheet.rowLooks.get(row));
    if (cells === "" && look === "") return;
    pieces.write(`<${prefix}row r="${String(row + 1)}"${look}>${cells}</${prefix}row>`);
  }

  /** Writes the row that stands at that place of the index. */
  rewrite(index: number, pieces: BytePieces): void {
    const { scanner, source } = this;
    const { rows, prefix } = source;
    scanner.seek(rows.start(index), rows.end(index));
    scanner.next();
    const { isEmpty } = scanner;
    pieces.write(this.rowTag(rows.row(index)));
    this.writeCells(rows.row(index), pieces);
    pieces.write(isEmpty ? `</${prefix}row>` : this.text(scanner.start, rows.end(index)));
  }

  private writeCells(row: number, pieces: BytePieces): void {
    const changed = this.changedColumns(row);
    let next = 0;
    for (let column = this.nextCell(row, -1); column >= 0; column = this.nextCell(row, column)) {
      for (; next < changed.length && changed[next] < column; next++)
        pieces.write(this.cell(row, changed[next]));
      const isChanged = changed[next] === column;
      pieces.write(isChanged ? this.rewritten(row, column) : this.kept(row, column));
      if (isChanged) next++;
    }
    for (const column of changed.slice(next)) pieces.write(this.cell(row, column));
  }

  /** Steps to the next cell and answers its column; -1 at what follows the last. */
  private nextCell(row: number, before: number): number {
    const { scanner, source } = this;
    if (!scanner.nextOpen(1) || !scanner.is("c")) return -1;
    const column = cellColumn(scanner, before);
    if (column > before) return column;
    throw new EngineError("unsafe", "its cells are out of order", { part: source.part, row: row + 1 });
  }

  /** The row's opening tag, without its hint of which columns it spans, as the row stands now. */
  private rowTag(row: number): string {
    const { start, end, isEmpty } = this.scanner;
    const hasLook = this.sheet.touchedLooks.has(row);
    const dropped = hasLook ? ["spans", ...rowLookAttributes] : ["spans"];
    const spans = dropped.flatMap((name) => this.scanner.attributes.span(name) ?? []);
    let text = "";
    let at = start;
    for (const { name, to } of spans.sort((a, b) => a.name - b.name)) {
      text += this.text(at, name);
      at = to + 1;
    }
    const close = isEmpty ? end - 2 : end - 1;
    const look = hasLook ? rowLookText(this.sheet.rowLooks.get(row)) : "";
    return `${(text + this.text(at, close)).trimEnd()}${look}>`;
  }

  private changedColumns(row: number): number[] {
    const columns: number[] = [];
    for (let column = 0; column < this.sheet.columnCount; column++) {
      if (this.isTouched(row, column) || this.sheet.column(column).recalculated.has(row))
        columns.push(column);
      else if (this.isBrokenUp(row, column)) columns.push(column);
    }
    return columns;
  }

  private isTouched(row: number, column: number): boolean {
    return this.sheet.column(column).touched.has(row);
  }

  private isBrokenUp(row: number, column: number): boolean {
    return this.brokenUp.get(column)?.has(row) ?? false;
  }

  private breakUp(row: number, column: number): void {
    const rows = this.brokenUp.get(column) ?? new Bits();
    rows.add(row);
    this.brokenUp.set(column, rows);
    this.rows.add(row);
  }

  /**
   * The element of an unchanged cell; one that has no address of its own gets it, as its neighbours may go.
   */
  private kept(row: number, column: number): string {
    const { scanner } = this;
    const { start } = scanner;
    const behindName = scanner.nameEnd;
    const isPlaced = scanner.attributes.valueAt("r") >= 0;
    scanner.skip();
    if (isPlaced) return this.text(start, scanner.end);
    return `${this.text(start, behindName)} r="${cellName(row, column)}"${this.text(behindName, scanner.end)}`;
  }

  private rewritten(row: number, column: number): string {
    if (this.isTouched(row, column) || this.isBrokenUp(row, column)) {
      this.scanner.skip();
      return this.cell(row, column);
    }
    return this.withResult(this.sheet.cell(row, column));
  }

  /** A formula cell as it was, but for its value; null where that is not known. */
  private withResult(result: Cell): string {
    const { scanner } = this;
    const { prefix } = this.source;
    const { kind, value } = resultXml(result, prefix);
    let text = this.cellTag(kind);
    if (scanner.isEmpty) {
      scanner.skip();
      return `${text}${value}</${prefix}c>`;
    }
    const { depth } = scanner;
    while (scanner.nextOpen(depth)) {
      const from = scanner.start;
      const isValue = scanner.is("v") || scanner.is("is");
      scanner.skip();
      if (!isValue) text += this.text(from, scanner.end);
    }
    return text + value + this.text(scanner.start, scanner.end);
  }

  /** The opening tag of the cell at hand with another kind of value. */
  private cellTag(kind: string): string {
    const { start, end, nameEnd, isEmpty } = this.scanner;
    const span = this.scanner.attributes.span("t");
    const close = isEmpty ? end - 2 : end - 1;
    const name = this.text(start, nameEnd);
    const attributes =
      span === null
        ? this.text(nameEnd, close)
        : this.text(nameEnd, span.name) + this.text(span.to + 1, close);
    return `${name}${kind === "" ? "" : ` t="${kind}"`}${attributes}>`;
  }

  private cell(row: number, column: number): string {
    const { sheet, source } = this;
    const formula = sheet.formula(row, column);
    const value = sheet.cell(row, column);
    const isBlank = value === null && formula === null;
    const style = isBlank ? sheet.column(column).style(row) : sheet.style(row, column);
    const array = formula === null ? null : arrayOf(sheet, row, column);
    const kept = sheet.column(column).kept(row);
    return cellXml({ row, column, style, value, formula, kept, array }, source.prefix);
  }

  private text(from: number, to: number): string {
    return this.decoder.decode(this.scanner.bytes.subarray(from, to));
  }
}
