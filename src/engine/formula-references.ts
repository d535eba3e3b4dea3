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
  `(?:${string})|(?<sheet>${sheetName})?(?<cells>${reference})|(?<lone>${sheetName})` +
    `|(?<word>${plainWord})(?<brackets>${bracketed})?|(?<ownColumns>${bracketed})|(?:${number})`,
  "gu",
);

/** A reference in a formula: its sheet (null = the formula's own), and `A1`, `$A$1:B2`, `A:C` or `1:3`. */
export interface Reference {
  readonly sheet: string | null;
  readonly cells: string;
}

/** Rewrites the pieces of a formula; a piece for which there is no function stays as it is. */
export interface FormulaWriter {
  /** A reference to cells, without its sheet. */
  readonly cells?: (reference: Reference) => string;
  /** The sheet before `!`, its quotes taken off. */
  readonly sheet?: (name: string) => string;
  /** A function, name or table, with what stands in brackets behind it. */
  readonly word?: (word: string, brackets: string | null) => string;
  /** Brackets without a name before them. */
  readonly columns?: (brackets: string) => string;
}

/** The formula with pieces rewritten. Strings, numbers and references to other workbooks stay. */
export function rewriteFormula(formula: string, writer: FormulaWriter): string {
  return formula.replace(pieces, (piece: string, ...rest: unknown[]) => {
    const found = piecesOf(rest.at(-1));
    return isOutside(found.sheet ?? found.lone) ? piece : (rewritten(found, writer) ?? piece);
  });
}

function rewritten(found: Pieces, writer: FormulaWriter): string | undefined {
  const { sheet, lone, cells, word, brackets, ownColumns } = found;
  if (cells !== null) return sheetText(sheet, writer) + cellsText(sheet, cells, writer);
  if (lone !== null) return sheetText(lone, writer);
  if (ownColumns !== null) return writer.columns?.(ownColumns);
  return word === null ? undefined : writer.word?.(word, brackets);
}

function cellsText(sheet: string | null, cells: string, { cells: write }: FormulaWriter): string {
  return write?.({ sheet: sheet === null ? null : plainName(sheet), cells }) ?? cells;
}

function sheetText(sheet: string | null, { sheet: write }: FormulaWriter): string {
  if (sheet === null || write === undefined) return sheet ?? "";
  const name = plainName(sheet);
  const now = write(name);
  return now === name ? sheet : `${quotedSheet(now)}!`;
}

/** A sheet's name as a formula spells it before `!`. */
export function quotedSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !isCellLike(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

function isCellLike(name: string): boolean {
  return /^[a-z]{1,3}\d+$/i.test(name) || /^r?\d*c?\d*$/i.test(name);
}

/** The formula with every reference to cells rewritten. Strings, names, columns and other workbooks stay. */
export function mapReferences(formula: string, rewrite: (reference: Reference) => string): string {
  return rewriteFormula(formula, { cells: rewrite });
}

type PieceName = "sheet" | "lone" | "cells" | "word" | "brackets" | "ownColumns";

type Pieces = Readonly<Record<PieceName, string | null>>;

function piecesOf(groups: unknown): Pieces {
  const found: Partial<Record<PieceName, string>> =
    typeof groups === "object" && groups !== null ? groups : {};
  const of = (name: PieceName): string | null => found[name] ?? null;
  return {
    sheet: of("sheet"),
    lone: of("lone"),
    cells: of("cells"),
    word: of("word"),
    brackets: of("brackets"),
    ownColumns: of("ownColumns"),
  };
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
