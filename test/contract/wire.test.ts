import { postDrafts } from "../../src/app/post-drafts";
import { keptWorkbook } from "../../src/open-book/kept-workbook";
import { chineseBook, delivery, deskOver, masters, receipts } from "./registers";
import { inExcel } from "./workbooks";

/** What a post moves over the wire once the book is loaded. */
interface Moved {
  readonly batches: number;
  readonly actions: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

const items = Array.from({ length: 10 }, (_, i) => ["bolt", "nut", "washer"][i % 3]);

async function moved(rows: number): Promise<Moved> {
  const book = await chineseBook({ ...masters, purchases: receipts(rows), sales: delivery(items) });
  const { host, workbook } = inExcel(book);
  const desk = deskOver(keptWorkbook(workbook), 7);
  await postDrafts(desk, { only: ["none"], dryRun: true });
  host.counters.reset();
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.posted).toMatchObject([{ draft: "D1" }]);
  const { batches, actions, cellsRead, cellsWritten } = host.counters;
  return { batches, actions, cellsRead, cellsWritten };
}

describe("posting a document of ten lines, once the book is loaded", () => {
  it("takes at most four syncs, whatever the size of the registers, and moves the same few cells", async () => {
    const small = await moved(1_000);
    expect(small.batches).toBeLessThanOrEqual(4);
    expect(small.cellsWritten).toBeLessThan(500);
    expect(small.cellsRead).toBeLessThan(5_000);
    expect(await moved(10_000)).toEqual(small);
    expect(await moved(100_000)).toEqual(small);
  }, 300_000);
});
