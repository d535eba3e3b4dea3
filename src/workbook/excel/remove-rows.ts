import { differingRows } from "../expected-rows";
import type { Cell, Expectation } from "../port";
import { cellsOf } from "./placed-rows";
import { rowsIn } from "./read-tables";
import { enterRows, oldCell } from "./restore-rows";
import { rangeBytes, cellBytes } from "./write-rows";
import { setFormat } from "./write-size";
import type { Undoing, Write, Written } from "./write";

/** Rows that leave a table. */
interface Removal {
  readonly table: string;
  readonly headers: readonly string[];
  /** From below; none twice. */
  readonly rows: readonly number[];
  /** What is believed to stand in them, in their order. */
  readonly expect: Expectation | null;
  /** No row stays: one is emptied instead of taken out. */
  readonly isAll: boolean;
}

/** Of a cell the value is read, the formula and the format. */
const readsOfCell = 3;

/**
 * Takes rows out from below. They are read first: where they turn out to be others than was believed they are
 * put in again, with their formulas and number formats.
 */
export function removeWrite(removal: Removal): Write {
  const { table, headers, rows } = removal;
  const cells = rows.length * headers.length * readsOfCell;
  return {
    ...{ what: table, cells, isMaking: false, headers, lastRow: rows[0], makesRows: false },
    answer: runsOf(rows).length * rangeBytes + cells * cellBytes,
    queue: (context) => queued(context, removal),
    halves: rows.length < 2 ? null : () => halvesOf(removal).map(removeWrite),
  };
}

function halvesOf(removal: Removal): readonly Removal[] {
  const half = removal.rows.length >> 1;
  return [part(removal, 0, half), part(removal, half, removal.rows.length)];
}

function part(removal: Removal, from: number, to: number): Removal {
  const { rows, expect } = removal;
  const columns =
    expect?.columns.map(({ header, cells }) => ({ header, cells: cells.slice(from, to) })) ?? [];
  return { ...removal, rows: rows.slice(from, to), expect: expect === null ? null : { ...expect, columns } };
}

/** Rows that follow each other, the lowest run first. */
interface GoneRun {
  from: number;
  count: number;
}

function runsOf(rows: readonly number[]): readonly GoneRun[] {
  const runs: GoneRun[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.from === row + 1) {
      last.from--;
      last.count++;
    } else runs.push({ from: row, count: 1 });
  }
  return runs;
}

/** A run that was taken out and how it stood. */
interface Gone {
  readonly run: GoneRun;
  readonly before: Excel.Range;
  /** Its first row was emptied and stays. */
  readonly stays: boolean;
}

function queued(context: Excel.RequestContext, removal: Removal): Written {
  const table = context.workbook.tables.getItem(removal.table);
  const gone = runsOf(removal.rows).map((run): Gone => {
    const before = rowsIn(table, run).load("values,formulas,numberFormat");
    const stays = removal.isAll && run.from === 0;
    if (stays) rowsIn(table, { from: 0, count: 1 }).clear("Contents");
    const kept = stays ? 1 : 0;
    if (run.count > kept) rowsIn(table, { from: run.from + kept, count: run.count - kept }).delete("Up");
    return { run, before, stays };
  });
  return {
    outcome: () => ({ changed: changedRows(removal, gone), lost: [] }),
    undo: (again) => puttingIn(again, removal.table, gone),
  };
}

/** Rows that held something else just before they went. */
function changedRows({ rows, headers, expect }: Removal, gone: readonly Gone[]): readonly number[] {
  if (expect === null) return [];
  const before = gone.flatMap((each) => cellsOf(each.before).toReversed());
  const wrong = differingRows(expect, rows.length, (header) => {
    const column = headers.indexOf(header);
    return column < 0 ? null : before.map((row) => row[column] ?? null);
  });
  return wrong.map((i) => rows[i]);
}

/** Puts the rows in again where they were, from above, or behind the last row where the table is shorter. */
function puttingIn(context: Excel.RequestContext, name: string, gone: readonly Gone[]): Undoing {
  const table = context.workbook.tables.getItem(name).load("showTotals");
  const filter = table.autoFilter.load("isDataFiltered");
  const body = table.getDataBodyRange().load("rowCount");
  const first = body.getRow(0).load("values");
  return () => {
    const isBlank = cellsOf(first)[0].every((cell: Cell) => cell === null);
    let rows = body.rowCount;
    for (const { run, before, stays } of gone.toReversed()) {
      const at = filter.isDataFiltered ? rows : Math.min(run.from, rows);
      makeRoom(table, { at, count: run.count, isEnd: at >= rows && !table.showTotals });
      rows += run.count;
      enterOld(rowsIn(table, { from: at, count: run.count }), before, filter.isDataFiltered);
      if (!stays || !isBlank) continue;
      rowsIn(table, { from: at === 0 ? run.count : 0, count: 1 }).delete("Up");
      rows--;
    }
    return null;
  };
}

interface Room {
  readonly at: number;
  readonly count: number;
  /** Behind the last row of a table without a totals row, which does not grow by itself. */
  readonly isEnd: boolean;
}

function makeRoom(table: Excel.Table, { at, count, isEnd }: Room): void {
  rowsIn(table, { from: at, count }).insert("Down");
  if (isEnd) table.resize(table.getRange().getResizedRange(count, 0));
}

function enterOld(range: Excel.Range, before: Excel.Range, oneByOne: boolean): void {
  const formats = before.numberFormat.map((row: readonly unknown[]) => row.map(String));
  const rows = cellsOf(before).map((cells, r) =>
    cells.map((cell, c) => oldCell(cell, before.formulas[r][c], formats[r][c])),
  );
  formats[0].forEach((format, c) => {
    if (formats.every((row) => row[c] === format)) setFormat(range.getColumn(c), format);
    else formats.forEach((row, r) => setFormat(range.getCell(r, c), row[c]));
  });
  enterRows(range, rows, { oneByOne });
}
