import { resizeTable } from "../../engine/structure/resize-table";
import { convertToRange, deleteTable, renameTable } from "../../engine/structure/tables";
import { showTotals } from "../../engine/structure/totals";
import type { Table, TableStyle } from "../../engine/table";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Arguments } from "./arguments";
import type { Scalar } from "./kind";
import { placeOf } from "./range-address";
import type { Thing } from "./thing";

/** Gives a table another name. */
export function nameTable(table: Table, value: Json, session: Session): void {
  if (typeof value !== "string") throw refusal("InvalidArgument", "A table's name is a text.");
  edit(session, { sheet: table.sheet, right: null }, () => renameTable(session.book, table, value));
}

/** Shows or hides the totals row. */
export function changeTotals(table: Table, value: Json, session: Session): void {
  const words = value === true ? { label: session.words.total } : null;
  edit(session, { sheet: table.sheet, right: null }, () => showTotals(session.book, table, words));
}

/** Lets a table cover other cells; the header stays where it is. */
export function resize(table: Table, given: Arguments, session: Session): null {
  const { sheet, area } = given.placeOrNull(0) ?? placeOf(session, table.sheet, given.text(0));
  if (sheet !== table.sheet) throw refusal("InvalidArgument", "A table stays on its sheet.");
  edit(session, { sheet, right: null }, () => resizeTable(session.book, table, area));
  return null;
}

/** Takes a table out with its cells. */
export function removeTable(table: Table, session: Session): null {
  edit(session, { sheet: table.sheet, right: null }, () => deleteTable(session.book, table));
  return null;
}

/** The cells stay and are no table any more. */
export function asRange(table: Table, session: Session): Thing {
  const { area } = table;
  edit(session, { sheet: table.sheet, right: null }, () => convertToRange(session.book, table));
  return { kind: "Range", self: new Place(table.sheet, area) };
}

/** What a table looks like, property by property. */
export const tableStyles: Readonly<Record<string, Scalar<Table>>> = {
  Style: {
    get: ({ style }) => style.name ?? "",
    set: (table, value, session) =>
      restyle(session, table, { name: typeof value === "string" && value !== "" ? value : null }),
  },
  ShowBandedRows: flag("bandedRows"),
  ShowBandedColumns: flag("bandedColumns"),
  HighlightFirstColumn: flag("firstColumn"),
  HighlightLastColumn: flag("lastColumn"),
};

function flag(name: "bandedRows" | "bandedColumns" | "firstColumn" | "lastColumn"): Scalar<Table> {
  return {
    get: ({ style }) => style[name],
    set: (table, value, session) => restyle(session, table, { [name]: value === true }),
  };
}

function restyle(session: Session, table: Table, change: Partial<TableStyle>): void {
  edit(session, { sheet: table.sheet, right: null }, () => {
    table.style = { ...table.style, ...change };
    table.restyled = true;
    table.revision++;
  });
}
