import { sheetLimits } from "../address";
import type { Cell } from "../cell";
import type { Column } from "../column";
import type { KeptCell } from "../column-stretch";
import type { Sheet } from "../sheet";
import { readNumber } from "./number-text";
import { keptAttributes, knowsAttributes, rawText } from "./kept-cell";
import { RowIndex } from "./row-index";
import { RowLookReader } from "./row-look";
import { readFormula, SharedFormulas } from "./shared-formulas";
import type { SharedStrings } from "./shared-strings";
import { richText } from "./shared-strings";
import { isoSerial } from "./iso-serial";
import { XmlScanner } from "./xml-scanner";
import { isTrue, unspell } from "./xml-text";

/** What cells refer to outside of their sheet. */
export interface CellContext {
  readonly strings: SharedStrings | null;
  readonly date1904: boolean;
}

/**
 * Reads the rows of a sheet into its columns, without an object per cell; the way of every cell of every
 * workbook.
 */
export class SheetDataReader {
  readonly rows = new RowIndex();
  readonly shared = new SharedFormulas();
  private readonly scanner: XmlScanner;
  private readonly sheet: Sheet;
  private readonly context: CellContext;
  private row = -1;
  private column = -1;
  private value: Cell = null;
  private formula: string | null = null;
  private kept: KeptCell | null = null;
  private readonly rowLooks: RowLookReader;

  constructor(scanner: XmlScanner, sheet: Sheet, context: CellContext) {
    this.scanner = scanner;
    this.sheet = sheet;
    this.context = context;
    this.rowLooks = new RowLookReader(scanner);
  }

  /** Stands on the opening tag of `sheetData`, and steps to its closing tag. */
  read(): void {
    const depth = this.scanner.depth;
    while (this.scanner.nextOpen(depth)) {
      if (this.scanner.is("row")) this.readRow();
      else this.scanner.skip();
    }
    this.sheet.rowLooks = this.rowLooks.looks;
  }

  private readRow(): void {
    const { scanner } = this;
    const from = scanner.start;
    const number = scanner.attribute("r");
    const row = number === null ? this.row + 1 : Number(number) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= sheetLimits.rows)
      scanner.fail(from, "a row out of range");
    this.row = row;
    this.column = -1;
    this.rowLooks.read(row);
    const depth = scanner.depth;
    while (scanner.nextOpen(depth)) {
      if (scanner.is("c")) this.readCell();
      else scanner.skip();
    }
    this.rows.add(row, from, scanner.end);
  }

  private readCell(): void {
    const { scanner } = this;
    this.column = cellColumn(scanner, this.column);
    const style = scanner.attributes.valueAt("s");
    const column = this.sheet.column(this.column);
    if (style >= 0) column.setStyle(this.row, digits(scanner.bytes, style));
    const kind = scanner.attribute("t") ?? "n";
    const depth = scanner.depth;
    this.value = null;
    this.formula = null;
    this.kept = scanner.attributes.size > 3 || !knowsAttributes(scanner) ? keptAttributes(scanner) : null;
    while (scanner.nextOpen(depth)) this.readContent(kind);
    this.store(column);
  }

  private store(column: Column): void {
    if (this.value !== null) column.set(this.row, this.value);
    if (this.formula !== null) column.setFormula(this.row, this.formula);
    if (this.kept === null) return;
    column.keep(this.row, this.kept);
    const isDynamic = this.formula !== null && this.kept.attributes.includes(' cm="');
    if (isDynamic) column.letSpill(this.row);
  }

  private readContent(kind: string): void {
    const { scanner } = this;
    if (scanner.is("v")) this.value = this.readValue(kind);
    else if (scanner.is("is")) this.value = this.readInline();
    else if (scanner.is("f")) this.formula = this.readFormula();
    else scanner.skip();
  }

  private readInline(): Cell {
    const { scanner } = this;
    const { start: from } = scanner;
    const marks: boolean[] = [];
    const text = richText(scanner, () => marks.push(true));
    if (marks.length > 0) this.keepContent("inlineStr", rawText(scanner, from));
    return blankless(text);
  }

  private keepContent(kind: string, xml: string): void {
    this.kept = { attributes: this.kept?.attributes ?? "", content: { kind, xml } };
  }

  private readFormula(): string | null {
    return readFormula(this.scanner, this.sheet, { row: this.row, column: this.column, shared: this.shared });
  }

  private readValue(kind: string): Cell {
    const { scanner } = this;
    if (kind === "n" && scanner.plainContent()) {
      const value = readNumber(scanner.bytes, scanner.textFrom, scanner.textTo);
      return value === undefined ? this.refuse() : value;
    }
    if (kind === "s" && scanner.plainContent())
      return isBlank(scanner) ? null : this.sharedText(digits(scanner.bytes, scanner.textFrom));
    return this.otherValue(kind, scanner.elementText());
  }

  private otherValue(kind: string, text: string): Cell {
    if (kind === "str") return blankless(unspell(text));
    if (text.trim() === "") return null;
    if (kind === "e") return { error: text };
    if (kind === "b") return isTrue(text.trim());
    if (kind === "s") return this.sharedText(Number(text));
    if (kind === "d") return isoSerial(text, this.context.date1904) ?? text;
    return this.slowNumber(text);
  }

  private slowNumber(text: string): Cell {
    return Number.isFinite(Number(text)) ? Number(text) : this.refuse();
  }

  private sharedText(index: number): Cell {
    const { strings } = this.context;
    const text = strings?.text(index) ?? null;
    if (strings?.isRich(index) === true) this.keepRich(index);
    return text === null
      ? this.scanner.fail(this.scanner.start, "a string that is not there")
      : blankless(text);
  }

  private keepRich(index: number): void {
    const prefix = this.scanner.prefix();
    this.keepContent("s", `<${prefix}v>${String(index)}</${prefix}v>`);
  }

  private refuse(): never {
    return this.scanner.fail(this.scanner.start, "a number that is none");
  }
}

/** The column of the `c` element whose opening tag this is; without an address it follows the one before. */
export function cellColumn(scanner: XmlScanner, before: number): number {
  let at = scanner.attributes.valueAt("r");
  if (at < 0) return before + 1;
  let column = 0;
  for (
    let byte = (scanner.bytes[at] ?? 0) | 32;
    byte >= 97 && byte <= 122;
    byte = (scanner.bytes[++at] ?? 0) | 32
  ) {
    column = column * 26 + byte - 96;
  }
  if (column < 1 || column > sheetLimits.columns) scanner.fail(scanner.start, "a cell out of range");
  return column - 1;
}

/** Nothing but blanks stands in the content just read. */
function isBlank({ bytes, textFrom, textTo }: XmlScanner): boolean {
  for (let at = textFrom; at < textTo; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}

function digits(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; ; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}

function blankless(text: string): Cell {
  return text === "" ? null : text;
}
