import { sheetLimits } from "../address";
import type { Sheet } from "../sheet";
import type { Splice } from "./package";
import type { Reshaper } from "./reshaped-text";
import type { SheetPart, Span } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

/** A child of the sheet's root, and what of it must change because cells moved. */
export interface OutsideElement extends Span {
  readonly name: string;
  readonly splices: readonly Splice[];
}

/** The attribute by which an element names cells. */
const cellAttributes = new Map([
  ["conditionalFormatting", "sqref"],
  ["dataValidation", "sqref"],
  ["protectedRange", "sqref"],
  ["ignoredError", "sqref"],
  ["cellWatch", "r"],
  ["hyperlink", "ref"],
  ["autoFilter", "ref"],
  ["sortState", "ref"],
  ["sortCondition", "ref"],
  ["mergeCell", "ref"],
]);

/** Elements that may not be empty: they go with the last of their items. */
const lists = new Set(
  (
    "mergeCells dataValidations hyperlinks protectedRanges ignoredErrors cellWatches rowBreaks colBreaks " +
    "conditionalFormattings sparklines sparklineGroups ext extLst"
  ).split(" "),
);
const formulas = ["formula", "formula1", "formula2", "f"];

/** Every element around the rows of a sheet, in order, its cells and formulas led through the edits. */
export function outsideElements(
  source: SheetPart,
  sheet: Sheet,
  reshaper: Reshaper,
): readonly OutsideElement[] {
  const scanner = new XmlScanner(source.bytes, source.part);
  const elements: OutsideElement[] = [];
  const spans = [
    { from: source.inside, to: source.data.from },
    { from: source.data.to, to: source.close },
  ];
  for (const { from, to } of spans) {
    scanner.seek(from, to);
    while (scanner.nextOpen(0)) {
      const { start } = scanner;
      const name = scanner.name();
      const splices = reshaper.isIdle
        ? skipped(scanner)
        : new ElementReading(scanner, sheet, reshaper).read();
      elements.push({ name, from: start, to: scanner.end, splices });
    }
  }
  return elements;
}

function skipped(scanner: XmlScanner): readonly Splice[] {
  scanner.skip();
  return [];
}

class ElementReading {
  private readonly scanner: XmlScanner;
  private readonly sheet: Sheet;
  private readonly reshaper: Reshaper;
  private readonly splices: Splice[] = [];
  /** The cells of the rule at hand. */
  private list = "";
  /** The element whose child was just read cannot do without it. */
  private mustGo = false;

  constructor(scanner: XmlScanner, sheet: Sheet, reshaper: Reshaper) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.reshaper = reshaper;
  }

  read(): readonly Splice[] {
    this.visit("");
    return this.splices;
  }

  /** Follows the element at hand to its end; true when it is gone. */
  private visit(parent: string): boolean {
    const { scanner } = this;
    const name = scanner.name();
    if (name === "sqref") return this.takeText((cells) => this.reshaper.cells(this.sheet, cells));
    if (formulas.includes(name)) return this.takeText((text) => this.formula(text));
    const { start: from } = scanner;
    const mark = this.splices.length;
    const isGone = name === "brk" ? this.takeBreak(parent) : this.takeCells(name);
    const isEmptied = this.visitChildren(name);
    if (!isGone && !isEmptied) return false;
    this.splices.splice(mark, this.splices.length, { from, to: scanner.end, text: "" });
    this.mustGo = name === "sparklines";
    return true;
  }

  private visitChildren(name: string): boolean {
    const { depth } = this.scanner;
    const lost: boolean[] = [];
    let isLame = false;
    while (this.scanner.nextOpen(depth)) {
      lost.push(this.visit(name));
      isLame = this.takeMustGo() || isLame;
    }
    return isLame || (lists.has(name) && lost.length > 0 && lost.every((isLost) => isLost));
  }

  private takeMustGo(): boolean {
    const { mustGo } = this;
    this.mustGo = false;
    return mustGo;
  }

  private formula(text: string): string {
    return this.list === ""
      ? this.reshaper.formula(text, this.sheet)
      : this.reshaper.ruleFormula(text, this.sheet, this.list);
  }

  private takeText(change: (text: string) => string): boolean {
    const { scanner } = this;
    const from = scanner.end;
    const text = scanner.elementText();
    const now = change(text);
    if (now !== text) this.splices.push({ from, to: scanner.start, text: escapeXml(now) });
    this.mustGo = now === "" && text !== "";
    return false;
  }

  /** The cells that the element names; true when all of them are gone. */
  private takeCells(name: string): boolean {
    const { scanner } = this;
    const attribute = cellAttributes.get(name);
    const span = attribute === undefined ? null : scanner.attributes.span(attribute);
    if (span === null || attribute === undefined) return false;
    const cells = scanner.attribute(attribute) ?? "";
    const now = this.reshaper.cells(this.sheet, cells);
    this.list = name === "conditionalFormatting" || name === "dataValidation" ? cells : "";
    if (now !== cells) this.splices.push({ from: span.from, to: span.to, text: now });
    return now === "";
  }

  /** A page break stands above the row, or left of the column, of that number. */
  private takeBreak(parent: string): boolean {
    const span = this.scanner.attributes.span("id");
    const at = Number(this.scanner.attribute("id") ?? 0);
    const line =
      parent === "rowBreaks"
        ? { top: at, bottom: at, left: 0, right: sheetLimits.columns - 1 }
        : { left: at, right: at, top: 0, bottom: sheetLimits.rows - 1 };
    const now = this.reshaper.area(this.sheet, line);
    if (now === null || span === null) return true;
    const place = parent === "rowBreaks" ? now.top : now.left;
    if (place !== at) this.splices.push({ from: span.from, to: span.to, text: String(place) });
    return false;
  }
}
