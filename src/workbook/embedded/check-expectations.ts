import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";
import { differingRows, expectedKeys, rowsOfKeys } from "../expected-rows";
import { WorkbookError } from "../port";
import type { Cell, Change, Expectation } from "../port";
import { from1900 } from "./date-shift";

type Expecting = Extract<Change, { readonly do: "stamp" | "remove" }>;

/**
 * The changes with the rows that are meant, found again by their key where they were moved. Throws where a
 * row is not what was believed.
 */
export function expectedChanges(book: Workbook, changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => {
    const isExpecting = (change.do === "stamp" || change.do === "remove") && change.expect !== undefined;
    return isExpecting ? { ...change, rows: foundRows(book, change, change.expect) } : change;
  });
}

function foundRows(book: Workbook, { table: name, rows }: Expecting, expect: Expectation): readonly number[] {
  const table = book.table(name);
  if (table === null) throw new WorkbookError("missing", name);
  const inside = rows.map((row) => (row < table.rowCount ? row : -1));
  const wrong = differingRows(expect, rows.length, (header) =>
    cellsAt(book, table, { header, rows: inside }),
  );
  if (wrong.length === 0) return rows;
  const keys = expect.key === null ? null : columnCells(book, table, expect.key);
  if (keys === null)
    throw changed(
      name,
      wrong.map((i) => rows[i]),
    );
  const elsewhere = rowsOfKeys(expectedKeys(expect, rows.length), keys);
  const found = rows.map((row, i) => (wrong.includes(i) ? elsewhere[i] : row));
  const still = differingRows(expect, rows.length, (header) => cellsAt(book, table, { header, rows: found }));
  if (still.length > 0)
    throw changed(
      name,
      still.map((i) => rows[i]),
    );
  return found;
}

function changed(table: string, rows: readonly number[]): WorkbookError {
  return new WorkbookError("changed", table, { rows });
}

function columnCells(book: Workbook, table: Table, header: string): readonly Cell[] | null {
  const index = table.headers.indexOf(header);
  if (index < 0) return null;
  const cells = table.sheet.column(table.left + index).cells(table.first, table.first + table.rowCount);
  return from1900(book, table, { index, cells });
}

interface HeadedRows {
  readonly header: string;
  /** -1 = nowhere. */
  readonly rows: readonly number[];
}

function cellsAt(book: Workbook, table: Table, { header, rows }: HeadedRows): readonly Cell[] | null {
  const index = table.headers.indexOf(header);
  if (index < 0) return null;
  const column = table.sheet.column(table.left + index);
  if (!book.date1904) return rows.map((row) => (row < 0 ? null : column.get(table.first + row)));
  const cells = columnCells(book, table, header);
  return rows.map((row) => cells?.[row] ?? null);
}
