import { WorkbookError, type Cell, type Change, type ColumnCells, type Expectation } from "../port";
import type { PlacedCells, RowCells } from "./placed-rows";
import { rowsIn } from "./read-tables";
import type { TableState } from "./survey";
import type { RowsThere } from "./verify";
import { plainly, whole, type Write } from "./write";
import { rowsWrite } from "./write-rows";
import { fitsSheet, growWrite } from "./write-size";

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/** A table as it will stand after the changes so far, and the writes that change it. */
export class TablePlan {
  state: TableState;

  constructor(state: TableState) {
    this.state = state;
  }

  /** Cells of rows that are there; the last column in a write of its own, behind the others. */
  stamp({ columns, expect }: On<"stamp">, { rows, formats }: RowsThere): readonly Write[] {
    if (rows.length === 0 || columns.length === 0) return this.addColumns(columns);
    const wrong = rows.find((row) => row < 0 || row >= this.state.bodyRows);
    if (wrong !== undefined) throw new Error(`table ${this.state.name} has no row ${String(wrong)}`);
    const added = this.addColumns(columns);
    const [others, last] = [columns.slice(0, -1), columns.slice(-1)];
    const about = { rows, formats, readsBack: true };
    const first =
      others.length === 0 ? [] : [this.rows({ ...about, columns: others, expect: expect ?? null })];
    const left = expect === undefined ? null : without(expect, others);
    return [...added, ...first, this.rows({ ...about, columns: last, expect: left })];
  }

  /** New rows behind the last; the blank row of an empty body is the first of them. */
  append({ count, columns }: On<"append">): readonly Write[] {
    if (count === 0) return [];
    const added = this.addColumns(columns);
    const from = this.state.isEmpty ? 0 : this.state.bodyRows;
    const grown = this.grow(from + count);
    const rows = Array.from({ length: count }, (_, i) => from + i);
    const cells = { rows, columns, formats: [this.state.formats], expect: "blank", readsBack: true } as const;
    return [...added, ...grown, ...(columns.length === 0 ? [] : [this.rows(cells)])];
  }

  remove({ expect }: On<"remove">, { rows }: RowsThere): readonly Write[] {
    const gone = [...new Set(rows)].sort((a, b) => b - a);
    if (gone.length === 0) return [];
    if (this.state.isFiltered) throw new WorkbookError("filtered", this.state.name);
    const left = this.state.bodyRows - gone.length;
    const { name } = this.state;
    this.state = { ...this.state, bodyRows: Math.max(left, 1), isEmpty: left <= 0 };
    return [removeWrite(name, gone, { left, isProved: expect !== undefined })];
  }

  /** Another header of a column, or another name of the table. */
  rename({ header, to }: On<"rename">): readonly Write[] {
    const { name, headers } = this.state;
    if (header !== null && !headers.includes(header)) throw new WorkbookError("missing-column", header);
    this.state = { ...this.state, headers: headers.map((each) => (each === header ? to : each)) };
    return [renameWrite(name, header, to)];
  }

  /** The body with at least so many rows. */
  grow(to: number): readonly Write[] {
    const { state } = this;
    if (to <= state.bodyRows) {
      this.state = { ...state, isEmpty: state.isEmpty && to === 0 };
      return [];
    }
    if (!fitsSheet(to)) throw new WorkbookError("too-large", state.name);
    this.state = { ...state, bodyRows: to, isEmpty: false };
    return [growWrite({ state, from: state.bodyRows, to })];
  }

  rows(
    about: Pick<RowCells, "rows" | "formats" | "expect" | "readsBack"> & { columns: readonly ColumnCells[] },
  ): Write {
    const { name, headers, isFiltered } = this.state;
    const columns = about.columns.map(({ header, cells }): PlacedCells => {
      checkCells(`table ${name}, ${header}`, cells);
      return { index: headers.indexOf(header), cells };
    });
    return rowsWrite({ ...about, table: name, headers, isFiltered, columns });
  }

  /** Columns that the table lacks, added at its right end. */
  addColumns(columns: readonly ColumnCells[]): readonly Write[] {
    const { state } = this;
    const fresh = columns.map(({ header }) => header).filter((header) => !state.headers.includes(header));
    if (fresh.length === 0) return [];
    this.state = {
      ...state,
      headers: [...state.headers, ...fresh],
      formats: [...state.formats, ...fresh.map(() => "General")],
      totals: state.hasTotals ? [...state.totals, ...fresh.map(() => "")] : [],
    };
    return [addColumnsWrite(state.name, fresh)];
  }
}

function addColumnsWrite(table: string, headers: readonly string[]): Write {
  return whole(table, headers.length, (context) => {
    const { columns } = context.workbook.tables.getItem(table);
    for (const header of headers) columns.add(undefined, undefined, header);
    return plainly;
  });
}

/** Without the columns that were just written. */
function without({ key, columns }: Expectation, written: readonly ColumnCells[]): Expectation {
  const headers = new Set(written.map(({ header }) => header));
  return { key, columns: columns.filter(({ header }) => !headers.has(header)) };
}

/** Takes rows out from below; where none is left, one blank row stays. */
function renameWrite(name: string, header: string | null, to: string): Write {
  return whole(name, 1, (context) => {
    const table = context.workbook.tables.getItem(name);
    if (header === null) table.name = to;
    else table.columns.getItem(header).name = to;
    return plainly;
  });
}

function removeWrite(
  table: string,
  gone: readonly number[],
  { left, isProved }: { readonly left: number; readonly isProved: boolean },
): Write {
  const write = whole(table, 0, (context) => {
    const it = context.workbook.tables.getItem(table);
    for (const run of downwardRuns(gone)) {
      const body = it.getDataBodyRange();
      const stays = left <= 0 && run.from === 0 ? 1 : 0;
      if (stays === 1) body.getRow(0).clear("Contents");
      if (run.count > stays) rowsIn(it, { from: run.from + stays, count: run.count - stays }).delete("Up");
    }
    return plainly;
  });
  return { ...write, isLast: isProved, lastRow: gone[0] };
}

function downwardRuns(gone: readonly number[]): readonly { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of gone) {
    const last = runs.at(-1);
    if (last?.from === row + 1) {
      last.from--;
      last.count++;
    } else runs.push({ from: row, count: 1 });
  }
  return runs;
}

function checkCells(place: string, cells: readonly Cell[]): void {
  const wrong = cells.find((cell) => typeof cell === "number" && !Number.isFinite(cell));
  if (wrong !== undefined) throw new Error(`${place}: not a number`);
}
