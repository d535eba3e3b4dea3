import type { Cell } from "./cell";
import { Sheet } from "./sheet";
import { Table } from "./table";

/** A table read from a text form: its headers, and its cells column by column. */
export interface ReadTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly columns: readonly Cell[][];
  readonly rowCount: number;
}

/** A table on a sheet of its own of the same name: the header in the first row, the body below it. */
export function standAlone({ name, headers, columns, rowCount }: ReadTable): Table {
  const sheet = new Sheet(name);
  columns.forEach((cells, index) => {
    cells.unshift(headers[index] ?? null);
    sheet.adoptColumn(index, cells);
  });
  return new Table({ name, sheet, top: 0, left: 0, headers, rowCount });
}
