import { overlaps } from "../../engine/address";
import type { Cell } from "../../engine/cell";
import { typeFormula, typedFormula } from "../../engine/formulas/spelling";
import type { Sheet } from "../../engine/sheet";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { displayText } from "../../engine/number-text/display-text";
import { parseTyped, type Typed } from "../../engine/number-text/parse-typed";
import { isCellJson, valueOf, valueTypeOf } from "./cell-value";
import type { Scalar } from "./kind";
import { isEntireColumn } from "./range-address";
import { restyle } from "./restyle";
import { cellsToWrite, readCells, writeCells } from "./range-cells";

type Cells = Readonly<Record<string, Scalar<Place>>>;

/** The properties of a range that are rows of values: what its cells hold, show and look like. */
export const rangeValues: Cells = {
  Values: { get: readValues, set: writeTyped },
  Formulas: { get: readFormulas, set: writeTyped },
  FormulasLocal: { get: readFormulas, set: writeTyped },
  ValueTypes: { get: readTypes },
  Text: { get: readTexts },
  NumberFormat: { get: readFormats, set: writeFormats },
  NumberFormatLocal: { get: readFormats, set: writeFormats },
};

function readValues(place: Place, session: Session): Json {
  const { sheet } = place;
  session.calculation.ensure();
  return readCells(session, place, (row, column) => valueOf(sheet.cell(row, column)));
}

function readTypes(place: Place, session: Session): Json {
  const { sheet } = place;
  session.calculation.ensure();
  return readCells(session, place, (row, column) => valueTypeOf(sheet.cell(row, column)));
}

/** What the cells show. */
function readTexts(place: Place, session: Session): Json {
  const { sheet } = place;
  const { book, locale: culture } = session;
  session.calculation.ensure();
  return readCells(session, place, (row, column) => {
    const format = book.styles.format(sheet.style(row, column));
    return displayText(sheet.cell(row, column), format, { culture, date1904: book.date1904 });
  });
}

function readFormulas(place: Place, session: Session): Json {
  const { sheet } = place;
  return readCells(session, place, (row, column) => {
    const formula = sheet.formula(row, column);
    if (formula === null) return valueOf(sheet.cell(row, column));
    return `=${typedFormula(formula, { workbook: session.book, sheet, row, column })}`;
  });
}

function readFormats(place: Place, session: Session): Json {
  const { styles } = session.book;
  const { sheet } = place;
  return readCells(session, place, (row, column) => styles.format(sheet.style(row, column)) ?? "General");
}

/** Column by column, so that whoever follows the workbook is told of stretches, not of cells. */
function writeTyped(place: Place, value: Json, session: Session): void {
  const { left, right } = place.area;
  const cellAt = cellsToWrite(session, place, value);
  const type = typing(session, place.sheet);
  const rows = rowsWritten(session, place);
  for (let column = left; column <= right; column++) {
    const cells = rows.map((row, i) => type(row, column, cellAt(i, column - left)));
    const written = rows.filter((_, i) => cells[i] !== undefined);
    place.sheet.writeCells(
      column,
      written,
      cells.filter((cell) => cell !== undefined),
    );
  }
}

/**
 * The rows of a range that take the rows written to it, in their order. Where a filter hides some of several,
 * Excel misplaces them: what is seen is filled from above, and what is left over goes nowhere.
 */
function rowsWritten({ book }: Session, { sheet, area }: Place): readonly number[] {
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
  const isFiltered = (sheet.filter?.criteria.size ?? 0) > 0;
  const tables = book.tablesOn(sheet).filter((table) => (table.filter?.size ?? 0) > 0);
  if (rows.length < 2 || (!isFiltered && !tables.some((table) => overlaps(table.area, area)))) return rows;
  const seen = rows.filter((row) => sheet.rowLooks.get(row)?.hidden !== true);
  return seen.length === 0 ? rows : seen;
}

/**
 * What a cell gets when that is put into it as if typed; undefined = it stays, or has its formula already.
 */
type TypedCell = (row: number, column: number, value: Json) => Cell | undefined;

/** So many different texts are remembered with what they mean. */
const mostTexts = 20_000;

function typing(session: Session, sheet: Sheet): TypedCell {
  const { book, texts } = session;
  const { styles } = book;
  const reading = { culture: session.locale, year: session.calculation.year, date1904: book.date1904 };
  const read = (text: string, format: string | null): Typed => {
    const key = `${format ?? ""}\n${text}`;
    const known = texts.get(key) ?? parseTyped(text, { ...reading, format });
    if (texts.size > mostTexts) texts.clear();
    texts.set(key, known);
    return known;
  };
  return (row, column, value) => {
    if (typeof value !== "string") return isCellJson(value) ? value : undefined;
    const style = sheet.style(row, column);
    const given = read(value, styles.format(style));
    if (given.format !== null) sheet.restyle(row, column, styles.withFormat(style, given.format));
    if (given.formula === null) return given.value;
    typeFormula(given.formula, { workbook: book, sheet, row, column });
    return undefined;
  };
}

function writeFormats(place: Place, value: Json, session: Session): void {
  const { styles } = session.book;
  const { sheet } = place;
  if (isEntireColumn(place.area) && typeof value === "string") {
    restyle(session, place, { format: value === "General" ? null : value });
    return;
  }
  writeCells(session, place, {
    value,
    write: (row, column, format) => {
      const wanted = typeof format === "string" && format !== "General" ? format : null;
      sheet.restyle(row, column, styles.withFormat(sheet.style(row, column), wanted));
    },
  });
}
