import type { Source } from "../read/source";
import { columnNamed } from "../registers/names";
import type { Cell, Change, TableCells } from "../workbook/port";

/** A table as it will stand once the changes that stamp it or add rows to it are made. */
export function overlaid(cells: TableCells, changes: readonly Change[]): TableCells {
  const headers = [...cells.headers];
  const written = new Map<string, Map<number, Cell>>();
  let { rowCount } = cells;
  const put = (header: string, row: number, cell: Cell): void => {
    if (!headers.includes(header)) headers.push(header);
    const known = written.get(header) ?? new Map<number, Cell>();
    written.set(header, known.set(row, cell));
  };
  for (const change of changes) {
    if ((change.do !== "stamp" && change.do !== "append") || change.table !== cells.name) continue;
    const from = rowCount;
    const rowAt = (i: number): number => (change.do === "stamp" ? change.rows[i] : from + i);
    for (const { header, cells: own } of change.columns) own.forEach((cell, i) => put(header, rowAt(i), cell));
    if (change.do === "append") rowCount += change.count;
  }
  if (written.size === 0 && rowCount === cells.rowCount) return cells;
  const column = (index: number, from = 0, to = rowCount): readonly Cell[] => {
    const end = Math.min(to, rowCount);
    const there = index < cells.headers.length && from < cells.rowCount ? cells.column(index, from, end) : [];
    const column = Array.from({ length: Math.max(0, end - from) }, (_, i) => there[i] ?? null);
    const own = written.get(headers[index]);
    if (own === undefined) return column;
    if (own.size <= column.length)
      for (const [row, cell] of own) if (row >= from && row < end) column[row - from] = cell;
      else continue;
    else for (let i = 0; i < column.length; i++) column[i] = own.get(from + i) ?? column[i];
    return column;
  };
  return { ...cells, headers, rowCount, column };
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
