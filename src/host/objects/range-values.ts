import type { Sheet } from "../../engine/sheet";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { displayText } from "../../engine/number-text/display-text";
import { parseTyped } from "../../engine/number-text/parse-typed";
import { isCellJson, valueOf, valueTypeOf } from "./cell-value";
import type { Scalar } from "./kind";
import { isEntireColumn } from "./range-address";
import { restyle } from "./restyle";
import { type CellWriter, readCells, writeCells } from "./range-cells";

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
    return formula === null ? valueOf(sheet.cell(row, column)) : `=${formula}`;
  });
}

function readFormats(place: Place, session: Session): Json {
  const { styles } = session.book;
  const { sheet } = place;
  return readCells(session, place, (row, column) => styles.format(sheet.style(row, column)) ?? "General");
}

function writeTyped(place: Place, value: Json, session: Session): void {
  writeCells(session, place, { value, write: typing(session, place.sheet) });
}

/** Puts into a cell what a person typing it would get. */
function typing(session: Session, sheet: Sheet): CellWriter {
  const { book, locale: culture, calculation } = session;
  const { styles, date1904 } = book;
  const year = calculation.year;
  return (row, column, value) => {
    if (typeof value !== "string") {
      sheet.write(row, column, isCellJson(value) ? value : null);
      return;
    }
    const style = sheet.style(row, column);
    const given = parseTyped(value, { format: styles.format(style), culture, year, date1904 });
    if (given.formula === null) sheet.write(row, column, given.value);
    else sheet.writeFormula(row, column, { text: given.formula, cached: null, spills: true });
    if (given.format !== null) sheet.restyle(row, column, styles.withFormat(style, given.format));
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
