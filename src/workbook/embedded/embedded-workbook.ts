import { EngineError } from "../../engine/engine-error";
import type { Table } from "../../engine/table";
import type { Workbook as Book } from "../../engine/workbook";
import { WorkbookError } from "../port";
import type { Cell, TableCells, TableOutline, Workbook } from "../port";
import { applyChange } from "./apply-change";
import { from1900 } from "./date-shift";
import { checkChanges } from "./check-changes";

/** Our port over a workbook in memory. A patch is checked whole before its first change is made. */
export function embeddedWorkbook(book: Book): Workbook {
  return {
    tables: () => Promise.resolve(book.tables().map(outline)),
    read: (names, course) =>
      settled(() => {
        course?.signal?.throwIfAborted();
        return names.map((name) => tableCells(book, name));
      }),
    apply: (changes, course) =>
      settled(() => {
        course?.signal?.throwIfAborted();
        checkChanges(book, changes);
        changes.forEach((change, done) => {
          applyChange(book, change);
          course?.progress?.((done + 1) / changes.length);
        });
      }),
  };
}

/** Does work on the engine; what it refuses becomes a WorkbookError. For opening and saving too. */
export function inEngine<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof EngineError) throw new WorkbookError(cause.trouble, cause.what, { cause });
    throw cause;
  }
}

function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(inEngine(work));
  });
}

function outline(table: Table): TableOutline {
  const { name, sheet, headers, rowCount } = table;
  return { name, sheet: sheet.name, headers: [...headers], rowCount };
}

function tableCells(book: Book, name: string): TableCells {
  const table = book.table(name);
  if (table === null) throw new WorkbookError("missing", name);
  return {
    ...outline(table),
    column: (index, from = 0, to = table.rowCount) => columnCells(book, table, { index, from, to }),
  };
}

/** One column of a table's body, from one row to before another. */
interface Piece {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function columnCells(book: Book, table: Table, { index, from, to }: Piece): readonly Cell[] {
  if (index < 0 || index >= table.headers.length)
    throw new Error(`table ${table.name} has no column ${String(index)}`);
  const column = table.sheet.column(table.left + index);
  const cells = column.cells(table.first + from, table.first + to);
  return from1900(book, table, { index, cells });
}
