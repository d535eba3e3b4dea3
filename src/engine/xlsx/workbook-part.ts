import type { Visibility } from "../sheet";
import type { DefinedName } from "../workbook";
import type { Span } from "./sheet-part";
import { XmlScanner } from "./xml-scanner";
import { isTrue } from "./xml-text";

/** A sheet as the workbook's part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly id: number;
  readonly visibility: Visibility;
  /** Its element. */
  readonly span: Span;
}

/** What the workbook's part says, and where further sheets and names would go. */
export interface WorkbookPart {
  readonly prefix: string;
  readonly date1904: boolean;
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly ListedName[];
  /** The numbers of tabs that the views name (`activeTab`, `firstSheet`). */
  readonly views: readonly (Span & { readonly value: number })[];
  /** First byte of the closing tag of `sheets`. */
  readonly sheetsEnd: number;
  /** The `definedNames` element, and the first byte of its closing tag; null where there is none. */
  readonly definedNames: (Span & { readonly close: number }) | null;
  /** Just behind the last element that must come before names. */
  readonly namesAt: number;
  readonly calculation: CalculationMap | null;
  /** Just behind the last element that must come before `calcPr`. */
  readonly calculationAt: number;
  /** The prefix that the part uses for relations (`r:`); null where it declares none. */
  readonly relationPrefix: string | null;
  /** Just behind the root's name, where a declaration can go. */
  readonly rootNameEnd: number;
}

/** A name, where its formula stands, and where its element does. */
export interface ListedName extends DefinedName {
  readonly span: Span;
  readonly element: Span;
}

interface CalculationMap {
  readonly nameEnd: number;
  readonly fullOnLoad: Span | null;
}

const beforeNames = ["sheets", "functionGroups", "externalReferences"];

/** Reads the workbook's part. */
export function readWorkbookPart(bytes: Uint8Array, part: string): WorkbookPart {
  const scanner = new XmlScanner(bytes, part);
  if (!scanner.nextOpen(0) || !scanner.is("workbook")) scanner.fail(0, "not a workbook");
  const reading = new WorkbookReading(scanner);
  while (scanner.nextOpen(1)) reading.element();
  return reading.found();
}

class WorkbookReading {
  private readonly scanner: XmlScanner;
  private readonly prefix: string;
  private readonly rootNameEnd: number;
  private readonly relationPrefix: string | null;
  private date1904 = false;
  private readonly sheets: ListedSheet[] = [];
  private readonly views: (Span & { readonly value: number })[] = [];
  private readonly names: (Omit<ListedName, "sheet"> & { readonly sheet: number | null })[] = [];
  private sheetsEnd = 0;
  private definedNames: WorkbookPart["definedNames"] = null;
  private namesAt = 0;
  private calculation: CalculationMap | null = null;

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
    this.prefix = scanner.prefix();
    this.rootNameEnd = scanner.nameEnd;
    this.relationPrefix = relationPrefix(scanner);
  }

  element(): void {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    const name = scanner.name();
    if (name === "workbookPr") this.date1904 = isTrue(scanner.attribute("date1904"));
    else if (name === "sheets") this.readSheets();
    else if (name === "bookViews") this.readViews();
    else if (name === "definedNames") this.readNames();
    else if (name === "calcPr") this.readCalculation();
    while (scanner.depth > outside) scanner.next();
    if (beforeNames.includes(name)) this.namesAt = scanner.end;
  }

  found(): WorkbookPart {
    const { prefix, date1904, sheets, sheetsEnd, definedNames, namesAt, calculation, relationPrefix } = this;
    if (sheetsEnd === 0) this.scanner.fail(0, "without sheets");
    const names = this.names.map((name) => ({
      ...name,
      sheet: name.sheet === null ? null : (sheets[name.sheet]?.name ?? null),
    }));
    const { rootNameEnd } = this;
    const calculationAt = definedNames?.to ?? namesAt;
    const places = {
      sheetsEnd,
      definedNames,
      namesAt,
      calculation,
      calculationAt,
      relationPrefix,
      rootNameEnd,
    };
    return { prefix, date1904, sheets, names, views: this.views, ...places };
  }

  private readViews(): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (scanner.nextOpen(depth)) for (const name of ["activeTab", "firstSheet"]) this.readView(name);
  }

  private readView(name: string): void {
    const span = this.scanner.attributes.span(name);
    if (span === null) return;
    const value = Number(this.scanner.attribute(name) ?? 0);
    this.views.push({ from: span.from, to: span.to, value });
  }

  private readSheets(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    while (scanner.nextOpen(depth)) {
      if (!scanner.is("sheet")) continue;
      const from = scanner.start;
      const state = scanner.attribute("state");
      const sheet = {
        name: scanner.attribute("name") ?? "",
        relation: scanner.attribute("id") ?? "",
        id: Number(scanner.attribute("sheetId") ?? 0),
        visibility: visibilityOf(state),
      };
      scanner.skip();
      this.sheets.push({ ...sheet, span: { from, to: scanner.end } });
    }
    this.sheetsEnd = scanner.start;
  }

  private readNames(): void {
    const { scanner } = this;
    const { start: from, depth } = scanner;
    while (scanner.nextOpen(depth)) {
      const sheet = scanner.attribute("localSheetId");
      const name = scanner.attribute("name") ?? "";
      const hidden = isTrue(scanner.attribute("hidden"));
      const { start: begin, end: inside } = scanner;
      const formula = scanner.elementText();
      const span = { from: inside, to: Math.max(scanner.start, inside) };
      const element = { from: begin, to: scanner.end };
      const local = sheet === null ? null : Number(sheet);
      this.names.push({ name, hidden, sheet: local, formula, span, element, origin: this.names.length });
    }
    this.definedNames = { from, to: scanner.end, close: scanner.start };
  }

  private readCalculation(): void {
    this.calculation = {
      nameEnd: this.scanner.nameEnd,
      fullOnLoad: this.scanner.attributes.span("fullCalcOnLoad"),
    };
  }
}

function visibilityOf(state: string | null): Visibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** The prefix bound to the namespace of relations: of the two editions of the standard either. */
function relationPrefix(scanner: XmlScanner): string | null {
  const bound = scanner.attributes
    .all()
    .find(({ value }) => /\/officeDocument\/(2006\/)?relationships$/.test(value));
  return bound === undefined ? null : `${bound.name}:`;
}
