import { WorkbookError, type Cell, type Change, type ColumnCells, type Expectation } from "../port";
import type { PlacedCells, RowCells } from "./placed-rows";
import type { TableState } from "./survey";
import type { RowsThere } from "./verify";
import { removeWrite } from "./remove-rows";
import type { Write } from "./write";
import { addColumnsWrite, renameColumnWrite, renameTableWrite } from "./write-headers";
import { rowsWrite } from "./write-rows";
import { fitsSheet, growWrite } from "./write-size";

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/** A table as it will stand after the changes so far, and the writes that change it. */
export class TablePlan {
  state: TableState;
  /** By header of a column that the patch adds: what is written into it. */
  private readonly added = new Map<string, Cell[]>();

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

  /** Rows taken out; where none is left, one blank row stays. */
  remove({ expect }: On<"remove">, { rows }: RowsThere): readonly Write[] {
    const gone = [...new Set(rows)].sort((a, b) => b - a);
    if (gone.length === 0) return [];
    if (this.state.isFiltered) throw new WorkbookError("filtered", this.state.name);
    const { name: table, headers, bodyRows } = this.state;
    const left = bodyRows - gone.length;
    this.state = { ...this.state, bodyRows: Math.max(left, 1), isEmpty: left <= 0 };
    const places = gone.map((row) => rows.indexOf(row));
    const expected = expect === undefined ? null : inOrder(expect, places);
    return [removeWrite({ table, headers, rows: gone, expect: expected, isAll: left <= 0 })];
  }

  /** Another header of a column, or another name of the table. */
  rename({ header, to }: On<"rename">): readonly Write[] {
    const { name, headers } = this.state;
    if (header !== null && !headers.includes(header)) throw new WorkbookError("missing-column", header);
    this.state = { ...this.state, headers: headers.map((each) => (each === header ? to : each)) };
    return [
      header === null
        ? renameTableWrite({ name, headers }, to)
        : renameColumnWrite({ name, headers }, header, to),
    ];
  }

  /** The body with at least so many rows. */
  grow(to: number, grow = growWrite): readonly Write[] {
    const { state } = this;
    if (to <= state.bodyRows) {
      this.state = { ...state, isEmpty: state.isEmpty && to === 0 };
      return [];
    }
    if (!fitsSheet(to)) throw new WorkbookError("too-large", state.name);
    this.state = { ...state, bodyRows: to, isEmpty: false };
    return [grow({ state, from: state.bodyRows, to })];
  }

  rows(
    about: Pick<RowCells, "rows" | "formats" | "expect" | "readsBack"> & { columns: readonly ColumnCells[] },
  ): Write {
    const { name, headers, isFiltered } = this.state;
    const columns = about.columns.map(({ header, cells }): PlacedCells => {
      checkCells(`table ${name}, ${header}`, cells);
      this.added.get(header)?.push(...cells.filter((cell) => cell !== null && cell !== ""));
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
    for (const header of fresh) this.added.set(header, []);
    return [addColumnsWrite(state, fresh, this.added)];
  }
}

/** What is expected of rows in another order: the places at which they were. */
function inOrder({ key, columns }: Expectation, places: readonly number[]): Expectation {
  const cellsAt = (cells: readonly Cell[]): Cell[] => places.map((place) => cells[place] ?? null);
  return { key, columns: columns.map(({ header, cells }) => ({ header, cells: cellsAt(cells) })) };
}

/** Without the columns that were just written. */
function without({ key, columns }: Expectation, written: readonly ColumnCells[]): Expectation {
  const headers = new Set(written.map(({ header }) => header));
  return { key, columns: columns.filter(({ header }) => !headers.has(header)) };
}

function checkCells(place: string, cells: readonly Cell[]): void {
  const wrong = cells.find((cell) => typeof cell === "number" && !Number.isFinite(cell));
  if (wrong !== undefined) throw new Error(`${place}: not a number`);
}
