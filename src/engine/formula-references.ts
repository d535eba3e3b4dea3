import { columnIndex, columnName, sheetLimits } from "./address";

const string = `"(?:[^"]|"")*"`;
const corner = `\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}`;
const columns = `\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}`;
const rows = `\\$?[0-9]{1,7}:\\$?[0-9]{1,7}`;
const reference = `(?:${corner}(?::${corner})?|${columns}|${rows})(?![\\p{L}\\p{N}_.(!\\[])`;
const sheetName = `(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.\\[\\]:\\\\]+)!`;
const brackets = `\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\]`;
const word = `[\\p{L}_\\\\][\\p{L}\\p{N}_.?\\\\]*`;
const number = `[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?`;

const pieces = new RegExp(
  `(?:${string})|(?<sheet>${sheetName})?(?<cells>${reference})|(?:${sheetName})` +
    `|(?<word>${word})(?<brackets>${brackets})?|(?:${brackets})|(?:${number})`,
  "gu",
);

/** A reference in a formula: its sheet (null = the formula's own), and `A1`, `$A$1:B2`, `A:C` or `1:3`. */
export interface Reference {
  readonly sheet: string | null;
  readonly cells: string;
}

/** The formula with every reference to cells rewritten. Strings, names, columns and other workbooks stay. */
export function mapReferences(formula: string, rewrite: (reference: Reference) => string): string {
  return formula.replace(pieces, (piece: string, ...rest: unknown[]) => {
    const { sheet, cells } = groupsOf(rest);
    if (cells === undefined || sheet?.includes("[") === true) return piece;
    return (sheet ?? "") + rewrite({ sheet: sheet === undefined ? null : plainName(sheet), cells });
  });
}

/** Who is told what a formula is made of. */
export interface FormulaReader {
  cells(sheet: string | null, cells: string): void;
  /** A function, a name or a table, and what stands in brackets behind it. */
  word(word: string, brackets: string | null): void;
}

/** Tells the reader every reference to cells and every word of a formula, in order. */
export function readFormula(formula: string, reader: FormulaReader): void {
  for (const { groups = {} } of formula.matchAll(pieces)) {
    const { sheet, cells, word: name, brackets: inside } = groups;
    if (name !== undefined) reader.word(name, inside ?? null);
    if (cells === undefined || (sheet?.includes("["))) continue;
    reader.cells(sheet === undefined ? null : plainName(sheet), cells);
  }
}

function groupsOf(rest: readonly unknown[]): { readonly sheet?: string; readonly cells?: string } {
  const groups = rest.at(-1);
  return typeof groups === "object" && groups !== null ? groups : {};
}

function plainName(qualifier: string): string {
  const name = qualifier.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/**
 * The formula as it reads when copied so many rows down and columns right; what leaves the sheet is `#REF!`.
 */
export function shiftFormula(
  formula: string,
  by: { readonly rows: number; readonly columns: number },
): string {
  return mapReferences(formula, ({ cells }) => {
    const corners = cells.split(":").map((cell) => shiftCorner(cell, by));
    return corners.includes(null) ? "#REF!" : corners.join(":");
  });
}

function shiftCorner(cell: string, by: { readonly rows: number; readonly columns: number }): string | null {
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] =
    /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(cell) ?? [];
  const column = columnIndex(letters) + (columnMark === "" ? by.columns : 0);
  const row = Number(digits) - 1 + (rowMark === "" ? by.rows : 0);
  if (letters !== "" && (column < 0 || column >= sheetLimits.columns)) return null;
  if (digits !== "" && (row < 0 || row >= sheetLimits.rows)) return null;
  const columnText = letters === "" ? "" : columnMark + columnName(column);
  return columnText + rowMark + (digits === "" ? "" : String(row + 1));
}
