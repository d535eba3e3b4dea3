import { renameColumn } from "../../engine/structure/header-cells";
import {
  deleteTableColumns,
  deleteTableRows,
  insertTableColumns,
  insertTableRows,
} from "../../engine/structure/table-lines";
import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import { isJsonList, type Json } from "../wire/json";
import type { Arguments } from "./arguments";
import { rangeValues } from "./range-values";
import type { RowOfTable } from "./thing";

/**
 * New columns before that place, or at the right end; answers the place. The values begin with the header.
 */
export function addColumns(table: Table, given: Arguments, session: Session): number {
  const width = table.headers.length;
  const at = placeIn(given, width);
  const values = given.json(1);
  const first = isJsonList(values) ? values[0] : null;
  const count = isJsonList(first) ? first.length : 1;
  edit(session, { sheet: table.sheet, right: null }, () =>
    insertTableColumns(session.book, table, { at, count }),
  );
  const left = table.left + at;
  const place = new Place(table.sheet, { ...table.area, left, right: left + count - 1 });
  if (isJsonList(values)) rangeValues["Values"].set?.(place, values, session);
  session.changes.settle();
  if (given.isGiven(2)) nameColumn(table, { at, value: given.json(2) }, session);
  return at;
}

/** Gives a column another header. */
export function nameColumn(table: Table, { at, value }: { at: number; value: Json }, session: Session): void {
  if (typeof value !== "string") throw refusal("InvalidArgument", "A column's name is a text.");
  edit(session, { sheet: table.sheet, right: null }, () =>
    renameColumn(session.book, table, { column: at, header: value }),
  );
}

/** Takes a column out; a table keeps at least one. */
export function removeColumn(table: Table, at: number, session: Session): null {
  if (table.headers.length === 1) throw refusal("InvalidOperation", "A table keeps its last column.");
  edit(session, { sheet: table.sheet, right: null }, () =>
    deleteTableColumns(session.book, table, { at, count: 1 }),
  );
  return null;
}

/** New rows before that place, or after the last; answers the place of the first. */
export function addRows(table: Table, given: Arguments, session: Session): RowOfTable {
  const at = placeIn(given, table.rowCount);
  const values = given.json(1);
  const isList = isJsonList(values) && isJsonList(values[0]);
  const count = isList ? values.length : 1;
  edit(session, { sheet: table.sheet, right: null }, () =>
    insertTableRows(session.book, table, { at, count }),
  );
  const top = table.first + at;
  const place = new Place(table.sheet, { ...table.area, top, bottom: top + count - 1 });
  if (values !== null) rangeValues["Values"].set?.(place, isList ? values : [values], session);
  return { table, index: at };
}

/** Takes rows of the body out, by their places. */
export function removeRows(table: Table, rows: readonly number[], session: Session): null {
  edit(session, { sheet: table.sheet, right: null }, () => deleteTableRows(session.book, table, rows));
  return null;
}

/** Where something is put: null and -1 are the end. */
function placeIn(given: Arguments, end: number): number {
  const index = given.wholeOr(0, -1);
  if (index > end || index < -1) throw refusal("InvalidArgument", `There is no place ${index}.`);
  return index === -1 ? end : index;
}
