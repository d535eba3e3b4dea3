import { recompute } from "../../src/app/recompute";
import type { Workbook as Book } from "../../src/engine/workbook";
import { excelHost, type ExcelHost } from "../../src/host/excel-host";
import { isBatch } from "../../src/host/wire/batch";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { excelWorkbook } from "../../src/workbook/excel/excel-workbook";
import { officeOver } from "../support/office/node";
import { opened } from "../support/shared-book";
import { chineseBook, delivery, deskOver, masters, type Row } from "./registers";

/** What crosses the wire; a clean-up does nothing but give objects back that office.js no longer needs. */
interface Wire {
  syncs: number;
  actions: number;
  cleanUps: number;
  cellsRead: number;
  cellsWritten: number;
}

const items = Array.from({ length: 1_000 }, (_, i) => `item ${String(i)}`);

function posted(type: "RK" | "CK", i: number): Row {
  return {
    ...{ type, warehouse: "MAIN", item: items[i % items.length], tax: 0, line: 1, status: "posted" },
    number: `${type}-20260101-${String(i).padStart(6, "0")}`,
    rowId: `${type === "RK" ? "01J" : "01K"}${String(i).padStart(23, "0")}`,
    draft: `${type}${String(i)}`,
  };
}

/** A recomputed book with a balance for every item, so many rows of sales, and one draft of ten lines. */
async function grownBook(rows: number): Promise<Book> {
  const bought = items.map((_, i) => {
    const amounts = { qty: 1e6, price: 2, net: 2e6, total: 2e6 };
    return { ...posted("RK", i), date: "2026-01-01", partner: "S1", ...amounts };
  });
  const sold = Array.from({ length: rows }, (_, i) => {
    const amounts = { qty: 1, price: 3, net: 3, total: 3 };
    return { ...posted("CK", i), date: "2026-01-02", partner: "C1", ...amounts };
  });
  const book = await chineseBook({
    ...{ ...masters, items: items.map((code) => ({ code, name: code, unit: "pc" })) },
    ...{ purchases: bought, sales: [...sold, ...delivery(items.slice(0, 10))] },
  });
  expect((await recompute(deskOver(embeddedWorkbook(book)))).findings).toEqual([]);
  return book;
}

/** A host of which every request is counted. */
function counted(host: ExcelHost, wire: Wire): ExcelHost {
  return {
    ...host,
    exchange: async (asked, answer) => {
      const batch: unknown = typeof asked.request === "string" ? JSON.parse(asked.request) : asked.request;
      const actions = isBatch(batch) ? batch.Actions : [];
      if (actions.some(({ Name }) => Name === "_RemoveReference")) wire.cleanUps++;
      else {
        wire.syncs++;
        wire.actions += actions.length;
      }
      await host.exchange(asked, answer);
    },
  };
}

/** What a post moves, of a book that is open in the pane and was read. */
async function moved(rows: number): Promise<Wire> {
  const wire = { syncs: 0, actions: 0, cleanUps: 0, cellsRead: 0, cellsWritten: 0 };
  const host = excelHost(await grownBook(rows));
  const { run } = officeOver(counted(host, wire)).Excel;
  const { book } = opened(excelWorkbook({ run, supports: () => true }));
  const told = book.subscribe(() => undefined);
  await book.act("look", async () => ({ value: {}, findings: [] }));
  await new Promise((resolve) => setTimeout(resolve, 100)); // what is left of reading is over
  host.counters.reset();
  Object.assign(wire, { syncs: 0, actions: 0, cleanUps: 0 });
  expect(await book.perform("post")).toMatchObject({
    findings: [],
    value: { posted: [{ draft: "D1" }] },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  told();
  return { ...wire, cellsRead: host.counters.cellsRead, cellsWritten: host.counters.cellsWritten };
}

/** A fifth more or less than is moved today would be news. */
function near(today: number, now: number): void {
  expect(now).toBeGreaterThan(today * 0.8);
  expect(now).toBeLessThan(today * 1.2);
}

describe("posting a sale of ten lines from the pane, once the book is read", () => {
  it("takes four syncs, however long the register of sales is, and moves the same few cells, its rows of the log among them", async () => {
    const small = await moved(1_000);
    expect({ syncs: small.syncs, cleanUps: small.cleanUps }).toEqual({ syncs: 4, cleanUps: 2 });
    near(1_165, small.actions);
    near(5_058, small.cellsRead);
    near(456, small.cellsWritten);
    expect(await moved(10_000)).toEqual(small);
    expect(await moved(100_000)).toEqual(small);
  }, 300_000);
});
