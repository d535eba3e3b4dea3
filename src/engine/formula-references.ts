import { columnIndex, columnName, sheetLimits } from "./address";

const string = `"(?:[^"]|"")*"`;
const corner = `\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}`;
const columns = `\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}`;
const rows = `\\$?[0-9]{1,7}:\\$?[0-9]{1,7}`;
const reference = `(?:${corner}(?::${corner})?|${columns}|${rows})(?![\\p{L}\\p{N}_.(!\\[])`;
const sheetName = `(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.\\[\\]:\\\\]+)!`;
const bracketed = `\\[(?:'.|[^\\[\\]']|\\[(?:'.|[^\\]'])*\\])*\\]`;
const plainWord = `[\\p{L}_\\\\][\\p{L}\\p{N}_.?\\\\]*`;
const number = `[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?`;

const pieces = new RegExp(
  `(?:${string})|(?<sheet>${sheetName})?(?<cells>${reference})|(?:${sheetName})` +
    `|(?<word>${plainWord})(?<brackets>${bracketed})?|(?<ownColumns>${bracketed})|(?:${number})`,
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
    const { sheet, cells } = piecesOf(rest.at(-1));
    if (cells === null || isOutside(sheet)) return piece;
    return (sheet ?? "") + rewrite({ sheet: sheet === null ? null : plainName(sheet), cells });
  });
}

/** Who is told what a formula is made of. */
export interface FormulaReader {
  cells(sheet: string | null, cells: string): void;
  /** A function, a name or a table, and what stands in brackets behind it. */
  word(word: string, brackets: string | null): void;
  /** Brackets without a name before them: columns of the table in which the formula stands, `[@qty]`. */
  columns(brackets: string): void;
}

/** Tells the reader every reference to cells and every word of a formula, in order. */
export function readFormula(formula: string, reader: FormulaReader): void {
  for (const { groups } of formula.matchAll(pieces)) {
    const { sheet, cells, word: found, brackets: inside, ownColumns } = piecesOf(groups);
    if (found !== null) reader.word(found, inside);
    if (ownColumns !== null) reader.columns(ownColumns);
    if (cells === null || isOutside(sheet)) continue;
    reader.cells(sheet === null ? null : plainName(sheet), cells);
  }
}

type PieceName = "sheet" | "cells" | "word" | "brackets" | "ownColumns";

function piecesOf(groups: unknown): Readonly<Record<PieceName, string | null>> {
  const found: Partial<Record<PieceName, string>> =
    typeof groups === "object" && groups !== null ? groups : {};
  const { sheet = null, cells = null, word = null, brackets = null, ownColumns = null } = found;
  return { sheet, cells, word, brackets, ownColumns };
}

/** A reference into another workbook: `[1]Sheet!A1`. */
function isOutside(sheet: string | null): boolean {
  return sheet?.includes("[") === true;
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

const cornerParts = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/;

function shiftCorner(cell: string, by: { readonly rows: number; readonly columns: number }): string | null {
  const match = cornerParts.exec(cell);
  if (match === null) return null;
  const [, columnMark, letters, rowMark, digits] = match;
  const column = movedColumn(letters, columnMark === "" ? by.columns : 0);
  const row = movedRow(digits, rowMark === "" ? by.rows : 0);
  return column === null || row === null ? null : columnMark + column + rowMark + row;
}

function movedColumn(letters: string, by: number): string | null {
  if (letters === "") return "";
  const column = columnIndex(letters) + by;
  return column < 0 || column >= sheetLimits.columns ? null : columnName(column);
}

function movedRow(digits: string, by: number): string | null {
  if (digits === "") return "";
  const row = Number(digits) + by;
  return row < 1 || row > sheetLimits.rows ? null : String(row);
}
