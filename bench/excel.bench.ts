import { Table } from "../src/engine/table";
import { Workbook as Book } from "../src/engine/workbook";
import type { Cell } from "../src/engine/cell";
import { excelHost } from "../src/host/excel-host";
import { excelWorkbook } from "../src/workbook/excel/excel-workbook";
import { officeOver } from "../test/support/office/node";
import { tell } from "./measure";
import { FIRST_DAY, type Work } from "./work";

const RUNS = 5;

/**
 * A register as posting leaves it: 34 columns, a third of them blank, the rest numbers, codes and short
 * texts.
 */
function registerBook(work: Work): Book {
  const column = (cell: (row: number) => Cell): Cell[] =>
    Array.from({ length: work.count }, (_, row) => cell(row));
  const blank = (): Cell => null;
  const cells: readonly (readonly [header: string, cell: (row: number) => Cell])[] = [
    ["type", (row) => (work.kind[row] === 1 ? "CK" : "RK")],
    ["date", (row) => FIRST_DAY + work.day[row]],
    ["partner", (row) => `C${String(work.partner[row]).padStart(4, "0")}`],
    ["item", (row) => `I${String(work.item[row]).padStart(5, "0")}`],
    ["itemName", (row) => `货品${String(work.item[row])}`],
    ["warehouse", (row) => `W${String(work.warehouse[row])}`],
    ["qty", (row) => work.qty[row]],
    ["unit", () => "只"],
    ["price", (row) => work.cents[row] / 100],
    ["net", (row) => (work.qty[row] * work.cents[row]) / 100],
    ["tax", () => 0],
    ["total", (row) => (work.qty[row] * work.cents[row]) / 100],
    ["status", () => "已过账"],
    ["number", (row) => `RK-20260130-${String(row).padStart(6, "0")}`],
    ["line", () => 1],
    ["draft", (row) => String(row).padStart(8, "0")],
    ["postedBy", () => "me"],
    ["postedAt", () => "2026-01-30T10:00:00"],
    ["rowId", (row) => `01HZ${String(row).padStart(22, "0")}`],
    ...Array.from({ length: 15 }, (_, i) => [`blank${String(i)}`, blank] as const),
  ];
  const book = new Book();
  const sheet = book.addSheet("sales");
  cells.forEach(([header, cell], index) => sheet.adoptColumn(index, [header, ...column(cell)]));
  const headers = cells.map(([header]) => header);
  book.addTable(new Table({ name: "sales", sheet, top: 0, left: 0, headers, rowCount: work.count }));
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

/**
 * A register read through the port over the real office.js, column by column, beside the raw read of the same
 * cells in one range, turn by turn.
 */
export async function benchExcel(work: Work): Promise<void> {
  const { Excel } = officeOver(excelHost(registerBook(work)));

  const { run } = Excel;
  const workbook = excelWorkbook({ run, supports: () => true });
  const raw = (): Promise<unknown> =>
    run(async (context) => {
      const used = context.workbook.worksheets.getItem("sales").getUsedRange().load("values");
      await context.sync();
      return used.values.length;
    });
  const ours = async (): Promise<number> => {
    const [table] = await workbook.read(["sales"]);
    return table.headers.reduce((sum, _, index) => sum + table.column(index).length, 0);
  };
  await raw();
  await ours();
  const times: { readonly raw: number; readonly ours: number }[] = [];
  for (let turn = 0; turn < RUNS; turn++) times.push({ raw: await timed(raw), ours: await timed(ours) });
  const floor = median(times.map((time) => time.raw));
  tell(`Excel: raw read of ${String(work.count)} rows × 34`, floor);
  tell(`Excel: the same through the port, by column`, median(times.map((time) => time.ours)), { floor });
}
