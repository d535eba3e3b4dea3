import { CellStyles } from "../cell-styles";
import type { AddedStyle } from "../cell-styles";
import { builtInFormat, builtInId } from "./number-formats";
import { spliced } from "./package";
import type { Splice } from "./package";
import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What we know of styles.xml: the formats it spells out, and where its cell styles stand. */
interface StylesMap {
  readonly formats: ReadonlyMap<number, string>;
  readonly numFmts: Element | null;
  readonly cellXfs: Element | null;
  readonly xfs: readonly (Span & { readonly format: number })[];
  readonly prefix: string;
  /** Just behind the root's opening tag. */
  readonly inside: number;
}

/** An element with children: where it and its content end. */
interface Element extends Span {
  readonly count: Span | null;
  readonly isEmpty: boolean;
  /** First byte of its closing tag. */
  readonly close: number;
}

/** The cell styles of a workbook with their number formats. */
export function readStyles(bytes: Uint8Array, part: string): CellStyles {
  const { formats, xfs } = mapStyles(bytes, part);
  return new CellStyles(xfs.length === 0 ? [null] : xfs.map(({ format }) => formatOf(formats, format)));
}

function formatOf(formats: ReadonlyMap<number, string>, id: number): string | null {
  const format = formats.get(id) ?? builtInFormat(id);
  return format === null || /^general$/i.test(format) ? null : format;
}

function mapStyles(bytes: Uint8Array, part: string): StylesMap {
  const scanner = new XmlScanner(bytes, part);
  const formats = new Map<number, string>();
  const xfs: (Span & { readonly format: number })[] = [];
  let numFmts: Element | null = null;
  let cellXfs: Element | null = null;
  scanner.nextOpen(0);
  const found = { prefix: scanner.prefix(), inside: scanner.end };
  while (scanner.nextOpen(1)) {
    if (scanner.is("numFmts")) numFmts = readChildren(scanner, () => addFormat(scanner, formats));
    else if (scanner.is("cellXfs")) cellXfs = readChildren(scanner, () => xfs.push(readXf(scanner)));
    else scanner.skip();
  }
  return { ...found, formats, xfs, numFmts, cellXfs };
}

function readChildren(scanner: XmlScanner, each: () => void): Element {
  const from = scanner.start;
  const count = scanner.attributes.span("count");
  const { isEmpty, depth } = scanner;
  while (scanner.nextOpen(depth)) each();
  return { from, to: scanner.end, close: scanner.start, count, isEmpty };
}

function addFormat(scanner: XmlScanner, formats: Map<number, string>): void {
  formats.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "General");
  scanner.skip();
}

function readXf(scanner: XmlScanner): Span & { readonly format: number } {
  const from = scanner.start;
  const format = Number(scanner.attribute("numFmtId") ?? 0);
  scanner.skip();
  return { from, to: scanner.end, format };
}

/**
 * styles.xml with the styles that were made since added at the end of its own; each is a copy of its base.
 */
export function writeStyles(bytes: Uint8Array, part: string, added: readonly AddedStyle[]): Uint8Array {
  const map = mapStyles(bytes, part);
  const ids = new Map([...map.formats].map(([id, format]) => [format, id]));
  const newFormats: string[] = [];
  const xfs = added.map(({ base, format }) => {
    const id = builtInId(format) ?? idOf(format ?? "", ids, newFormats);
    return xfXml(bytes, map, { base, id });
  });
  const formats = newFormats.map((format) => {
    const id = String(ids.get(format) ?? 0);
    return `<${map.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`;
  });
  return spliced(bytes, [...addFormats(map, formats), ...grow(map.cellXfs, map.xfs.length, xfs)]);
}

function idOf(format: string, ids: Map<string, number>, made: string[]): number {
  const known = ids.get(format);
  if (known !== undefined) return known;
  const id = Math.max(163, ...ids.values()) + 1;
  ids.set(format, id);
  made.push(format);
  return id;
}

function addFormats(map: StylesMap, formats: readonly string[]): readonly Splice[] {
  if (formats.length === 0) return [];
  if (map.numFmts !== null && !map.numFmts.isEmpty) return grow(map.numFmts, map.formats.size, formats);
  const { prefix, inside } = map;
  const { from, to } = map.numFmts ?? { from: inside, to: inside };
  const text = `<${prefix}numFmts count="${String(formats.length)}">${formats.join("")}</${prefix}numFmts>`;
  return [{ from, to, text }];
}

function grow(element: Element | null, before: number, items: readonly string[]): readonly Splice[] {
  if (element === null || items.length === 0) return [];
  const added: Splice = { from: element.close, to: element.close, text: items.join("") };
  return element.count === null
    ? [added]
    : [added, { ...element.count, text: String(before + items.length) }];
}

/**
 * The base's own text with another number format. A style made from one just made has its base in the file
 * too.
 */
function xfXml(bytes: Uint8Array, map: StylesMap, { base, id }: { base: number; id: number }): string {
  const span = map.xfs.at(base);
  if (span === undefined) return `<${map.prefix}xf numFmtId="${String(id)}" applyNumberFormat="1"/>`;
  const text = bytes.subarray(span.from, span.to);
  const scanner = new XmlScanner(text, "styles");
  scanner.next();
  const format = scanner.attributes.span("numFmtId");
  const applied = scanner.attributes.span("applyNumberFormat");
  const nameEnd = 1 + map.prefix.length + 2;
  const changes: Splice[] = [
    format === null
      ? { from: nameEnd, to: nameEnd, text: ` numFmtId="${String(id)}"` }
      : { ...format, text: String(id) },
    applied === null
      ? { from: nameEnd, to: nameEnd, text: ' applyNumberFormat="1"' }
      : { ...applied, text: "1" },
  ];
  return new TextDecoder().decode(spliced(text, changes));
}
