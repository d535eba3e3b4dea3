import type { Source } from "../read/source";
import { columnNamed } from "../registers/names";
import type { Cell, Change, TableCells } from "../workbook/port";

/** What changes write into one table: cells by header and row (0-based). */
interface Written {
  readonly headers: string[];
  readonly cells: Map<string, (Cell | undefined)[]>;
}

/** A table as it will stand once the changes that stamp it or add rows to it are made. */
export function overlaid(cells: TableCells, changes: readonly Change[]): TableCells {
  const { headers, ...written } = {
    headers: [...cells.headers],
    cells: new Map<string, (Cell | undefined)[]>(),
  };
  const own = changes.filter((change) => "table" in change && change.table === cells.name);
  const rowCount = own.reduce((rows, change) => write({ headers, ...written }, change, rows), cells.rowCount);
  if (written.cells.size === 0 && rowCount === cells.rowCount) return cells;
  const column = (index: number, from = 0, to = rowCount): readonly Cell[] => {
    const end = Math.min(to, rowCount);
    const isThere = index < cells.headers.length && from < cells.rowCount;
    const there = isThere ? cells.column(index, from, end) : [];
    const own = written.cells.get(headers[index]);
    if (own === undefined && there.length === end - from) return there;
    return Array.from({ length: Math.max(0, end - from) }, (_, i) => own?.[from + i] ?? there[i] ?? null);
  };
  return { ...cells, headers, rowCount, column };
}

/** Answers how many rows there are then. A cleared cell is "": null would show what is below it. */
function write(written: Written, change: Change, from: number): number {
  if (change.do !== "stamp" && change.do !== "append") return from;
  const rowAt = (i: number): number => (change.do === "stamp" ? change.rows[i] : from + i);
  for (const { header, cells } of change.columns) {
    if (!written.headers.includes(header)) written.headers.push(header);
    const known = written.cells.get(header) ?? [];
    written.cells.set(header, known);
    cells.forEach((cell, i) => (known[rowAt(i)] = cell ?? ""));
  }
  return change.do === "append" ? from + change.count : from;
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
