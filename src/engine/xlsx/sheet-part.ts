import { parseArea } from "../address";
import type { Area } from "../address";
import type { Sheet } from "../sheet";
import type { Package } from "./package";
import { SheetDataReader } from "./sheet-data-reader";
import type { CellContext } from "./sheet-data-reader";
import type { RowIndex } from "./row-index";
import type { SharedFormulas } from "./shared-formulas";
import { XmlScanner } from "./xml-scanner";
import { isTrue } from "./xml-text";

/** A stretch of bytes of a part: from included, to excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A list of cells as it stands in the part, such as those that a conditional format covers. */
export interface CoveredCells extends Span {
  readonly cells: string;
}

/** What saving must know of a sheet's part as it was opened. */
export interface SheetPart {
  readonly part: string;
  /** Its bytes as they were: to unpack them again takes as long as to read them. */
  readonly bytes: Uint8Array;
  readonly prefix: string;
  /** The `sheetData` element. */
  readonly data: Span;
  /** Just behind its opening tag. */
  readonly dataInside: number;
  readonly isDataEmpty: boolean;
  readonly rows: RowIndex;
  readonly shared: SharedFormulas;
  readonly dimension: CoveredCells | null;
  readonly covered: readonly CoveredCells[];
}

/** Reads one sheet: its cells, and of what stands around them as much as we show or must not break. */
export function readSheetPart(files: Package, sheet: Sheet, { part, context }: SheetSource): SheetPart {
  const bytes = files.bytes(part);
  const scanner = new XmlScanner(bytes, part);
  const reading = new SheetReading(scanner, sheet, context);
  if (!scanner.nextOpen(0) || !scanner.is("worksheet")) scanner.fail(0, "not a worksheet");
  const prefix = scanner.prefix();
  while (scanner.nextOpen(1)) reading.element();
  readComments(files, sheet, part);
  return { part, bytes, prefix, ...reading.found() };
}

/** Where a sheet is read from. */
export interface SheetSource {
  readonly part: string;
  readonly context: CellContext;
}

class SheetReading {
  private readonly scanner: XmlScanner;
  private readonly sheet: Sheet;
  private readonly cells: SheetDataReader;
  private readonly covered: CoveredCells[] = [];
  private dimension: CoveredCells | null = null;
  private data: Span | null = null;
  private isDataEmpty = false;
  private dataInside = 0;
  private readonly readers = new Map<string, () => void>(
    Object.entries({
      dimension: () => this.readDimension(),
      sheetViews: () => this.each("pane", () => this.readPane()),
      cols: () => this.each("col", () => this.readLook()),
      sheetData: () => this.readData(),
      mergeCells: () => this.each("mergeCell", () => this.readAreas("ref", this.sheet.merges)),
      conditionalFormatting: () => this.cover(),
      dataValidations: () => this.each("dataValidation", () => this.readValidation()),
      hyperlinks: () => this.each("hyperlink", () => this.readAreas("ref", this.sheet.anchors)),
      protectedRanges: () => this.each("protectedRange", () => this.cover()),
      ignoredErrors: () => this.each("ignoredError", () => this.cover()),
      extLst: () => this.readExtensions(),
    }),
  );

  constructor(scanner: XmlScanner, sheet: Sheet, context: CellContext) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.cells = new SheetDataReader(scanner, sheet, context);
  }

  element(): void {
    const outside = this.scanner.depth - 1;
    this.readers.get(this.scanner.name())?.();
    while (this.scanner.depth > outside) this.scanner.next();
  }

  found(): Omit<SheetPart, "part" | "bytes" | "prefix"> {
    const { data, dataInside, isDataEmpty, dimension, covered, cells } = this;
    if (data === null) return this.scanner.fail(0, "without sheetData");
    return { data, dataInside, isDataEmpty, dimension, covered, rows: cells.rows, shared: cells.shared };
  }

  private each(name: string, read: () => void): void {
    const depth = this.scanner.depth;
    while (this.scanner.nextOpen(depth)) if (this.scanner.is(name)) read();
  }

  private readDimension(): void {
    this.dimension = this.coveredCells("ref");
  }

  private readData(): void {
    const { start: from, end: inside, isEmpty } = this.scanner;
    this.isDataEmpty = isEmpty;
    this.dataInside = inside;
    this.cells.read();
    this.data = { from, to: this.scanner.end };
  }

  private readPane(): void {
    if (!(this.scanner.attribute("state") ?? "").startsWith("frozen")) return;
    this.sheet.frozenRows = Number(this.scanner.attribute("ySplit") ?? 0);
    this.sheet.frozenColumns = Number(this.scanner.attribute("xSplit") ?? 0);
  }

  private readLook(): void {
    const number = (name: string): number => Number(this.scanner.attribute(name) ?? 0);
    const width = this.scanner.attribute("width");
    const look = {
      width: width === null ? null : Number(width),
      hidden: isTrue(this.scanner.attribute("hidden")),
      outline: number("outlineLevel"),
      style: number("style"),
    };
    for (let column = number("min"); column <= Math.min(number("max"), 16_384); column++) {
      this.sheet.looks.set(column - 1, look);
    }
  }

  private readValidation(): void {
    this.cover();
    const areas = areasOf(this.scanner.attribute("sqref") ?? "");
    if (this.scanner.attribute("type") !== "list") return;
    this.each("formula1", () => this.sheet.validations.push({ areas, formula: this.scanner.elementText() }));
  }

  /** x14 formats and validations name their cells as text; sparklines do too, but stay where they are. */
  private readExtensions(): void {
    let covers = false;
    const { scanner } = this;
    const depth = scanner.depth;
    while (scanner.nextOpen(depth)) {
      if (scanner.is("conditionalFormatting") || scanner.is("dataValidation")) covers = true;
      else if (scanner.is("sparkline")) covers = false;
      else if (covers && scanner.is("sqref")) this.readCoveredText();
    }
  }

  private readCoveredText(): void {
    const from = this.scanner.end;
    const cells = this.scanner.elementText();
    this.covered.push({ from, to: this.scanner.start, cells });
  }

  private readAreas(attribute: string, areas: Area[]): void {
    areas.push(...areasOf(this.scanner.attribute(attribute) ?? ""));
  }

  private cover(): void {
    const covered = this.coveredCells("sqref");
    if (covered !== null) this.covered.push(covered);
  }

  private coveredCells(attribute: string): CoveredCells | null {
    const span = this.scanner.attributes.span(attribute);
    return span === null ? null : { ...span, cells: this.scanner.attribute(attribute) ?? "" };
  }
}

/** The rectangles of a list such as `A1 C2:C9`. */
function areasOf(cells: string): readonly Area[] {
  return cells.split(/\s+/).flatMap((text) => parseArea(text) ?? []);
}

/** Comments stay where they are when rows move, so their cells must not move. */
function readComments(files: Package, sheet: Sheet, part: string): void {
  for (const { kind, target, isOutside } of files.relations(part)) {
    if (isOutside || (kind !== "comments" && kind !== "threadedComment") || !files.has(target)) continue;
    const scanner = new XmlScanner(files.bytes(target), target);
    while (scanner.nextOpen(0)) sheet.anchors.push(...areasOf(scanner.attribute("ref") ?? ""));
  }
}
