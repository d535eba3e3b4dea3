import type { Cell, Change, ColumnCells, TableCells } from "../workbook/port";

/** One table as it was read and as we changed it since; never changed itself. */
export interface KeptTable extends TableCells {
  readonly columns: readonly (readonly Cell[])[];
}

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;
type Shape = Pick<TableCells, "name" | "sheet" | "headers" | "rowCount" | "firstRow">;

function tableOf(
  { name, sheet, headers, rowCount, firstRow }: Shape,
  columns: readonly (readonly Cell[])[],
): KeptTable {
  const column = (index: number, from = 0, to = rowCount): readonly Cell[] => {
    if (index < 0 || index >= columns.length) throw new Error(`table ${name} has no column ${String(index)}`);
    return from === 0 && to === rowCount ? columns[index] : columns[index].slice(from, to);
  };
  return { name, sheet, headers, rowCount, firstRow, columns, column };
}

/** A table as it stands now, whatever becomes of the workbook. */
export function keptTable(cells: TableCells): KeptTable {
  return tableOf(
    { ...cells, headers: [...cells.headers] },
    cells.headers.map((_, index) => cells.column(index)),
  );
}

/** What is read back of a cell that was written. */
function readBack(cell: Cell): Cell {
  return cell === "" ? null : cell;
}

/** The table with blank columns for headers that it lacks, at its right end. */
function widened(table: KeptTable, written: readonly ColumnCells[]): KeptTable {
  const names = new Set(written.map(({ header }) => header));
  const added = [...names].filter((header) => !table.headers.includes(header));
  if (added.length === 0) return table;
  const blank = Array.from<Cell>({ length: table.rowCount }).fill(null);
  return tableOf({ ...table, headers: [...table.headers, ...added] }, [
    ...table.columns,
    ...added.map(() => blank),
  ]);
}

function stamped(table: KeptTable, { rows, columns }: On<"stamp">): KeptTable {
  const wide = widened(table, columns);
  const all = [...wide.columns];
  for (const { header, cells } of columns) {
    const index = wide.headers.indexOf(header);
    const column = [...all[index]];
    rows.forEach((row, i) => (column[row] = readBack(cells[i])));
    all[index] = column;
  }
  return tableOf(wide, all);
}

/** The rows after the first `keep` of a table anew: so many; columns not written keep what they hold. */
function refilled(table: KeptTable, keep: number, { count, columns }: On<"append" | "replace">): KeptTable {
  const wide = widened(table, columns);
  const written = new Map(columns.map(({ header, cells }) => [header, cells]));
  const rowCount = keep + count;
  const all = wide.headers.map((header, index) => {
    const cells = written.get(header)?.map(readBack);
    const there =
      cells === undefined ? wide.columns[index].slice(0, rowCount) : wide.columns[index].slice(0, keep);
    const whole = [...there, ...(cells ?? [])];
    return [...whole, ...Array.from<Cell>({ length: rowCount - whole.length }).fill(null)];
  });
  return tableOf({ ...wide, rowCount }, all);
}

function shortened(table: KeptTable, { rows }: On<"remove">): KeptTable {
  const gone = new Set(rows);
  const columns = table.columns.map((cells) => cells.filter((_, row) => !gone.has(row)));
  return tableOf({ ...table, rowCount: table.rowCount - gone.size }, columns);
}

/**
 * Whether new rows may get cells that we did not write: a column not named in which the workbook calculates.
 */
function mayCalculate(table: KeptTable, { columns }: On<"append" | "replace">): boolean {
  const written = new Set(columns.map(({ header }) => header));
  const isFilled = (index: number): boolean => table.rowCount === 0 || table.columns[index].at(-1) !== null;
  return table.headers.some((header, index) => !written.has(header) && isFilled(index));
}

/** The table as it stands after a change of ours to it; null where only reading it again can tell. */
export function afterChange(
  table: KeptTable,
  change: On<"stamp" | "append" | "remove" | "replace">,
): KeptTable | null {
  if (change.do === "stamp") return stamped(table, change);
  if (change.do === "remove") return shortened(table, change);
  if (mayCalculate(table, change)) return null;
  return refilled(table, change.do === "append" ? table.rowCount : 0, change);
}
