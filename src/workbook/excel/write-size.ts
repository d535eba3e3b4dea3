import { putBackTotals, takeOffTotals } from "./kept-totals";
import { rowsIn } from "./read-tables";
import type { TableState } from "./survey";
import { plainly, whole, type Write, type Written } from "./write";

/** How many rows of the sheet a body takes, now and after. */
export interface Resizing {
  readonly state: TableState;
  readonly from: number;
  readonly to: number;
}

/** The last row of a sheet, counted from 1. */
const sheetRows = 1_048_576;

/** True where a table of so many body rows has room on a sheet. */
export function fitsSheet(rows: number): boolean {
  return rows < sheetRows - 1;
}

/** Gives the body more rows, that look like the first; they are blank, calculated columns aside. */
export function growWrite({ state, from, to }: Resizing): Write {
  const write = whole(state.name, 0, (context) => {
    const table = context.workbook.tables.getItem(state.name);
    const before = table.getDataBodyRange().load("rowCount");
    resized(context, state, to);
    formatRows(table, state, { from, count: to - from });
    return {
      outcome: () => ({ changed: before.rowCount === from ? [] : [from], lost: [] }),
      undo: (again) => (isLeft) => {
        if (!isLeft) resized(again, state, Math.max(before.rowCount, 1));
        return isLeft ? [] : null;
      },
    };
  });
  return { ...write, headers: state.headers, lastRow: from - 1, makesRows: true };
}

/**
 * The same for rows that are written without being looked at: what somebody typed beneath the table since it
 * was looked at is read before the table grows over it, and put back.
 */
export function growOverWrite(resizing: Resizing): Write {
  const { state, from, to } = resizing;
  const grown = growWrite(resizing);
  return {
    ...grown,
    queue: (context) => {
      const beneath = rowsBeneath(context, resizing).load("formulas");
      const { outcome, undo } = grown.queue(context);
      const isTyped = (): boolean => beneath.formulas.some((row) => row.some((cell) => cell !== ""));
      return {
        outcome: () => ({ ...outcome(), ...(isTyped() ? { changed: [from] } : {}) }),
        undo: (again) => {
          const undoing = undo?.(again);
          return (isLeft) => {
            const stays = undoing?.(isLeft) ?? null;
            if (stays === null) rowsBeneath(again, { state, from, to }).formulas = beneath.formulas;
            return stays;
          };
        },
      };
    },
  };
}

/** The rows of the sheet that a table grows over, in its width; not its totals row, which moves. */
function rowsBeneath(context: Excel.RequestContext, { state, from, to }: Resizing): Excel.Range {
  const table = context.workbook.tables.getItem(state.name);
  return rowsIn(table, { from: from + (state.hasTotals ? 1 : 0), count: to - from });
}

/** Empties the rows behind the new end and takes them from the table; one blank row always stays. */
export function shrinkWrite({ state, from, to }: Resizing): Write {
  const write = whole(state.name, 0, (context): Written => {
    const table = context.workbook.tables.getItem(state.name);
    if (from > to) rowsIn(table, { from: to, count: from - to }).clear("Contents");
    if (Math.max(to, 1) < from) resized(context, state, Math.max(to, 1));
    return plainly;
  });
  return { ...write, headers: state.headers, lastRow: from - 1 };
}

/** A totals row cannot stay where a table changes its size: it is taken off and set up again as it was. */
function resized(context: Excel.RequestContext, state: TableState, rows: number): void {
  const table = context.workbook.tables.getItem(state.name);
  if (state.hasTotals) takeOffTotals(context, state);
  table.resize(
    table
      .getRange()
      .getRow(0)
      .getResizedRange(state.hasHeaders ? rows : rows - 1, 0),
  );
  if (state.hasTotals) putBackTotals(context, state);
}

function formatRows(
  table: Excel.Table,
  { formats }: TableState,
  run: { readonly from: number; readonly count: number },
): void {
  const rows = rowsIn(table, run);
  let from = 0;
  for (let column = 1; column <= formats.length; column++) {
    if (column < formats.length && formats[column] === formats[from]) continue;
    if (formats[from] !== "General") {
      setFormat(rows.getColumn(from).getResizedRange(0, column - from - 1), formats[from]);
    }
    from = column;
  }
}

/** One number format for all cells of a range; the types know only one for each. */
export function setFormat(range: Excel.Range, format: string): void {
  Reflect.set(range, "numberFormat", format);
}
