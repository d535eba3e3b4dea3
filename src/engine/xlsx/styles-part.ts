import { plainLook } from "../cell-look";
import { CellStyles } from "../cell-styles";
import type { AddedStyle, FileStyle, StyleChange } from "../cell-styles";
import { builtInFormat, builtInId } from "./number-formats";
import { spliced } from "./package";
import type { Splice } from "./package";
import { mapStyles } from "./styles-map";
import type { StyleList, StylesMap, XfPart } from "./styles-map";
import { withAttribute, withChanged, withChild } from "./tag-edit";
import { escapeXml } from "./xml-text";

/** The cell styles of a workbook: number format and look of each. */
export function readStyles(bytes: Uint8Array, part: string): CellStyles {
  const map = mapStyles(bytes, part);
  return map.xfs.length === 0 ? new CellStyles() : new CellStyles(map.xfs.map((xf) => styleOf(map, xf)));
}

function styleOf({ formats, fontList, fillList, borderList }: StylesMap, xf: XfPart): FileStyle {
  const { bold, italic, fontColor } = fontList.at(xf.font) ?? plainLook;
  const { horizontal, wrap, locked } = xf;
  const fill = fillList.at(xf.fill) ?? null;
  const bordered = borderList.at(xf.border) ?? false;
  return {
    format: formatOf(formats, xf.format),
    look: { bold, italic, fontColor, fill, horizontal, wrap, bordered, locked },
  };
}

function formatOf(formats: ReadonlyMap<number, string>, id: number): string | null {
  const format = formats.get(id) ?? builtInFormat(id);
  return format === null || /^general$/i.test(format) ? null : format;
}

/**
 * styles.xml with the styles that were made since added at the end of its own; each is a copy of its base
 * with what differs. Nothing that was there changes its number or its bytes.
 */
export function writeStyles(bytes: Uint8Array, part: string, added: readonly AddedStyle[]): Uint8Array {
  const writer = new StylesWriter(bytes, part);
  const xfs = added.map((style) => writer.xf(style));
  return spliced(bytes, writer.splices(xfs));
}

