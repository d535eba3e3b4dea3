import * as fc from "fast-check";
import { closePeriod } from "../../src/app/close-period";
import { enterRows } from "../../src/app/enter-rows";
import type { Desk } from "../../src/app/desk";
import { finishOrder } from "../../src/app/finish-order";
import { postDrafts } from "../../src/app/post-drafts";
import { reverseDocument } from "../../src/app/reverse-document";
import { verifyBook } from "../../src/app/verify-book";
import { voidDocument } from "../../src/app/void-document";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf } from "../support/posted";
import { mixedBooks } from "../support/random-book";

const JANUARY = { to: "2026-01-31" };
const REGISTERS = ["purchases", "sales", "stock", "payments"];

/** Every figure of January that a report shows. */
async function january(desk: Desk) {
  const { report } = await figuresOf(await bookAt(desk));
  const asOf = { asOf: JANUARY.to };
  return {
    stock: report("stock-on-hand", asOf).map(({ reserved: _, available: __, ...row }) => row),
    lots: report("stock-lots", asOf),
    ledger: report("stock-ledger", JANUARY),
    movement: report("stock-movement", JANUARY),
    ageing: report("stock-ageing", asOf),
    sales: report("sales-pivot", { ...JANUARY, measure: "qty,net,total,cost,margin" }),
    profit: report("gross-profit", JANUARY),
    differences: report("cost-differences", JANUARY),
    open: report("open-items", asOf),
    debts: ["receivable", "payable"].map((side) => report("partner-ageing", { ...asOf, side })),
    cash: report("cash-book", JANUARY),
  };
}

function isJanuary({ date }: Row): boolean {
  return String(date) <= JANUARY.to;
}

/** The rows of a book's registers that are of January, or those that are later. */
function rowsOf(book: JsonBook, isWanted: (row: Row) => boolean): JsonBook {
  const cut = Object.entries(book).map(([id, rows = []]) => [
    id,
    REGISTERS.includes(id) ? rows.filter(isWanted) : rows,
  ]);
  return Object.fromEntries(cut) as JsonBook;
}

/** Freight in February for every receipt of January, each as large as it likes. */
function freight(book: JsonBook, net: number): readonly Row[] {
  const receipts = (book["purchases"] ?? []).filter(
    ({ type, status }) => type === "RK" && status === "posted",
  );
  return receipts.map(({ rowId }, i) => ({
    ...{ type: "FT", draft: `freight ${String(i)}`, date: "2026-02-10", partner: "S1" },
    ...{ net: net + i, ref: rowId ?? null },
  }));
}

/** A book whose January is posted and closed, once what is dated up to a day of February is posted too. */
async function closedDesk(drafts: JsonBook, until = JANUARY.to): Promise<Desk> {
  const desk = deskAt(rowsOf(drafts, ({ date }) => String(date) <= until));
  await postDrafts(desk, { only: null, dryRun: false });
  const waive = ["drafts", "shortages", "ties"];
  const closing = { period: "2026-01", waive, reason: "law", dryRun: false };
  expect((await closePeriod(desk, closing)).value?.ok).toBe(true);
  return desk;
}

/** What is posted later: all that is dated after a day, and freight of so much. */
interface Later {
  readonly net: number;
  readonly after: string;
}

/** Enters and posts all that is dated later than a day, and the freight. */
async function februaryPosted(desk: Desk, drafts: JsonBook, { net, after }: Later): Promise<void> {
  for (const [table, rows = []] of Object.entries(rowsOf(drafts, ({ date }) => String(date) > after))) {
    const entered = rows.map(({ line: _, ...row }) => row);
    if (REGISTERS.includes(table) && rows.length > 0) await enterRows(desk, { table, rows: entered });
  }
  const rows = freight(await bookAt(desk), net);
  if (rows.length > 0) await enterRows(desk, { table: "purchases", rows });
  await postDrafts(desk, { only: null, dryRun: false });
  for (const job of jobsOf(await bookAt(desk))) await finishOrder(desk, { of: job, reason: "law" });
}

/** The production jobs that have made something. */
function jobsOf(book: JsonBook): readonly string[] {
  const made = (book["stock"] ?? []).filter(({ type, status }) => type === "CP" && status === "posted");
  return [...new Set(made.map(({ job }) => String(job ?? "")))].filter((job) => job !== "");
}

/** The number of one of the posted documents; "" = there is none. */
function someNumber(book: JsonBook, at: number): string {
  const rows = REGISTERS.flatMap((id) => book[id] ?? []).filter(({ status }) => status === "posted");
  return String(rows.at(at % Math.max(1, rows.length))?.["number"] ?? "");
}

describe("a closed period", () => {
  const books = mixedBooks({ policies: { negativeStock: "allow" } });
  const until = fc.constantFrom(JANUARY.to, "2026-02-12");
  const runs = lawRuns(1_000, 20_261_127);

  it(
    "keeps every figure whatever is posted later: freight, invoices, returns, what covers shortages",
    async () => {
      const nets = fc.integer({ min: 1, max: 500 });
      const property = fc.asyncProperty(books, nets, until, async (drafts, net, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net, after: day });
        expect(await january(desk)).toEqual(before);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "keeps them when jobs are finished late, where shortages stand at nothing until a difference settles them",
    async () => {
      const made = mixedBooks({
        types: "RK CK LL LL CP CP QR DB ZX KZ".split(" "),
        policies: { negativeStock: "allow", shortageSettlement: "variance", shortageCost: "zero" },
      });
      const property = fc.asyncProperty(made, until, async (drafts, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net: 7, after: day });
        expect(await january(desk)).toEqual(before);
      });
      await fc.assert(property, lawRuns(1_000, 20_261_127));
    },
    LAW_TIME,
  );

  it(
    "keeps them when what was posted later is made void again, and what it holds is reversed",
    async () => {
      const property = fc.asyncProperty(books, fc.nat(), until, async (drafts, at, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net: 7, after: day });
        const number = someNumber(await bookAt(desk), at);
        await voidDocument(desk, { number, reason: "", dryRun: false });
        const reversing = { number: someNumber(rowsOf(await bookAt(desk), isJanuary), at), reason: "" };
        await reverseDocument(desk, { ...reversing, date: "2026-12-31", dryRun: false });
        expect(await january(desk)).toEqual(before);
        const told = (await verifyBook(desk)).value?.failures.map(({ code }) => code) ?? [];
        expect(told.filter((code) => /POSTED_|LOG_|STOCK_UNTIED|BALANCE_STALE/.test(code))).toEqual([]);
      });
      await fc.assert(property, lawRuns(1_000, 20_261_127));
    },
    LAW_TIME,
  );
});
