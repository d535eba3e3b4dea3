import type { Area } from "../address";
import type { Sheet } from "../sheet";
import { readFilter } from "./filter-xml";
import type { Package } from "./package";
import { readProtection } from "./protection-xml";
import { SheetDataReader } from "./sheet-data-reader";
import type { CellContext } from "./sheet-data-reader";
import type { RowIndex } from "./row-index";
import type { SharedFormulas } from "./shared-formulas";
import { areasOf, readValidation } from "./validation-xml";
import { XmlScanner } from "./xml-scanner";
import { isTrue } from "./xml-text";

/** A stretch of bytes of a part: from included, to excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A list of cells as it stands in a part, such as those that a table covers. */
export interface CoveredCells extends Span {
  readonly cells: string;
}

/** What saving must know of a sheet's part as it was opened. */
export interface SheetPart {
  readonly part: string;
  /** Its bytes as they were: to unpack them again takes as long as to read them. */
  readonly bytes: Uint8Array;
  readonly prefix: string;
  /** Just behind the root's opening tag. */
  readonly inside: number;
  /** First byte of the root's closing tag. */
  readonly close: number;
  /** The `sheetData` element. */
  readonly data: Span;
  /** Just behind its opening tag. */
  readonly dataInside: number;
  readonly isDataEmpty: boolean;
  readonly rows: RowIndex;
  readonly shared: SharedFormulas;
}

/** Reads one sheet: its cells, and of what stands around them as much as we show or must not break. */
export function readSheetPart(files: Package, sheet: Sheet, { part, context }: SheetSource): SheetPart {
  const bytes = files.bytes(part);
  const scanner = new XmlScanner(bytes, part);
  const reading = new SheetReading(scanner, sheet, context);
  if (!scanner.nextOpen(0) || !scanner.is("worksheet")) scanner.fail(0, "not a worksheet");
  const prefix = scanner.prefix();
  const inside = scanner.end;
  while (scanner.nextOpen(1)) reading.element();
  const close = scanner.start;
  readBeside(files, sheet, part);
  return { part, bytes, prefix, inside, close, ...reading.found() };
}

/** Where a sheet is read from. */
export interface SheetSource {
  readonly part: string;
  readonly context: CellContext;
}

/** Elements that name cells in ways which we do not follow. */
const unfollowed = [
  "scenarios",
  "dataConsolidate",
  "customSheetViews",
  "smartTags",
  "oleObjects",
  "controls",
];

class SheetReading {
  private readonly scanner: XmlScanner;
  private readonly sheet: Sheet;
  private readonly cells: SheetDataReader;
  private data: Span | null = null;
  private isDataEmpty = false;
  private dataInside = 0;
  private readonly readers = new Map<string, () => void>(
    Object.entries({
      sheetPr: () => this.each("tabColor", () => this.readTabColor()),
      sheetViews: () => this.each("pane", () => this.readPane()),
      cols: () => this.each("col", () => this.readLook()),
      sheetData: () => this.readData(),
      sheetProtection: () => (this.sheet.protection = readProtection(this.scanner)),
      autoFilter: () => (this.sheet.filter = readFilter(this.scanner)),
      mergeCells: () => this.each("mergeCell", () => this.readAreas("ref", this.sheet.merges)),
      dataValidations: () =>
        this.each("dataValidation", () => this.sheet.validations.push(readValidation(this.scanner))),
      hyperlinks: () => this.each("hyperlink", () => this.readAreas("ref", this.sheet.links)),
    }),
  );

  constructor(scanner: XmlScanner, sheet: Sheet, context: CellContext) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.cells = new SheetDataReader(scanner, sheet, context);
  }

  element(): void {
    const outside = this.scanner.depth - 1;
    const name = this.scanner.name();
    if (unfollowed.includes(name)) this.sheet.fixtures.push(name);
    this.readers.get(name)?.();
    while (this.scanner.depth > outside) this.scanner.next();
  }

  found(): Omit<SheetPart, "part" | "bytes" | "prefix" | "inside" | "close"> {
    const { data, dataInside, isDataEmpty, cells } = this;
    if (data === null) return this.scanner.fail(0, "without sheetData");
    return { data, dataInside, isDataEmpty, rows: cells.rows, shared: cells.shared };
  }

  private each(name: string, read: () => void): void {
    const depth = this.scanner.depth;
    while (this.scanner.nextOpen(depth)) if (this.scanner.is(name)) read();
  }

  private readData(): void {
    const { start: from, end: inside, isEmpty } = this.scanner;
    this.isDataEmpty = isEmpty;
    this.dataInside = inside;
    this.cells.read();
    this.data = { from, to: this.scanner.end };
  }

  private readTabColor(): void {
    this.sheet.tabColor = /^[0-9A-F]{8}$/i.exec(this.scanner.attribute("rgb") ?? "")?.[0].slice(2) ?? null;
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
      width: width === null ? null : innerWidth(Number(width)),
      hidden: isTrue(this.scanner.attribute("hidden")),
      outline: number("outlineLevel"),
      style: number("style"),
    };
    for (let column = number("min"); column <= Math.min(number("max"), 16_384); column++) {
      this.sheet.looks.set(column - 1, look);
    }
  }

  private readAreas(attribute: string, areas: Area[]): void {
    areas.push(...areasOf(this.scanner.attribute(attribute) ?? ""));
  }
}

/** What the file adds to the characters that fit into a column. */
const padding = 0.7109375;

/** The characters that fit into a column of that width in the file. */
function innerWidth(width: number): number {
  return Math.max(Number((width - padding).toFixed(8)), 0);
}

/** The width in the file of a column into which so many characters fit. */
export function outerWidth(characters: number): number {
  return Number((characters + padding).toFixed(8));
}

/** Parts beside the sheet whose cells we do not follow. */
const unfollowedParts = ["pivotTable", "tableSingleCells"];

/** Comments stay where they are when rows move, so their cells must not move. */
function readBeside(files: Package, sheet: Sheet, part: string): void {
  for (const { kind, target, isOutside } of files.relations(part)) {
    if (isOutside || !files.has(target)) continue;
    if (unfollowedParts.includes(kind)) sheet.fixtures.push(kind);
    if (kind === "comments" || kind === "threadedComment") readComments(files, sheet, target);
  }
}

function readComments(files: Package, sheet: Sheet, part: string): void {
  const scanner = new XmlScanner(files.bytes(part), part);
  while (scanner.nextOpen(0)) sheet.anchors.push(...areasOf(scanner.attribute("ref") ?? ""));
}
