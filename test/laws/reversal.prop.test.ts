import * as fc from "fast-check";
import type { Desk } from "../../src/app/desk";
import { enterRows } from "../../src/app/enter-rows";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { reverseDocument } from "../../src/app/reverse-document";
import { verifyBook } from "../../src/app/verify-book";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf } from "../support/posted";
import { draftBooks } from "../support/random-book";

const REGISTERS = ["purchases", "sales", "stock", "payments"];

/** Figures of a book, a line each; `partners` = what each owes or is owed, all together. */
interface Balances {
  readonly stock: readonly string[];
  readonly debts: readonly string[];
  readonly partners: readonly string[];
  readonly cash: readonly string[];
}

/** By partner and side, in millionths of the currency. */
function sumsByPartner(items: readonly Row[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { partner, side, open } of items) {
    const key = `${String(partner)} ${String(side)}`;
    sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(open) * 1e6));
  }
  return [...sums].flatMap(([key, sum]) => (sum === 0 ? [] : [`${key} ${String(sum)}`])).sort();
}

/**
 * The same after an invoice was reversed that may have lowered what was paid already: what payments were
 * freed of is an advance from then on, whatever the debt comes to again.
 */
function asComparable({ debts, ...others }: Balances, number: string): Partial<Balances> {
  return /^(XF|CF)/.test(number) ? others : { ...others, debts };
}

/** What lies where, who owes what of which document, and what is in the accounts, by now. */
async function balances(desk: Desk): Promise<Balances> {
  await recompute(desk);
  const { stockBalances = [], openItems = [], cashLedger = [] } = await bookAt(desk);
  const cash = new Map(cashLedger.map(({ account, balance }) => [account, balance]));
  return {
    stock: stockBalances
      .filter(({ qty, value }) => qty !== 0 || value !== 0)
      .map(({ item, warehouse, batch, qty, value }) => [item, warehouse, batch, qty, value].join(" "))
      .sort(),
    debts: openItems
      .filter(({ open }) => open !== 0)
      .map(({ number, line, side, open }) => [number, line, side, open].join(" "))
      .sort(),
    partners: sumsByPartner(openItems),
    cash: [...cash]
      .filter(([, balance]) => balance !== 0)
      .map(([account, balance]) => `${account} ${balance}`)
      .sort(),
  };
}

/**
 * Whether goods pass to standard cost at another worth: that goes with them as they leave, and what comes
 * back comes at the standard.
 */
function isBroughtToStandard({ methodChange = [] }: JsonBook): boolean {
  return methodChange.some(({ method }) => method === "standard");
}

/** One of the drafts of a book, by its mark, and the book without it; null where there is none. */
function apart(book: JsonBook, at: number) {
  const rows = REGISTERS.flatMap((table) => (book[table] ?? []).map((row) => ({ table, row })));
  if (rows.length === 0) return null;
  const { table, row } = rows[at % rows.length];
  const isOwn = (other: Row): boolean => other["draft"] === row["draft"];
  return {
    table,
    own: (book[table] ?? []).filter(isOwn),
    rest: { ...book, [table]: (book[table] ?? []).filter((other) => !isOwn(other)) },
  };
}

async function posted(desk: Desk): Promise<string | undefined> {
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  return value?.posted.at(-1)?.number;
}

describe("a reversal", () => {
  const books = draftBooks({ minDrafts: 2, maxDrafts: 12, policies: { negativeStock: "block" } });
  const runs = lawRuns(1_000, 20_261_128);
  const reversing = { reason: "law", dryRun: false };

  it(
    "gives back stock, debts and cash as they were before its original, to the cent",
    async () => {
      let done = 0;
      const property = fc.asyncProperty(books, fc.nat(), async (drafts, at) => {
        const parts = apart(drafts, at);
        if (parts === null || isBroughtToStandard(drafts)) return;
        const { table, own, rest } = parts;
        const desk = deskAt(rest);
        await posted(desk);
        const before = await balances(desk);
        const rows = own.map(({ rowId: _, line: __, time: ___, due: ____, ...row }) => ({
          ...row,
          date: "2026-12-30",
        }));
        if ((await enterRows(desk, { table, rows })).value === null) return;
        const number = await posted(desk);
        if (number === undefined || !number.includes("20261230")) return;
        const { value, findings } = await reverseDocument(desk, { ...reversing, number, date: "" });
        if (value === null) {
          const codes = findings.map(({ code }) => code).join(" ");
          expect(["NOTHING_TO_REVERSE", "STANDARD_COST_STAYS"]).toContain(codes);
          return;
        }
        done++;
        expect(asComparable(await balances(desk), number)).toEqual(asComparable(before, number));
        expect(
          (await verifyBook(desk)).value?.failures.filter(({ severity }) => severity === "error"),
        ).toEqual([]);
      });
      await fc.assert(property, runs);
      expect(done).toBeGreaterThan(runs.numRuns / 3);
    },
    LAW_TIME,
  );

  it(
    "changes no figure of the days before its own, save what an invoice or freight had restated",
    async () => {
      const property = fc.asyncProperty(books, fc.nat(), async (drafts, at) => {
        const desk = deskAt(drafts);
        await posted(desk);
        const numbers = await numbersAt(desk);
        if (numbers.length === 0) return;
        const before = await until(desk);
        await reverseDocument(desk, { ...reversing, number: numbers[at % numbers.length], date: "" });
        expect(await until(desk)).toEqual(before);
        expect(
          (await verifyBook(desk)).value?.failures.filter(({ severity }) => severity === "error"),
        ).toEqual([]);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );
});

async function numbersAt(desk: Desk): Promise<readonly string[]> {
  const book = await bookAt(desk);
  const rows = REGISTERS.flatMap((id) => book[id] ?? []).filter(({ status }) => status === "posted");
  return [...new Set(rows.map(({ number }) => String(number)))].filter((number) => !/^(CF|FT)/.test(number));
}

/** Every figure up to the day before today. */
async function until(desk: Desk) {
  const { report } = await figuresOf(await bookAt(desk));
  const to = "2026-12-30";
  return {
    lots: report("stock-lots", { asOf: to }),
    ledger: report("stock-ledger", { to }),
    sales: report("sales-pivot", { to, measure: "qty,net,total,cost,margin" }),
    open: report("open-items", { asOf: to }),
    cash: report("cash-book", { to }),
  };
}
