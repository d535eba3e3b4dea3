import { newBook } from "../src/app/new-book";
import { Workbook as Book } from "../src/engine/workbook";
import { excelHost } from "../src/host/excel-host";
import { definitionOf } from "../src/read/source";
import { tableName } from "../src/registers/names";
import { embeddedWorkbook } from "../src/workbook/embedded/embedded-workbook";
import { excelWorkbook } from "../src/workbook/excel/excel-workbook";
import type { Change, TableCells, Workbook } from "../src/workbook/port";
import { officeOver } from "../test/support/office/node";
import { opened, strictDesk } from "../test/support/shared-book";
import { tell } from "./measure";
import { registerRows } from "./registers";
import type { Work } from "./work";

const RUNS = 5;

/** The rows of a table as new rows of the book's table, under the headers that it has there. */
function rowsAdded(cells: TableCells): Change {
  const table = definitionOf(cells);
  if (table === null) throw new Error(`no table ${cells.name}`);
  const columns = cells.headers.map((id, index) => {
    const column = table.columns.find((each) => each.id === id);
    if (column === undefined) throw new Error(`no column ${id}`);
    return { header: column.title.zh, cells: cells.column(index) };
  });
  return { do: "append", table: tableName(table, "zh-CN"), count: cells.rowCount, columns };
}

/** A workbook as the program makes and fills it: every table of a book in full width, its lines posted. */
async function postedBook(work: Work): Promise<Book> {
  const book = new Book();
  const workbook = embeddedWorkbook(book);
  await newBook(strictDesk(workbook), { language: "zh-CN", sample: [] });
  await workbook.apply(registerRows(work).map(rowsAdded));
  return book;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

/** Reads every table and asks for each of its columns once. */
async function readThrough(workbook: Workbook): Promise<number> {
  const outlines = await workbook.tables();
  const tables = await workbook.read(outlines.map(({ name }) => name));
  return tables.reduce(
    (sum, table) => table.headers.reduce((cells, _, index) => cells + table.column(index).length, sum),
    0,
  );
}

/** Opens the book as the pane does, to the balances that it shows first; hears of no changes after that. */
async function wholeOpened(workbook: Workbook): Promise<void> {
  const { book } = opened({ ...workbook, onChange: () => () => undefined });
  await book.reload();
  const { phase } = book.state();
  if (phase.is !== "open") throw new Error(JSON.stringify(phase));
}

/** So many cells at once, as Excel on the web has room for. */
const ROOM = 240_000;

/** The values of a sheet as Excel gives them, as many rows at once as there is room for. */
async function rawSheet(sheet: Excel.Worksheet): Promise<unknown[][][]> {
  const { rowCount, columnCount } = await loaded(sheet.getUsedRange().load("rowCount,columnCount"));
  const most = Math.floor(ROOM / columnCount);
  const blocks: unknown[][][] = [];
  for (let from = 0; from < rowCount; from += most) {
    const range = sheet.getRangeByIndexes(from, 0, Math.min(most, rowCount - from), columnCount);
    blocks.push((await loaded(range.load("values"))).values);
  }
  return blocks;
}

async function loaded<T extends OfficeExtension.ClientObject>(object: T): Promise<T> {
  await object.context.sync();
  return object;
}

/** The values of every sheet; answers how many cells there are. */
async function rawRead(context: Excel.RequestContext): Promise<number> {
  const { items } = await loaded(context.workbook.worksheets.load("items/name"));
  const blocks: unknown[][][] = [];
  for (const sheet of items) blocks.push(...(await rawSheet(sheet)));
  return blocks.reduce((sum, values) => sum + values.length * values[0].length, 0);
}

/**
 * A book of so many register rows read through the real office.js: as the port reads it, column by column,
 * and opened as the pane does it, to the last balance; beside the raw read of the same cells, one range a
 * sheet, turn by turn.
 */
export async function benchExcel(work: Work): Promise<void> {
  const { run } = officeOver(excelHost(await postedBook(work))).Excel;
  const workbook = excelWorkbook({ run, supports: () => true });
  const raw = (): Promise<number> => run(rawRead);
  const ways = [raw, () => readThrough(workbook), () => wholeOpened(workbook)];
  const cells = await raw();
  const times: number[][] = ways.map(() => []);
  const turn = async (): Promise<void> => {
    for (const [i, way] of ways.entries()) times[i].push(await timed(way));
  };
  for (let done = 0; done < RUNS; done++) await turn();
  const [floor, port, whole] = times.map(median);
  const rows = String(work.count);
  tell(`Excel: raw read of a book of ${rows} rows`, floor, { note: `${String(cells)} cells` });
  tell("Excel: the same through the port, by column", port, { floor });
  tell("Excel: the same opened, to the last balance", whole, { floor });
}
