import type { Sheet } from "../../engine/sheet";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { isCellJson, typed, valueOf, valueTypeOf } from "./cell-value";
import type { Scalar } from "./kind";
import { type CellWriter, readCells, writeCells } from "./range-cells";

type Cells = Readonly<Record<string, Scalar<Place>>>;

/** The properties of a range that are rows of values: what its cells hold, show and look like. */
export const rangeValues: Cells = {
  Values: { get: readValues, set: writeTyped },
  Formulas: { get: readFormulas, set: writeTyped },
  FormulasLocal: { get: readFormulas, set: writeTyped },
  ValueTypes: { get: readTypes },
  NumberFormat: { get: readFormats, set: writeFormats },
  NumberFormatLocal: { get: readFormats, set: writeFormats },
};

function readValues(place: Place, session: Session): Json {
  const { sheet } = place;
  return readCells(session, place, (row, column) => valueOf(sheet.cell(row, column)));
}

function readTypes(place: Place, session: Session): Json {
  const { sheet } = place;
  return readCells(session, place, (row, column) => valueTypeOf(sheet.cell(row, column)));
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
function typing({ book }: Session, sheet: Sheet): CellWriter {
  return (row, column, value) => {
    if (typeof value !== "string") {
      sheet.write(row, column, isCellJson(value) ? value : null);
      return;
    }
    const given = typed(value, book.styles.format(sheet.style(row, column)));
    if ("formula" in given) sheet.writeFormula(row, column, { text: given.formula, cached: null });
    else sheet.write(row, column, given.value);
  };
}

function writeFormats(place: Place, value: Json, session: Session): void {
  const { styles } = session.book;
  const { sheet } = place;
  writeCells(session, place, {
    value,
    write: (row, column, format) => {
      const wanted = typeof format === "string" && format !== "General" ? format : null;
      sheet.restyle(row, column, styles.withFormat(sheet.style(row, column), wanted));
    },
  });
}
