import { EngineError } from "../../engine/engine-error";
import { recalculate } from "../../engine/formulas/calculate/calculator";
import type { CalculationMoment } from "../../engine/formulas/world";
import type { Table } from "../../engine/table";
import type { Workbook as Book } from "../../engine/workbook";
import { WorkbookError } from "../port";
import type { Cell, CellPlace, Change, TableCells, TableOutline, Workbook, WorkbookChange } from "../port";
import { applyChange } from "./apply-change";
import { checkChanges } from "./check-changes";
import { expectedChanges } from "./check-expectations";
import { from1900 } from "./date-shift";

/**
 * Our port over a workbook in memory. A patch is checked whole before its first change is made, and at its
 * end the formulas that read what it wrote are calculated; `now` tells them the time, where someone knows it.
 * Changes are told of our own patches alone.
 */
export function embeddedWorkbook(book: Book, now?: () => CalculationMoment): Workbook {
  const listeners = new Set<(change: WorkbookChange) => void>();
  let selected: CellPlace | null = null;
  return {
    tables: () => Promise.resolve(book.tables().map(outline)),
    isReadOnly: () => false,
    read: (names, course) =>
      settled(() => {
        course?.signal?.throwIfAborted();
        return names.map((name) => tableCells(book, name));
      }),
    apply: (changes, course) =>
      settled(() => {
        course?.signal?.throwIfAborted();
        const found = expectedChanges(book, changes);
        checkChanges(book, found);
        found.forEach((change, done) => {
          applyChange(book, change);
          course?.progress?.((done + 1) / changes.length);
        });
        if (found.length > 0) recalculate(book, now === undefined ? {} : { moment: now() });
        tell(listeners, changes);
        const moved = changes.flatMap((change, i) => (isMoved(change, found[i]) ? [change.table] : []));
        if (moved.length > 0) for (const listener of listeners) listener({ tables: moved, ours: false });
      }),
    select: (place) => settled(() => void (selected = checkedPlace(book, place))),
    showSheet: (name) => settled(() => void (selected = checkedSheet(book, name))),
    selected: () => Promise.resolve(selected?.row === null ? null : selected),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function tell(listeners: ReadonlySet<(change: WorkbookChange) => void>, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const makes = changes.some((change) => change.do === "create");
  const names = changes.flatMap((change) => ("table" in change ? [change.table] : []));
  for (const listener of listeners) listener({ tables: makes ? null : [...new Set(names)], ours: true });
}

type Rowed = Extract<Change, { readonly do: "stamp" | "remove" }>;

/** Whether the rows of a change stood elsewhere than it says. */
function isMoved(change: Change, found: Change): change is Rowed {
  const isRowed = (change.do === "stamp" || change.do === "remove") && change.do === found.do;
  return isRowed && change.rows.some((row, i) => "rows" in found && found.rows[i] !== row);
}

/** There is no screen, but a place that is not there is told all the same. */
function checkedPlace(book: Book, place: CellPlace): CellPlace {
  const { table: name, row, header } = place;
  const table = book.table(name);
  if (table === null) throw new WorkbookError("missing", name);
  if (header !== null && !table.headers.includes(header)) throw new WorkbookError("missing-column", header);
  if (row !== null && row >= Math.max(table.rowCount, 1))
    throw new WorkbookError("changed", name, { rows: [row] });
  return place;
}

/** The same of a sheet, on which no table's cell is selected. */
function checkedSheet(book: Book, name: string): null {
  if (book.sheet(name) === null) throw new WorkbookError("missing", name);
  return null;
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
    firstRow: table.first + 1,
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
