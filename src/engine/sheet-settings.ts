import type { Area } from "./address";
import type { Filter } from "./filter/filter";
import type { ColumnLook, Sheet, Visibility } from "./sheet";
import type { Lines } from "./sheet-columns";
import type { Protection, RowLook, SheetSetting, Validation } from "./sheet-form";

const plainRow: RowLook = { height: null, isFitted: false, hidden: false, outline: 0, style: -1 };
const plainColumn: ColumnLook = { width: null, hidden: false, outline: 0, style: 0 };

/** How a row stands, also one of which nothing is known. */
export function rowLook(sheet: Sheet, row: number): RowLook {
  return sheet.rowLooks.get(row) ?? plainRow;
}

/** How a column stands, also one of which nothing is known. */
export function columnLook(sheet: Sheet, column: number): ColumnLook {
  return sheet.looks.get(column) ?? plainColumn;
}

/** Changes how rows stand: all that are named at once. */
export function changeRows(sheet: Sheet, rows: Iterable<number>, change: Partial<RowLook>): void {
  const looks = new Map(sheet.rowLooks);
  const fixed = change.height === undefined ? {} : { isFitted: false };
  let [from, to] = [Infinity, -1];
  for (const row of rows) {
    looks.set(row, { ...plainRow, ...looks.get(row), ...fixed, ...change });
    sheet.touchedLooks.add(row);
    from = Math.min(from, row);
    to = Math.max(to, row);
  }
  if (to < 0) return;
  sheet.rowLooks = looks;
  if (change.outline !== undefined) sheet.changedSettings.add("rows");
  sheet.feed.lines("rows", { from, to });
}

/** Changes how the columns `from` to `to` (both included) stand. */
export function changeColumns(sheet: Sheet, { from, to }: Lines, change: Partial<ColumnLook>): void {
  for (let column = from; column <= to; column++) {
    sheet.looks.set(column, { ...columnLook(sheet, column), ...change });
  }
  sheet.changedSettings.add("columns");
  sheet.feed.lines("columns", { from, to });
}

/** Lets the first rows and columns stay in sight. */
export function freezePanes(sheet: Sheet, rows: number, columns: number): void {
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  changed(sheet, "view");
}

/**
 * Protects a sheet, or takes its protection away (null). Who edits must ask `protection`; the engine does
 * not.
 */
export function protectSheet(sheet: Sheet, protection: Protection | null): void {
  sheet.protection = protection;
  changed(sheet, "protection");
}

/** Gives the sheet's tab a colour (RRGGBB; null = none). */
export function colorTab(sheet: Sheet, color: string | null): void {
  sheet.tabColor = color;
  changed(sheet, "tab");
}

/** Shows or hides a sheet's tab. */
export function showSheet(sheet: Sheet, visibility: Visibility): void {
  if (sheet.visibility === visibility) return;
  sheet.visibility = visibility;
  sheet.changedSettings.add("tab");
  sheet.feed.shown();
}

/** The sheet's own filter, or none (null); the rows it hides are those of `filter/apply-filter`. */
export function setFilter(sheet: Sheet, filter: Filter | null): void {
  sheet.filter = filter;
  changed(sheet, "filter");
}

/** Merges cells to one, or parts merged cells (`merged` false) that the area touches. */
export function mergeCells(sheet: Sheet, merges: readonly Area[]): void {
  sheet.merges.splice(0, sheet.merges.length, ...merges);
  changed(sheet, "merges");
}

/** The rules of what may be typed, all of the sheet. */
export function setValidations(sheet: Sheet, validations: readonly Validation[]): void {
  sheet.validations.splice(0, sheet.validations.length, ...validations);
  changed(sheet, "validations");
}

function changed(sheet: Sheet, setting: SheetSetting): void {
  sheet.changedSettings.add(setting);
  sheet.feed.setting();
}
