import { bookTrouble } from "../../src/app/trouble";
import { placeNames } from "../../src/app/place-names";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { verifyBook } from "../../src/app/verify-book";
import type { Desk } from "../../src/app/desk";
import type { FindingCode } from "../../src/domain/kernel/finding-codes";
import type { Workbook as Book } from "../../src/engine/workbook";
import { sentence } from "../../src/locales/sentence";
import { tellings } from "../../src/locales/tellings";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { chineseBook, delivery, deskOver, masters, receipts, type Row } from "./registers";
import { failingAt, oneExcel, type OpenedInExcel, rowsAt } from "./workbooks";

/**
 * Two deliveries whose rows stand between each other and between those of one that cannot be posted, so that
 * no document is one range of cells.
 */
const mixed: readonly Row[] = [
  delivery(["bolt", "nut", "washer"]),
  delivery(["nut", "bolt"], "D2"),
  delivery(["none", "none", "none"], "D3"),
]
  .flatMap((rows, document) => rows.map((row, line) => ({ row, place: line * 3 + document })))
  .sort((a, b) => a.place - b.place)
  .map(({ row }) => row);

const drafts = { ...masters, purchases: receipts(6), sales: mixed };

const ledgers = { ...masters, purchases: receipts(3) };

const BALANCES = ["库存余额", "往来余额"];
const DERIVED = [...BALANCES, "库存流水", "往来明细", "资金流水"];

const openIn = oneExcel();

const all = { only: null, dryRun: false };

/**
 * Does work at a desk in Excel, where the n-th action of the next patch fails; whether one did, and what is
 * told.
 */
async function withFailure(
  opened: OpenedInExcel,
  action: number,
  work: (desk: Desk) => Promise<unknown>,
): Promise<{ readonly hasFailed: boolean; readonly told: string }> {
  const failing = failingAt(opened, action);
  const told = await troubleOf(() => work(deskOver(failing.workbook, 3)));
  return { hasFailed: failing.hasFailed(), told };
}

/** What is told of an action that the workbook failed; "" where it was done. */
async function troubleOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "";
  } catch (thrown) {
    const found = bookTrouble(thrown, "zh-CN");
    if (found === null) throw thrown;
    return sentence(tellings["zh-CN"], found, placeNames("zh-CN"));
  }
}

/** A desk at the same book, whichever port it was written through: both read the same. */
function besides({ book }: { readonly book: Book }): Desk {
  return deskOver(embeddedWorkbook(book), 4);
}

async function rowsOf({ workbook }: Desk, tables: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(tables.map(async (name) => rowsAt(workbook, name)));
}

const TYPED = ["单据类型", "日期", "往来单位", "商品编码", "数量", "草稿号"];

/** What was typed into the sales register, row by row, in whatever order. */
async function typedSales({ workbook }: Desk): Promise<readonly string[]> {
  const [table] = await workbook.read(["销售单据"]);
  const columns = TYPED.map((header) => table.column(table.headers.indexOf(header)));
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((cells) => JSON.stringify(cells[row])),
  );
  return rows.map((cells) => cells.join(" ")).sort();
}

async function failures(desk: Desk): Promise<readonly FindingCode[]> {
  return (await verifyBook(desk)).value?.failures.map(({ code }) => code) ?? [];
}

/** The codes that may be found after a failure, until the book is recomputed. */
const PASSING: readonly string[] = ["HALF_POSTED", "BALANCE_STALE", "POSTED_UNLOGGED"];

const INTERRUPTED = /被 Excel 打断（.+）.*请执行“重算”/;
const UNTOUCHED = /账簿未改动/;

async function everything(desk: Desk): Promise<readonly unknown[]> {
  return rowsOf(
    desk,
    (await desk.workbook.tables()).map(({ name }) => name),
  );
}

/** Only what was all done is not told of; where it says that the book is unchanged, it is. */
async function expectTold(
  {
    action,
    hasFailed,
    told,
  }: { readonly action: number; readonly hasFailed: boolean; readonly told: string },
  desk: Desk,
  before: readonly unknown[],
): Promise<void> {
  if (!hasFailed || told === "") {
    expect({ action, told, found: await failures(desk) }).toEqual({ action, told: "", found: [] });
  } else if (UNTOUCHED.test(told))
    expect({ action, now: await everything(desk) }).toEqual({ action, now: before });
  else expect({ action, told }).toEqual({ action, told: expect.stringMatching(INTERRUPTED) as unknown });
}

/** Has each action fail in turn, the first first, until none is left to fail; answers how many there are. */
async function eachAction(once: (action: number) => Promise<boolean>): Promise<number> {
  let action = 1;
  while (await once(action)) action++;
  return action - 1;
}

describe("a workbook that fails after any action", () => {
  it("of a post loses no row, tells so, and is brought in order by recomputing and posting again", async () => {
    const good = { book: await chineseBook(drafts) };
    const before = await everything(besides(good));
    const typed = await typedSales(besides(good));
    await postDrafts(besides(good), all);
    await recompute(besides(good));
    const balances = await rowsOf(besides(good), BALANCES);
    let halves = 0;
    const actions = await eachAction(async (action) => {
      const failed = openIn(await chineseBook(drafts));
      const { hasFailed, told } = await withFailure(failed, action, (desk) => postDrafts(desk, all));
      const desk = besides(failed);
      await expectTold({ action, hasFailed, told }, desk, before);
      const found = await failures(desk);
      if (found.includes("HALF_POSTED")) halves++;
      expect({ action, found: found.filter((code) => !PASSING.includes(code)) }).toEqual({
        action,
        found: [],
      });
      expect({ action, rows: await typedSales(desk) }).toEqual({ action, rows: typed });
      await recompute(desk);
      expect({ action, found: await failures(desk) }).toEqual({ action, found: [] });
      await postDrafts(desk, all);
      await recompute(desk);
      expect({ action, found: await failures(desk) }).toEqual({ action, found: [] });
      expect({ action, balances: await rowsOf(desk, BALANCES) }).toEqual({ action, balances });
      return hasFailed;
    });
    expect(actions).toBeGreaterThan(100);
    expect(halves).toBeGreaterThan(0);
  }, 300_000);

  it("of recomputing loses no row, tells so, and is brought in order by recomputing again", async () => {
    const good = { book: await chineseBook(ledgers) };
    const before = await everything(besides(good));
    const typed = await typedSales(besides(good));
    await recompute(besides(good));
    const derived = await rowsOf(besides(good), DERIVED);
    const actions = await eachAction(async (action) => {
      const failed = openIn(await chineseBook(ledgers));
      const { hasFailed, told } = await withFailure(failed, action, (desk) => recompute(desk));
      const desk = besides(failed);
      await expectTold({ action, hasFailed, told }, desk, before);
      expect({ action, rows: await typedSales(desk) }).toEqual({ action, rows: typed });
      await recompute(desk);
      expect({ action, found: await failures(desk) }).toEqual({ action, found: [] });
      expect({ action, derived: await rowsOf(desk, DERIVED) }).toEqual({ action, derived });
      return hasFailed;
    });
    expect(actions).toBeGreaterThan(100);
  }, 300_000);
});
