import { type Lines, rowOf } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { placeOf } from "../domain/documents/place";
import type { Checked } from "../domain/kernel/checked";
import { type Finding, finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { plainCells } from "../read/plain-cells";
import type { ReadBook } from "../read/read-book";
import type { ColumnDefinition, TableDefinition } from "../registers/definition";
import { columnNamed, tableById } from "../registers/names";
import type { Cell } from "../workbook/port";
import { cellsFromPlain } from "../write/plain-cells";
import type { Altering } from "./alter-document";
import { badStep, type GivenCell } from "./options";
import { handOf } from "./places";
import { typedCells } from "./typed-cells";

/** A cell of a line as it is to be, in the form of the book. */
export interface AmendedCell {
  readonly line: number;
  readonly column: string;
  readonly cell: Cell;
}

/** What makes a document this one, or what the program alone writes: no amendment changes it. */
const FIXED: ReadonlySet<string> = new Set("type date time status line draft rowId".split(" "));
/** Columns of the document as a whole: one cell set means the same on every line. */
const HEADERS: ReadonlySet<string> = new Set(
  "partner account externalNo handler salesperson channel terms".split(" "),
);
/** What amounts are worked out from. */
const PRICED: ReadonlySet<string> = new Set(
  "qty price priceIncludesTax discount discountAmount documentDiscount taxRate unit item accepted rejected".split(
    " ",
  ),
);
const AMOUNTS = ["net", "tax", "total"] as const;

/**
 * The cells that an amendment sets, and those that follow from them and are worked out anew: amounts of lines
 * with a price, the price where an amount is set, how much of what a payment settles. BAD_STEP and what
 * cannot be read are found; AMEND_FIXED for what no amendment changes.
 */
export function amendedCells(altering: Altering, set: readonly GivenCell[]): Checked<readonly AmendedCell[]> {
  const { read, own } = altering;
  const table = tableById(rowOf(read.book.lines, own[0]).table);
  const findings: Finding[] = set.length === 0 ? [badStep("set", null, "given")] : [];
  const cells = set.flatMap((given) => cellsOf(altering, { table, given, findings }));
  if (cells.every((each) => stands(read, each))) return { value: [], findings };
  return { value: [...followingCells(read, own, cells), ...cells], findings };
}

/** Whether a cell is as it is to be. */
function stands(read: ReadBook, { line, column, cell }: AmendedCell): boolean {
  const typed = typedCells(read, column)(line);
  return cell === typed || (isBlank(cell) && isBlank(typed));
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === "";
}

interface Reading {
  readonly table: TableDefinition;
  readonly given: GivenCell;
  readonly findings: Finding[];
}

function cellsOf(altering: Altering, reading: Reading): readonly AmendedCell[] {
  const { read, own } = altering;
  const { table, given, findings } = reading;
  const column = columnNamed(table, given.column);
  const line = own.find((each) => read.book.lines.line[each] === given.line);
  const ids = table.columns.map(({ id }) => id);
  if (column === null) findings.push(badStep(`column ${given.column}`, nearest(given.column, ids)));
  if (line === undefined) findings.push(badStep(`line ${String(given.line)}`));
  return column === null || line === undefined ? [] : cellsAt(altering, reading, { column, line });
}

function cellsAt(
  { desk, read, own }: Altering,
  { table, given, findings }: Reading,
  { column, line }: { readonly column: ColumnDefinition; readonly line: number },
): readonly AmendedCell[] {
  const { lines, settings } = read.book;
  const place = placeOf(lines, line, column.id);
  if (isFixed(column)) {
    findings.push(finding("AMEND_FIXED", place, { number: lines.number[line] }));
    return [];
  }
  const reading = { language: settings.language, types: documentTypes };
  const value = plainCells(table, column, reading)(given.value);
  if (typeof value === "object" && value !== null) {
    findings.push(finding(value.code, place, value.facts));
    return [];
  }
  const cell = cellsFromPlain(handOf(desk, read), column, documentTypes)(value);
  return (HEADERS.has(column.id) ? own : [line]).map((each) => ({ line: each, column: column.id, cell }));
}

/**
 * The words of `amend` that would set a cell of a posted row; null where no amendment changes that column.
 */
export function amendWords({ table, column, value, ...of }: AmendAsked): string | null {
  if (of.number === "" || !isAmendable(table, column)) return null;
  const set = `${of.line}.${column}=${value}`;
  return `amend ${of.number} --set ${/\s/.test(set) ? `"${set}"` : set}`;
}

/** Whether an amendment may change a column of a register. */
export function isAmendable(table: string, column: string): boolean {
  const definition = tableById(table).columns.find(({ id }) => id === column);
  return definition !== undefined && !isFixed(definition);
}

interface AmendAsked {
  readonly table: string;
  readonly number: string;
  readonly line: string;
  readonly column: string;
  readonly value: string;
}

function isFixed({ id, computed }: ColumnDefinition): boolean {
  return computed === true || FIXED.has(id);
}

/** The cells that cannot stay as they are once others are set. */
function followingCells(
  { book: { lines } }: ReadBook,
  own: readonly number[],
  set: readonly AmendedCell[],
): readonly AmendedCell[] {
  const isPriced = set.some(({ column }) => PRICED.has(column));
  return own.flatMap((line) => {
    const columns = new Set(set.filter((cell) => cell.line === line).map(({ column }) => column));
    const blank = (column: string): AmendedCell => ({ line, column, cell: null });
    const hasAmount = AMOUNTS.some((column) => columns.has(column));
    const isWorkedOut = hasAmount || (isPriced && !Number.isNaN(lines.price[line]));
    const cleared = [
      ...(hasAmount ? ["price"] : []),
      ...(isWorkedOut ? AMOUNTS : []),
      ...(columns.has("item") ? ["unit"] : []),
    ];
    return [
      ...cleared.filter((column) => !columns.has(column)).map(blank),
      ...settling(lines, line, columns),
    ];
  });
}

/** Another amount settles what is named, as much as is open of it, not the amounts of before. */
function settling(lines: Lines, line: number, columns: ReadonlySet<string>): readonly AmendedCell[] {
  const isPaid = columns.has("amount") || columns.has("discountTaken");
  if (!isPaid || columns.has("against")) return [];
  const named = lines.against[line].replace(/[:：][^;；]*/g, "");
  return [{ line, column: "against", cell: named === "" ? null : named }];
}
