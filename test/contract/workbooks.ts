import { Workbook as Book } from "../../src/engine/workbook";
import { Table } from "../../src/engine/table";
import type { Cell } from "../../src/engine/cell";
import { excelHost, type ExcelHost } from "../../src/host/excel-host";
import { hasSet } from "../../src/host/session/moods";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { excelWorkbook } from "../../src/workbook/excel/excel-workbook";
import type { Cell as PortCell, Change, ColumnCells, TableCells, Workbook } from "../../src/workbook/port";
import { officeOver } from "../support/office/node";

/** A workbook that can be looked at behind the port. */
export interface Opened {
  readonly book: Book;
  readonly workbook: Workbook;
}

/** A workbook that is open in Excel: the real office.js over our host. */
export interface OpenedInExcel extends Opened {
  readonly host: ExcelHost;
  /** Somebody else edits the workbook just before the n-th request from now on (1 = the next). */
  readonly editBefore: (request: number, edit: (book: Book) => void) => void;
}

/** How an Excel differs from that of today. */
interface Differing {
  /** A request that would rather wait for a cell that is edited is refused like any other. */
  readonly holdsBack: boolean;
}

/** The port over Excel, over that book. */
export function inExcel(book: Book, differing: Differing = { holdsBack: true }): OpenedInExcel {
  return oneExcel(differing)(book);
}

/**
 * One copy of office.js for many books, one after the other: it takes longer to load than all that most tests
 * do with it.
 */
export function oneExcel({ holdsBack }: Differing = { holdsBack: true }): (book: Book) => OpenedInExcel {
  const stage = new Stage(excelHost(new Book()), holdsBack);
  const { Excel } = officeOver(stage.relay);

  const { run } = Excel;
  return (book) => {
    const wait = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    const host = excelHost(book, { wait });
    const supports = (version: string): boolean => hasSet(host.moods.requirementSets, "ExcelApi", version);
    return { book, host, workbook: excelWorkbook({ run, supports }), editBefore: stage.show(host) };
  };
}

/** The host that office.js talks to, and what others do to its book meanwhile. */
class Stage {
  readonly relay: ExcelHost;
  private edits = new Map<number, (book: Book) => void>();
  private requests = 0;
  private tell: Parameters<ExcelHost["onPush"]>[0] = () => undefined;

  constructor(
    private host: ExcelHost,
    holdsBack: boolean,
  ) {
    this.relay = {
      ...host,
      exchange: async (asked, answer) => {
        const edit = this.edits.get(++this.requests);
        if (edit !== undefined) await this.host.secondClient(edit);
        const { flags } = asked;
        await this.host.exchange(holdsBack ? asked : { ...asked, flags: flags & ~64 }, answer);
      },
      onPush: (listener) => {
        this.tell = listener;
        return () => undefined;
      },
    };
  }

  show(host: ExcelHost): OpenedInExcel["editBefore"] {
    this.host = host;
    this.edits = new Map();
    this.requests = 0;
    host.onPush((entries) => {
      if (this.host === host) this.tell(entries);
    });
    return (request, edit) => this.edits.set(this.requests + request, edit);
  }
}

/** A workbook in Excel of which the n-th action of each patch fails; whether one of the last patch did. */
export function failingAt(
  { host, workbook }: OpenedInExcel,
  action: number,
): { readonly workbook: Workbook; readonly hasFailed: () => boolean } {
  let hasFailed = false;
  const apply: typeof workbook.apply = async (changes, course) => {
    await new Promise((resolve) => setTimeout(resolve)); // what is left of reading is not to fail
    host.moods.failAt(action);
    try {
      await workbook.apply(changes, course);
    } finally {
      hasFailed = !host.moods.clearFailure();
    }
  };
  return { workbook: { ...workbook, apply }, hasFailed: () => hasFailed };
}

/** Every port by its name. */
export const ports: readonly (readonly [name: string, open: (book: Book) => Opened])[] = [
  ["embedded", (book) => ({ book, workbook: embeddedWorkbook(book) })],
  ["excel", inExcel],
];

/** A table on a sheet of its own, beginning at a cell: headers, then rows. */
export interface TypedTable {
  readonly name: string;
  readonly sheet?: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly at?: readonly [row: number, column: number];
  readonly totals?: readonly (Cell | { readonly formula: string })[];
  /** By column; null = General. */
  readonly formats?: readonly (string | null)[];
}

/** A book of tables as they are typed; a body of no rows is one blank row. */
export function bookOf(...tables: readonly TypedTable[]): Book {
  const book = new Book();
  for (const table of tables) type(book, table);
  return book;
}

function type(
  book: Book,
  { name, sheet: title = name, rows, at = [0, 0], totals, formats }: TypedTable,
): void {
  const sheet = book.sheet(title) ?? book.addSheet(title);
  const [top, left] = at;
  rows.forEach((cells, r) => cells.forEach((cell, c) => sheet.write(top + r, left + c, cell)));
  const end = top + Math.max(rows.length, 2);
  totals?.forEach((cell, c) => {
    if (typeof cell === "object" && cell !== null && "formula" in cell)
      sheet.writeFormula(end, left + c, { text: cell.formula, cached: null });
    else sheet.write(end, left + c, cell);
  });
  formats?.forEach((format, c) => {
    for (let row = top + 1; row < end; row++) sheet.restyle(row, left + c, book.styles.withFormat(0, format));
  });
  const place = { name, sheet, top, left, headers: rows[0].map(String), rowCount: rows.length - 1 };
  book.addTable(new Table(place, { hasTotals: totals !== undefined }));
}

/** A table read through the port. */
export async function tableAt(workbook: Workbook, name: string): Promise<TableCells> {
  const [table] = await workbook.read([name]);
  return table;
}

/** The rows of a table read through the port, headers aside. */
export async function rowsAt(workbook: Workbook, name: string): Promise<readonly (readonly PortCell[])[]> {
  const table = await tableAt(workbook, name);
  const columns = table.headers.map((_, i) => table.column(i));
  return Array.from({ length: table.rowCount }, (_, row) => columns.map((cells) => cells[row]));
}

/** Columns by header, for changes. */
export function columnsOf(columns: Readonly<Record<string, readonly PortCell[]>>): readonly ColumnCells[] {
  return Object.entries(columns).map(([header, cells]) => ({ header, cells }));
}

/** A small register, not at the corner of its sheet. */
export const sales = {
  name: "Sales",
  sheet: "销售",
  at: [2, 1] as const,
  rows: [
    ["rowId", "code", "qty", "status"],
    ["r1", "001", 10, "draft"],
    ["r2", "002", 20, "draft"],
    ["r3", "003", 30, "draft"],
  ],
  formats: ["@", "@", null, null],
};

/** A change of rows that are there. */
export type Stamp = Extract<Change, { readonly do: "stamp" }>;

/** Posts the first row and the third. */
export const stamp: Stamp = {
  do: "stamp",
  table: "Sales",
  rows: [0, 2],
  columns: columnsOf({ qty: [11, 33], status: ["posted", "posted"] }),
};