class StylesWriter {
  private readonly bytes: Uint8Array;
  private readonly map: StylesMap;
  private readonly ids: Map<string, number>;
  private readonly formats: string[] = [];
  private readonly fonts: string[] = [];
  private readonly fills: string[] = [];
  private readonly borders: string[] = [];

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.map = mapStyles(bytes, part);
    this.ids = new Map([...this.map.formats].map(([id, format]) => [format, id]));
  }

  /** The base's own text with what the style has of its own. */
  xf({ base, change }: AddedStyle): string {
    const span = this.map.xfs.at(base);
    let text = span === undefined ? `<${this.map.prefix}xf/>` : this.text(span);
    for (const [name, id] of this.parts(change, span)) {
      const applied = `apply${name === "numFmtId" ? "NumberFormat" : `${name[0].toUpperCase()}${name.slice(1, -2)}`}`;
      text = withAttribute(withAttribute(text, applied, "1"), name, String(id));
    }
    return this.withProtection(this.withAlignment(text, change), change);
  }

  splices(xfs: readonly string[]): readonly Splice[] {
    const { map } = this;
    const { lists } = map;
    return [
      ...this.formatSplices(),
      ...grow(lists.get("fonts"), map.fontList.length, this.fonts),
      ...grow(lists.get("fills"), map.fillList.length, this.fills),
      ...grow(lists.get("borders"), map.borderList.length, this.borders),
      ...grow(lists.get("cellXfs"), map.xfs.length, xfs),
    ];
  }

  /** The numbers of what the style is made of, where they differ from its base. */
  private parts(change: StyleChange, base: XfPart | undefined): readonly (readonly [string, number])[] {
    const { format, fill, bordered } = change;
    const parts: [string, number][] = [];
    if (format !== undefined) parts.push(["numFmtId", this.formatId(format)]);
    if (hasFont(change)) parts.push(["fontId", this.fontId(change, base?.font ?? 0)]);
    if (fill !== undefined) parts.push(["fillId", this.fillId(fill)]);
    if (bordered !== undefined) parts.push(["borderId", this.borderId()]);
    return parts;
  }

  private formatId(format: string | null): number {
    const known = builtInId(format) ?? this.ids.get(format ?? "");
    if (known !== undefined) return known;
    const id = Math.max(163, ...this.ids.values()) + 1;
    this.ids.set(format ?? "", id);
    const code = escapeXml(format ?? "");
    this.formats.push(`<${this.map.prefix}numFmt numFmtId="${String(id)}" formatCode="${code}"/>`);
    return id;
  }

  private fontId({ bold, italic, fontColor }: StyleChange, base: number): number {
    const { prefix, fontList } = this.map;
    const span = fontList.at(base);
    const text = span === undefined ? `<${prefix}font></${prefix}font>` : this.text(span);
    const color = fontColor === null ? "" : `<${prefix}color rgb="FF${fontColor ?? ""}"/>`;
    const colored = fontColor === undefined ? text : withChild(text, "color", color);
    const slanted = withMark(colored, `${prefix}i`, italic);
    return fontList.length + placeIn(this.fonts, withMark(slanted, `${prefix}b`, bold));
  }

  private fillId(fill: string | null): number {
    if (fill === null) return 0;
    const { prefix, fillList } = this.map;
    const known = fillList.indexOf(fill);
    if (known >= 0) return known;
    const colors = `<${prefix}fgColor rgb="FF${fill}"/><${prefix}bgColor indexed="64"/>`;
    const pattern = `<${prefix}patternFill patternType="solid">${colors}</${prefix}patternFill>`;
    return fillList.length + placeIn(this.fills, `<${prefix}fill>${pattern}</${prefix}fill>`);
  }

  /** The border without a line. */
  private borderId(): number {
    const { prefix, borderList } = this.map;
    const known = borderList.indexOf(false);
    if (known >= 0) return known;
    const sides = ["left", "right", "top", "bottom", "diagonal"].map((side) => `<${prefix}${side}/>`);
    return borderList.length + placeIn(this.borders, `<${prefix}border>${sides.join("")}</${prefix}border>`);
  }

  private withAlignment(text: string, { horizontal, wrap }: StyleChange): string {
    if (horizontal === undefined && wrap === undefined) return text;
    const set = (alignment: string): string => {
      const placed =
        horizontal === undefined
          ? alignment
          : withAttribute(alignment, "horizontal", horizontal === "general" ? null : horizontal);
      return wrap === undefined ? placed : withAttribute(placed, "wrapText", wrap ? "1" : null);
    };
    const changed = withChanged(text, "alignment", set);
    const added = changed ?? withChild(text, "alignment", set(`<${this.map.prefix}alignment/>`));
    return withAttribute(added, "applyAlignment", "1");
  }

  /** Protection stands behind alignment. */
  private withProtection(text: string, { locked }: StyleChange): string {
    if (locked === undefined) return text;
    const { prefix } = this.map;
    const protection = locked ? "" : `<${prefix}protection locked="0"/>`;
    const bare = withChild(text, "protection", "");
    const behind = withChanged(bare, "alignment", (alignment) => alignment + protection);
    return withAttribute(behind ?? withChild(bare, "protection", protection), "applyProtection", "1");
  }

  private formatSplices(): readonly Splice[] {
    const { map, formats } = this;
    const list = map.lists.get("numFmts");
    if (formats.length === 0) return [];
    if (list !== undefined && !list.isEmpty) return grow(list, map.formats.size, formats);
    const { from, to } = list ?? { from: map.inside, to: map.inside };
    const name = `${map.prefix}numFmts`;
    return [{ from, to, text: `<${name} count="${String(formats.length)}">${formats.join("")}</${name}>` }];
  }

  private text({ from, to }: { readonly from: number; readonly to: number }): string {
    return new TextDecoder().decode(this.bytes.subarray(from, to));
  }
}

function hasFont({ bold, italic, fontColor }: StyleChange): boolean {
  return bold !== undefined || italic !== undefined || fontColor !== undefined;
}

/** An element with or without an empty child; as it is where that is not said. */
function withMark(text: string, name: string, isOn: boolean | undefined): string {
  if (isOn === undefined) return text;
  return withChild(text, name.slice(name.indexOf(":") + 1), isOn ? `<${name}/>` : "");
}

/** The place of a text in the list, put at its end where it is not there. */
function placeIn(list: string[], text: string): number {
  const known = list.indexOf(text);
  return known >= 0 ? known : list.push(text) - 1;
}

function grow(list: StyleList | undefined, before: number, items: readonly string[]): readonly Splice[] {
  if (list === undefined || items.length === 0) return [];
  const added: Splice = { from: list.close, to: list.close, text: items.join("") };
  return list.count === null
    ? [added]
    : [added, { from: list.count.from, to: list.count.to, text: String(before + items.length) }];
}
