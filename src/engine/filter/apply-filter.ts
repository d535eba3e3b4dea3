import type { Area } from "../address";
import { displayText } from "../number-text/display-text";
import type { Culture } from "../number-text/display-text";
import type { Sheet } from "../sheet";
import { changeRows, setFilter } from "../sheet-settings";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import type { Criterion, Filter } from "./filter";
import { matches } from "./matches";

/** A criterion for one column of a filter (0-based; null takes it away), and whose texts it compares. */
export interface FilterWish {
  readonly column: number;
  readonly criterion: Criterion | null;
  readonly culture: Culture;
}

/** Filters a table by one more column; rows that do not pass are hidden. */
export function filterTable(
  workbook: Workbook,
  table: Table,
  { column, criterion, culture }: FilterWish,
): void {
  table.filter = withCriterion(table.filter ?? new Map(), column, criterion);
  told(workbook, table);
  hideRows(workbook, table.sheet, { area: headedArea(table), criteria: table.filter, culture });
}

/** Takes all criteria of a table away, and with `buttons` false the buttons in its header too. */
export function clearTableFilter(
  workbook: Workbook,
  table: Table,
  { buttons }: { readonly buttons: boolean },
): void {
  table.filter = buttons ? new Map() : null;
  told(workbook, table);
  showRows(table.sheet, headedArea(table));
}

/** Filters cells that are no table, the first row of the area as header; null takes the filter away. */
export function filterSheet(workbook: Workbook, sheet: Sheet, wish: SheetFilterWish | null): void {
  const before = sheet.filter;
  if (before !== null) showRows(sheet, before.area);
  if (wish === null) {
    setFilter(sheet, null);
    return;
  }
  setFilter(sheet, wish.filter);
  hideRows(workbook, sheet, { ...wish.filter, culture: wish.culture });
}

/** The filter of a sheet, and whose texts it compares. */
export interface SheetFilterWish {
  readonly filter: Filter;
  readonly culture: Culture;
}

function headedArea(table: Table): Area {
  return { ...table.area, top: table.first - 1, bottom: table.end - 1 };
}

function withCriterion(
  criteria: Filter["criteria"],
  column: number,
  criterion: Criterion | null,
): Filter["criteria"] {
  const now = new Map(criteria);
  if (criterion === null) now.delete(column);
  else now.set(column, criterion);
  return now;
}

function told(workbook: Workbook, table: Table): void {
  table.refiltered = true;
  workbook.changes.tell({ kind: "setting", sheet: table.sheet });
}

function showRows(sheet: Sheet, { top, bottom }: Area): void {
  const hidden: number[] = [];
  for (let row = top + 1; row <= bottom; row++)
    if (sheet.rowLooks.get(row)?.hidden === true) hidden.push(row);
  changeRows(sheet, hidden, { hidden: false });
}

interface Filtering extends Filter {
  readonly culture: Culture;
}

/** A criterion that only Excel knows leaves hidden what it hid. */
function hideRows(workbook: Workbook, sheet: Sheet, { area, criteria, culture }: Filtering): void {
  const hide: number[] = [];
  const show: number[] = [];
  const passes = (row: number, isHidden: boolean): boolean =>
    [...criteria].every(([column, criterion]) => {
      const at = area.left + column;
      const value = sheet.cell(row, at);
      const format = workbook.styles.format(sheet.style(row, at));
      const text = displayText(value, format, { culture, date1904: workbook.date1904 });
      return matches({ value, text }, criterion) ?? !isHidden;
    });
  for (let row = area.top + 1; row <= area.bottom; row++) {
    const isHidden = sheet.rowLooks.get(row)?.hidden === true;
    const isPassing = passes(row, isHidden);
    if (isPassing && isHidden) show.push(row);
    if (!isPassing && !isHidden) hide.push(row);
  }
  changeRows(sheet, hide, { hidden: true });
  changeRows(sheet, show, { hidden: false });
}
