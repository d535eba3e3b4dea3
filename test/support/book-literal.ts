import type { Finding } from "../../src/domain/kernel/finding";
import type { Cell, TableCells } from "../../src/workbook/port";

/** A table as it stands on a sheet: its name, its headers parted by blanks, its rows. */
export function table(name: string, headers: string, ...rows: readonly (readonly Cell[])[]): TableCells {
  const names = headers.split(" ");
  const column = (index: number): readonly Cell[] => rows.map((row) => row[index] ?? null);
  return { name, sheet: name, headers: names, rowCount: rows.length, firstRow: 2, column };
}

/** A finding in one line: code, table, row, row id, column, facts. */
export function shown({ code, table: id, row, rowId, column, facts }: Finding): string {
  const where = [id, row, rowId, column].filter((part) => part !== null && part !== "").join(" ");
  return `${code} ${where} ${JSON.stringify(facts)}`;
}
