import { clearTableFilter, filterSheet, filterTable } from "../../engine/filter/apply-filter";
import type { Criterion, Filter } from "../../engine/filter/filter";
import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import type { Session } from "../session/session";
import type { FilterOf } from "./thing";

/** A criterion for one column, counted from 0; null lets everything through. */
export interface ColumnCriterion {
  readonly column: number;
  readonly criterion: Criterion | null;
}

/** Filters a table, or a sheet that has a filter, by one column. Like those below it answers nothing. */
export function filterColumn(session: Session, of: FilterOf, wish: ColumnCriterion): null {
  const { book, locale: culture } = session;
  const { sheet, table } = of;
  if (table !== null) return allowed(session, of, () => filterTable(book, table, { ...wish, culture }));
  if (sheet.filter === null) throw refusal("InvalidOperation", "There is no filter on this sheet.");
  const criteria = new Map(sheet.filter.criteria);
  if (wish.criterion === null) criteria.delete(wish.column);
  else criteria.set(wish.column, wish.criterion);
  return refilter(session, of, { area: sheet.filter.area, criteria });
}

/** Puts a filter over cells of a sheet, or another in its place. */
export function refilter(session: Session, of: FilterOf, filter: Filter): null {
  const { book, locale: culture } = session;
  return allowed(session, of, () => filterSheet(book, of.sheet, { filter, culture }));
}

/** Lets all rows be seen again. */
export function clearFilter(session: Session, of: FilterOf): null {
  const { sheet, table } = of;
  if (table !== null) return clearTable(session, table, true);
  if (sheet.filter === null) return null;
  return refilter(session, of, { area: sheet.filter.area, criteria: new Map() });
}

/** Takes the filter away with its buttons. */
export function removeFilter(session: Session, of: FilterOf): null {
  const { sheet, table } = of;
  if (table !== null) return clearTable(session, table, false);
  return allowed(session, of, () => filterSheet(session.book, sheet, null));
}

/** Hides again what does not pass, after cells have changed. */
export function reapplyFilter(session: Session, of: FilterOf): null {
  const criteria = of.table === null ? of.sheet.filter?.criteria : of.table.filter;
  for (const [column, criterion] of criteria ?? []) filterColumn(session, of, { column, criterion });
  return null;
}

function clearTable(session: Session, table: Table, buttons: boolean): null {
  const of = { sheet: table.sheet, table };
  return allowed(session, of, () => clearTableFilter(session.book, table, { buttons }));
}

function allowed(session: Session, { sheet }: FilterOf, work: () => void): null {
  edit(session, { sheet, right: "autoFilter" }, work);
  return null;
}
