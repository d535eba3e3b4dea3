import { areaName, parseArea } from "../address";
import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Sheet } from "../sheet";
import { BytePieces } from "./byte-pieces";
import { changedElements } from "./changed-elements";
import { outsideElements } from "./outside-splices";
import type { OutsideElement } from "./outside-splices";
import { spliced } from "./package";
import type { Splice } from "./package";
import type { Reshaper } from "./reshaped-text";
import { RowSplicer } from "./row-splicer";
import type { SheetPart } from "./sheet-part";
import { SheetRows } from "./sheet-rows";

/** A sheet to be written over the part that it was opened from. */
export interface SheetChange {
  readonly sheet: Sheet;
  readonly source: SheetPart;
  readonly reshaper: Reshaper;
  /** The areas of its tables. */
  readonly tables: readonly Area[];
  /** The ids of the references to its tables, where these changed; null = as they were. */
  readonly tableParts: readonly string[] | null;
}

/**
 * The sheet's part with the rows and the elements that changed; every other byte stays as it was. Where cells
 * were put in or taken out all rows are written anew. Null where there is nothing to change.
 */
export function spliceSheet(change: SheetChange): readonly Uint8Array[] | null {
  const { sheet, source } = change;
  const { bytes, data } = source;
  const hasRows = sheet.touchedRows.size > 0 || sheet.recalculatedRows.size > 0;
  const isWritten = hasRows || sheet.hasMoved || sheet.touchedLooks.size > 0;
  const splices = outsideSplices(change, isWritten);
  if (!isWritten && splices.length === 0) return null;
  const head = splices.filter(({ to }) => to <= data.from);
  const tail = splices
    .filter(({ from }) => from >= data.to)
    .map(({ from, to, text }) => ({ from: from - data.to, to: to - data.to, text }));
  const pieces = new BytePieces();
  pieces.copy(spliced(bytes.subarray(0, data.from), head));
  if (sheet.hasMoved) writeMoved(change, pieces);
  else if (isWritten) writeData(change, pieces);
  else pieces.copy(bytes.subarray(data.from, data.to));
  pieces.copy(spliced(bytes.subarray(data.to), tail));
  return pieces.done();
}

/** Elements that are written anew as a whole take what would change in them with them. */
function outsideSplices(change: SheetChange, isWritten: boolean): readonly Splice[] {
  const { sheet, source, reshaper } = change;
  const elements = outsideElements(source, sheet, reshaper);
  const anew = changedElements(change, elements);
  const kept = elements.filter(({ name }) => !anew.names.has(name));
  const dimension = isWritten ? dimensionSplice(change, elements) : [];
  return [...kept.flatMap(({ splices }) => splices), ...anew.splices, ...dimension];
}

function writeMoved({ sheet, source: { prefix } }: SheetChange, pieces: BytePieces): void {
  pieces.write(`<${prefix}sheetData>`);
  new SheetRows(sheet, prefix).writeAll(pieces);
  pieces.write(`</${prefix}sheetData>`);
}

function writeData(change: SheetChange, pieces: BytePieces): void {
  const { source } = change;
  const splicer = new RowSplicer(change);
  if (splicer.rows.size > 0 && !source.rows.isSorted) {
    throw new EngineError("unsafe", "its rows are out of order", { part: source.part });
  }
  if (source.isDataEmpty) writeEmptyData(source, splicer, pieces);
  else new DataCopy(source, pieces).write(splicer);
}

function writeEmptyData({ prefix }: SheetPart, splicer: RowSplicer, pieces: BytePieces): void {
  pieces.write(`<${prefix}sheetData>`);
  for (let row = splicer.rows.next(0); row >= 0; row = splicer.rows.next(row + 1))
    splicer.writeNew(row, pieces);
  pieces.write(`</${prefix}sheetData>`);
}

/** Goes through the rows once, and copies what lies between those that changed. */
class DataCopy {
  private readonly source: SheetPart;
  private readonly pieces: BytePieces;
  /** What comes before this byte is written. */
  private at: number;
  /** What comes before this place of the index lies above the row at hand. */
  private index = 0;

  constructor(source: SheetPart, pieces: BytePieces) {
    this.source = source;
    this.pieces = pieces;
    this.at = source.data.from;
  }

  write(splicer: RowSplicer): void {
    for (let row = splicer.rows.next(0); row >= 0; row = splicer.rows.next(row + 1))
      this.writeRow(row, splicer);
    this.copyTo(this.source.data.to);
  }

  private writeRow(row: number, splicer: RowSplicer): void {
    const { rows, dataInside } = this.source;
    while (this.index < rows.count && rows.row(this.index) < row) this.index++;
    if (this.index < rows.count && rows.row(this.index) === row) {
      this.copyTo(rows.start(this.index));
      splicer.rewrite(this.index, this.pieces);
      this.at = rows.end(this.index);
    } else {
      this.copyTo(this.index > 0 ? rows.end(this.index - 1) : dataInside);
      splicer.writeNew(row, this.pieces);
    }
  }

  private copyTo(end: number): void {
    this.pieces.copy(this.source.bytes.subarray(this.at, end));
    this.at = end;
  }
}

/** The rectangle round all that is used, where the sheet tells of one. */
function dimensionSplice(
  { sheet, source, tables }: SheetChange,
  elements: readonly OutsideElement[],
): readonly Splice[] {
  const element = elements.find(({ name }) => name === "dimension");
  if (element === undefined) return [];
  const { from, to } = element;
  const text = new TextDecoder().decode(source.bytes.subarray(from, to));
  const [, before, cells, after] = /^(.*ref=["'])([^"']*)(["'].*)$/s.exec(text) ?? [];
  const old = sheet.hasMoved ? null : parseArea(cells);
  const used = [...(old === null ? [] : [old]), ...tables, ...areasOfColumns(sheet)];
  return used.length === 0 ? [] : [{ from, to, text: before + areaName(used.reduce(around)) + after }];
}

function around(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What was written of each column; all of it where cells moved. */
function areasOfColumns(sheet: Sheet): readonly Area[] {
  const areas: Area[] = [];
  for (let column = 0; column < sheet.columnCount; column++) {
    const there = sheet.column(column);
    const top = sheet.hasMoved ? there.nextFilled(0) : there.touched.next(0);
    const bottom = sheet.hasMoved ? there.filledEnd - 1 : there.touched.last();
    if (top >= 0) areas.push({ top, bottom, left: column, right: column });
  }
  return areas;
}
