import { WorkbookError, type Cell, type Change, type ColumnCells, type Course } from "../port";
import { blocksOf, fullBudget } from "./blocks";
import { isKept } from "./cell-values";
import type { ExcelSide } from "./excel-side";
import { hasHeaders } from "./guard-rows";
import { inExcel } from "./in-excel";
import type { TablePlan } from "./plan-table";
import { readBodies } from "./read-tables";
import type { TableState } from "./survey";
import type { Write } from "./write";
import { part, rowsWrite } from "./write-rows";
import { growOverWrite, shrinkWrite } from "./write-size";

type Replacement = Extract<Change, { readonly do: "replace" }>;

/** Rows that stay between others that differ go along with them where they are this few. */
const gap = 2;

/** Filtered tables are written row by row: more rows than this would take too long. */
const mostSingleRows = 2_000;

/**
 * The writes that make a body anew: it is read first, and only blocks that differ are written. A table never
 * goes away and comes back; rows too many are emptied before they leave it.
 */
export async function replaceWrites(
  side: ExcelSide,
  plan: TablePlan,
  { change, course }: { readonly change: Replacement; readonly course: Course | undefined },
): Promise<readonly Write[]> {
  const { count } = change;
  const before = plan.state;
  const { name, sheet, headers, bodyRows } = before;
  const [there] = await readBodies(side, [{ name, sheet, headers, bodyRows }], course);
  await columnsStand(side, before, course);
  const added = plan.addColumns(change.columns);
  const wanted = change.columns;
  const rows = differing(count, wanted, (header) => {
    const index = headers.indexOf(header);
    return index < 0 ? [] : there.column(index);
  });
  const grown = plan.grow(count, growOverWrite);
  if (before.isFiltered && rows.length > mostSingleRows) throw new WorkbookError("filtered", name);
  const cells = rowWrites(plan, rows, wanted);
  if (count >= bodyRows) return [...added, ...grown, ...cells];
  plan.state = { ...plan.state, bodyRows: Math.max(count, 1), isEmpty: count === 0 };
  return [...added, ...cells, shrinkWrite({ state: before, from: bodyRows, to: count })];
}

/** A body is written where its columns were when the patch began: throws `changed` where they are others. */
async function columnsStand(
  side: ExcelSide,
  { name, headers }: TableState,
  course: Course | undefined,
): Promise<void> {
  const there = await inExcel(side, course, async (context) => {
    const columns = context.workbook.tables.getItem(name).columns.load("items/name");
    await context.sync();
    return columns.items;
  });
  if (!hasHeaders(there, headers)) throw new WorkbookError("changed", name);
}

function differing(
  count: number,
  wanted: readonly ColumnCells[],
  there: (header: string) => readonly Cell[],
): readonly number[] {
  const marks = new Uint8Array(count);
  for (const { header, cells } of wanted) {
    const shown = there(header);
    for (let row = 0; row < count; row++)
      marks[row] |= isKept(cells[row] ?? null, shown[row] ?? null) ? 0 : 1;
  }
  return bridged(Array.from({ length: count }, (_, row) => row).filter((row) => marks[row] === 1));
}

function bridged(rows: readonly number[]): readonly number[] {
  return rows.flatMap((row, i) => {
    const between = i === 0 ? 0 : row - rows[i - 1] - 1;
    if (between === 0 || between > gap) return [row];
    return Array.from({ length: between + 1 }, (_, k) => row - between + k);
  });
}

function rowWrites(
  plan: TablePlan,
  rows: readonly number[],
  columns: readonly ColumnCells[],
): readonly Write[] {
  if (rows.length === 0 || columns.length === 0) return [];
  const { name, headers, formats, isFiltered } = plan.state;
  const all = {
    ...{ table: name, headers, isFiltered, rows, formats: [formats], expect: null, readsBack: false },
    columns: columns.map(({ header, cells }) => ({
      index: headers.indexOf(header),
      cells: rows.map((row) => cells[row] ?? null),
    })),
  };
  return blocksOf(0, { rows: rows.length, columns: headers.length }, fullBudget).map(({ from, count }) =>
    rowsWrite(part(all, from, from + count)),
  );
}
