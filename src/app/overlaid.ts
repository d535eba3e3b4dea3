import type { Source } from "../read/source";
import { columnNamed } from "../registers/names";
import type { Cell, Change, TableCells } from "../workbook/port";

/** Cells that a change writes into one column, and into which rows (0-based). */
interface Written {
  readonly rowAt: (i: number) => number;
  readonly cells: readonly Cell[];
}

/** A table as it will stand once the changes that stamp it or add rows to it are made. */
export function overlaid(cells: TableCells, changes: readonly Change[]): TableCells {
  const headers = [...cells.headers];
  const written = new Map<string, Written[]>();
  let { rowCount } = cells;
  for (const change of changes) {
    if (!isWriting(change) || change.table !== cells.name) continue;
    write({ headers, written }, change, rowCount);
    if (change.do === "append") rowCount += change.count;
  }
  if (written.size === 0 && rowCount === cells.rowCount) return cells;
  const column = (index: number, from = 0, to = rowCount): readonly Cell[] => {
    const end = Math.max(from, Math.min(to, rowCount));
    const there = thereIn(cells, index, { from, end });
    const own = written.get(headers[index]) ?? [];
    if (own.length === 0 && there.length === end - from) return there;
    const whole = Array.from({ length: end - from }, (_, i) => there[i] ?? null);
    for (const each of own) lay(whole, each, from);
    return whole;
  };
  return { ...cells, headers, rowCount, column };
}

type Writing = Extract<Change, { readonly do: "stamp" | "append" }>;

function isWriting(change: Change): change is Writing {
  return change.do === "stamp" || change.do === "append";
}

/** What stands in rows of a column so far; nothing where there is no such column or row. */
function thereIn(
  cells: TableCells,
  index: number,
  { from, end }: { readonly from: number; readonly end: number },
): readonly Cell[] {
  const isThere = index < cells.headers.length && from < cells.rowCount;
  return isThere ? cells.column(index, from, end) : [];
}

interface Table {
  readonly headers: string[];
  readonly written: Map<string, Written[]>;
}

/** Notes down what a change writes; rows that it adds stand behind so many. */
function write({ headers, written }: Table, change: Writing, rowCount: number): void {
  const rowAt = change.do === "stamp" ? (i: number) => change.rows[i] : (i: number) => rowCount + i;
  for (const { header, cells } of change.columns) {
    if (!headers.includes(header)) headers.push(header);
    const known = written.get(header);
    if (known === undefined) written.set(header, [{ rowAt, cells }]);
    else known.push({ rowAt, cells });
  }
}

/** Lays written cells over those of the rows from one on. A cleared cell is "". */
function lay(whole: Cell[], { rowAt, cells }: Written, from: number): void {
  for (let i = 0; i < cells.length; i++) {
    const at = rowAt(i) - from;
    if (at >= 0 && at < whole.length) whole[at] = cells[i] ?? "";
  }
}

/** The source of a table as it will stand. */
export function overlaidSource(source: Source, changes: readonly Change[]): Source {
  const cells = overlaid(source.cells, changes);
  if (cells === source.cells) return source;
  const columns = new Map(source.columns);
  cells.headers.forEach((header, index) => {
    const column = index < source.cells.headers.length ? null : columnNamed(source.table, header);
    if (column !== null && !columns.has(column.id)) columns.set(column.id, index);
  });
  return { ...source, cells, columns };
}
