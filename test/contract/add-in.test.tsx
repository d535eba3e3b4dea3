/**
 * @jest-environment-options {"url": "https://localhost:3000/taskpane.html"}
 */
import { type CommandId, commandIds, commands } from "../../src/commands/commands";
import { functionDefinitions } from "../../src/functions/definitions";
import { type StreamingFunction, worksheetFunctions } from "../../src/functions/worksheet-functions";
import { type ExcelHost, excelHost } from "../../src/host/excel-host";
import { excelWorkbook } from "../../src/workbook/excel/excel-workbook";
import type { OpenBook } from "../../src/open-book/open-book";
import { cellsOf, opened, sharedBookOf, type Timer, traded } from "../support/shared-book";
import type { Workbook } from "../../src/workbook/port";
import { openPane } from "../support/office/page";

/** What office.js has for worksheet functions; its types are not among the published ones. */
declare const CustomFunctions: {
  readonly associate: (id: string, work: StreamingFunction) => void;
  readonly Error: new (code: string, message: string) => Error;
};

let host: ExcelHost;
let book: OpenBook;
let excel: Workbook;
let timer: Timer;

/** What main.tsx does: the open book over Excel, its functions and commands known to office.js. */
beforeAll(async () => {
  const ids = functionDefinitions.map(({ id }) => id);
  host = excelHost((await sharedBookOf(traded)).engine, { functions: { namespace: "TZ", ids } });
  await openPane(host);
  const side = {
    run: Excel.run.bind(Excel),
    supports: (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version),
  };
  excel = excelWorkbook(side);
  ({ book, timer } = opened(excel));
  const failure = (error: string, message: string) => new CustomFunctions.Error(error, message);
  for (const [id, work] of worksheetFunctions({ book, failure, after: timer.after }))
    CustomFunctions.associate(id, work);
  const all = commands({ book, showPane: () => Office.addin.showAsTaskpane() });
  for (const id of commandIds)
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void all[id](event));
});

/** Cells of a sheet of the user's own. */
function ownCells(address: string, work: (range: Excel.Range) => void): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const there = sheets.getItemOrNullObject("mine");
    await context.sync();
    const range = (there.isNullObject ? sheets.add("mine") : there).getRange(address);
    work(range);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

/** Done as soon as the cells show that. */
async function shown(address: string, expected: unknown[][]): Promise<void> {
  const isShown = async () =>
    JSON.stringify(await ownCells(address, () => undefined)) === JSON.stringify(expected);
  for (let i = 0; i < 100 && !(await isShown()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await ownCells(address, () => undefined)).toEqual(expected);
}

describe("the add-in in Excel", () => {
  it("answers worksheet functions in cells, and again in one wave when something is posted", async () => {
    const formulas = [
      ['=TZ.ONHAND("A")', '=TZ.AVAILABLE("A","W1")'],
      ['=TZ.COST("A")', '=TZ.OWED("C")'],
      ['=TZ.ONHAND("B1")', '=TZ.ONHAND("A","W1",DATE(2026,1,3))'],
    ];
    await ownCells("A1:B3", (range) => (range.formulas = formulas));
    await shown("A1:B3", [
      [0, 0],
      ["#N/A", 0],
      ["#VALUE!", 0],
    ]);
    const { findings, value } = await book.perform("post");
    expect([findings, value]).toMatchObject([[], { refused: [] }]);
    await shown("A1:B3", [
      [70, 70],
      [4, 180],
      ["#VALUE!", 100],
    ]);
  });

  it.each(commandIds)("does the command %s and tells Excel when it is over", async (id: CommandId) => {
    await host.commands.run(id);
    expect(book.state().busy).toBeNull();
  });

  it("believes after every action exactly what stands in Excel", async () => {
    const more = { type: "RK", date: "2026-02-01", partner: "V", item: "00123", qty: 7, price: 1.25 };
    const asked: readonly (readonly [string, Record<string, unknown>])[] = [
      ["enter", { table: "items", rows: [{ code: "00123", name: "=1+1", unit: "个" }] }],
      ["enter", { table: "purchases", rows: [{ ...more, warehouse: "W1", note: "=quoted" }] }],
      ["check", {}],
      ["post", {}],
      ["recompute", {}],
    ];
    for (const [verb, options] of asked) {
      const { findings } = await book.perform(verb, options);
      let believed = {};
      await book.act("look", async ({ workbook }) => {
        believed = await cellsOf(workbook);
        return { value: {}, findings: [] };
      });
      expect({ verb, findings, believed }).toEqual({ verb, findings: [], believed: await cellsOf(excel) });
    }
  });

  it("reads again what another person changes, and the cells that call functions follow", async () => {
    await shown("A1:A1", [[70]]);
    await host.secondClient((shared) => {
      const table = shared.table("采购单据");
      if (table === null) throw new Error("no purchases");
      table.sheet.write(table.first, table.left + table.headers.indexOf("数量"), 90);
    });
    for (let i = 0; i < 100 && !book.state().isStale; i++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    timer.pass();
    await shown("A1:A1", [[60]]);
  });

  it("selects the cell of a finding, and knows the balance of the row the cursor is in", async () => {
    const [row] = book.rowsBehind({ of: "stock", item: "A", warehouse: "W1", batch: null });
    expect(await book.select({ ...row.place, column: "qty" })).toBe(true);
    expect(await book.balanceAtCursor()).toEqual({ of: "stock", item: "A", warehouse: "W1", batch: null });
  });
});
