import { plainLook } from "../cell-look";
import type { CellLook, Horizontal } from "../cell-look";
import type { Span } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";
import { isTrue } from "./xml-text";

/** An element with children: where it and its content end. */
export interface StyleList extends Span {
  readonly count: Span | null;
  readonly isEmpty: boolean;
  /** First byte of its closing tag. */
  readonly close: number;
}

/** A font, and what of it we show. */
export interface FontPart extends Span, Pick<CellLook, "bold" | "italic" | "fontColor"> {}

/** A cell style: its element, and the numbers of what it is made of. */
export interface XfPart extends Span, Pick<CellLook, "horizontal" | "wrap" | "locked"> {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

/** What we know of styles.xml, and where it stands. */
export interface StylesMap {
  readonly prefix: string;
  /** Just behind the root's opening tag. */
  readonly inside: number;
  readonly formats: ReadonlyMap<number, string>;
  readonly fontList: readonly FontPart[];
  /** The colour of each fill; null where it is not plain. */
  readonly fillList: readonly (string | null)[];
  /** Whether each border draws a line. */
  readonly borderList: readonly boolean[];
  readonly xfs: readonly XfPart[];
  readonly lists: ReadonlyMap<string, StyleList>;
}

/** Finds its way through styles.xml. */
export function mapStyles(bytes: Uint8Array, part: string): StylesMap {
  const scanner = new XmlScanner(bytes, part);
  scanner.nextOpen(0);
  const { end: inside } = scanner;
  const prefix = scanner.prefix();
  const reading = new StylesReading(scanner);
  while (scanner.nextOpen(1)) reading.element();
  return { prefix, inside, ...reading.found };
}

class StylesReading {
  private readonly scanner: XmlScanner;
  private readonly formats = new Map<number, string>();
  private readonly fontList: FontPart[] = [];
  private readonly fillList: (string | null)[] = [];
  private readonly borderList: boolean[] = [];
  private readonly xfs: XfPart[] = [];
  private readonly lists = new Map<string, StyleList>();
  private readonly readers = new Map<string, () => void>(
    Object.entries({
      numFmts: () => this.readFormat(),
      fonts: () => this.fontList.push(readFont(this.scanner)),
      fills: () => this.fillList.push(readFill(this.scanner)),
      borders: () => this.borderList.push(readBorder(this.scanner)),
      cellXfs: () => this.xfs.push(readXf(this.scanner)),
    }),
  );

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
  }

  get found(): Omit<StylesMap, "prefix" | "inside"> {
    const { formats, fontList, fillList, borderList, xfs, lists } = this;
    return { formats, fontList, fillList, borderList, xfs, lists };
  }

  element(): void {
    const { scanner } = this;
    const name = scanner.name();
    const read = this.readers.get(name);
    if (read === undefined) scanner.skip();
    else this.lists.set(name, readChildren(scanner, read));
  }

  private readFormat(): void {
    const { scanner } = this;
    const format = scanner.attribute("formatCode") ?? "General";
    this.formats.set(Number(scanner.attribute("numFmtId")), format);
    scanner.skip();
  }
}

function readChildren(scanner: XmlScanner, each: () => void): StyleList {
  const from = scanner.start;
  const count = scanner.attributes.span("count");
  const { isEmpty, depth } = scanner;
  while (scanner.nextOpen(depth)) each();
  return { from, to: scanner.end, close: scanner.start, count, isEmpty };
}

function readFont(scanner: XmlScanner): FontPart {
  const { start: from, depth } = scanner;
  const font = { bold: false, italic: false, fontColor: plainLook.fontColor };
  while (scanner.nextOpen(depth)) {
    const isOn = isTrue(scanner.attribute("val") ?? "1");
    if (scanner.is("b")) font.bold = isOn;
    else if (scanner.is("i")) font.italic = isOn;
    else if (scanner.is("color")) font.fontColor = colorOf(scanner);
  }
  return { ...font, from, to: scanner.end };
}

function colorOf(scanner: XmlScanner): string | null {
  const rgb = scanner.attribute("rgb") ?? "";
  return /^([0-9A-F]{2})?[0-9A-F]{6}$/i.test(rgb) ? rgb.slice(-6).toUpperCase() : null;
}

function readFill(scanner: XmlScanner): string | null {
  const { depth } = scanner;
  let isSolid = false;
  let color: string | null = null;
  while (scanner.nextOpen(depth)) {
    if (scanner.is("patternFill")) isSolid = scanner.attribute("patternType") === "solid";
    else if (scanner.is("fgColor")) color = colorOf(scanner);
  }
  return isSolid ? color : null;
}

function readBorder(scanner: XmlScanner): boolean {
  const { depth } = scanner;
  let isDrawn = false;
  while (scanner.nextOpen(depth)) {
    const style = scanner.attribute("style");
    if (style !== null && style !== "none") isDrawn = true;
  }
  return isDrawn;
}

function readXf(scanner: XmlScanner): XfPart {
  const { start: from, depth } = scanner;
  const number = (name: string): number => Number(scanner.attribute(name) ?? 0);
  const parts = {
    format: number("numFmtId"),
    font: number("fontId"),
    fill: number("fillId"),
    border: number("borderId"),
  };
  let { horizontal, wrap, locked } = plainLook;
  while (scanner.nextOpen(depth)) {
    if (scanner.is("alignment")) {
      horizontal = horizontalOf(scanner.attribute("horizontal"));
      wrap = isTrue(scanner.attribute("wrapText"));
    } else if (scanner.is("protection")) locked = isTrue(scanner.attribute("locked") ?? "1");
  }
  return { ...parts, horizontal, wrap, locked, from, to: scanner.end };
}

const horizontals: readonly Horizontal[] = [
  "general",
  "left",
  "center",
  "right",
  "fill",
  "justify",
  "centerContinuous",
  "distributed",
];

function horizontalOf(value: string | null): Horizontal {
  return horizontals.find((known) => known === value) ?? "general";
}
