import { areaName, parseArea } from "../address";
import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Sheet } from "../sheet";
import { BytePieces } from "./byte-pieces";
import { spliced } from "./package";
import type { Splice } from "./package";
import { RowSplicer } from "./row-splicer";
import type { SheetPart } from "./sheet-part";

/** How the body of a table changed its size. */
export interface BodyChange {
  readonly before: Area;
  readonly after: Area;
}

/** A sheet to be written over the part that it was opened from. */
export interface SheetChange {
  readonly sheet: Sheet;
  readonly source: SheetPart;
  readonly bodies: readonly BodyChange[];
}

/** The sheet's part with the rows that changed; every other byte stays as it was. */
export function spliceSheet(change: SheetChange): readonly Uint8Array[] {
  const { sheet, source, bodies } = change;
  const { bytes } = source;
  const splices = [...coveredSplices(source, bodies), ...dimensionSplice(sheet, source, bodies)];
  const head = splices.filter(({ from }) => from < source.data.from);
  const tail = splices
    .filter(({ from }) => from >= source.data.to)
    .map(({ from, to, text }) => ({ from: from - source.data.to, to: to - source.data.to, text }));
  const pieces = new BytePieces();
  pieces.copy(spliced(bytes.subarray(0, source.data.from), head));
  writeData(change, pieces);
  pieces.copy(spliced(bytes.subarray(source.data.to), tail));
  return pieces.done();
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

function coveredSplices({ covered }: SheetPart, bodies: readonly BodyChange[]): readonly Splice[] {
  return covered.flatMap(({ from, to, cells }) => {
    const text = cells
      .split(/\s+/)
      .map((area) => grown(area, bodies))
      .join(" ");
    return text === cells ? [] : [{ from, to, text }];
  });
}

/**
 * What covered a body's columns from its first row to its last still does when the body has changed its size.
 */
function grown(cells: string, bodies: readonly BodyChange[]): string {
  const area = parseArea(cells);
  const body = area === null ? undefined : bodies.find(({ before }) => coversRows(area, before));
  return area === null || body === undefined ? cells : areaName({ ...area, bottom: body.after.bottom });
}

function coversRows(area: Area, body: Area): boolean {
  const isBeside = area.left >= body.left && area.right <= body.right;
  return isBeside && area.top <= body.top && area.bottom === body.bottom;
}

function dimensionSplice(
  sheet: Sheet,
  { dimension }: SheetPart,
  bodies: readonly BodyChange[],
): readonly Splice[] {
  if (dimension === null) return [];
  const old = parseArea(dimension.cells);
  const now = [...(old === null ? [] : [old]), ...bodies.map(({ after }) => after), ...touchedArea(sheet)];
  const all = now.reduce((a, b) => ({
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  }));
  return [{ from: dimension.from, to: dimension.to, text: areaName(all) }];
}

function touchedArea(sheet: Sheet): readonly Area[] {
  const areas: Area[] = [];
  for (let column = 0; column < sheet.columnCount; column++) {
    const { touched } = sheet.column(column);
    const top = touched.next(0);
    if (top >= 0) areas.push({ top, bottom: touched.last(), left: column, right: column });
  }
  return areas;
}
