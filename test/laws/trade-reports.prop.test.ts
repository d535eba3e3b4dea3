import * as fc from "fast-check";
import { finishOrder } from "../../src/app/finish-order";
import { dayFromText } from "../../src/domain/kernel/day";
import { postDrafts } from "../../src/app/post-drafts";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { brokenOf } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf } from "../support/posted";
import { draftBooks } from "../support/random-book";
import { tradeReportLaws } from "../support/trade-report-laws";

const plans = "QG XJ CH CG BJ XH XS".split(" ");
const often = Array.from({ length: 8 }, () => plans).flat();
const types = [...often, ..."RK CF CT CK XF XT LS LT FK SK".split(" ")];
const books = draftBooks({ minDrafts: 4, maxDrafts: 12, types });

/** Some goods are promised for a day. */
function promised(rows: readonly Row[] = [], day: string): readonly Row[] {
  return rows.map((row, at) =>
    at % 2 === 0 && plans.includes(String(row["type"])) ? { ...row, promised: day } : row,
  );
}

/** The book once it is posted, and one of its orders finished by hand in February. */
async function postedAndFinished(drafts: JsonBook, at: number): Promise<JsonBook> {
  const desk = deskAt(drafts);
  await postDrafts(desk, { only: null, dryRun: false });
  const book = await bookAt(desk);
  const orders = [...(book["purchases"] ?? []), ...(book["sales"] ?? [])].filter(
    ({ type, status }) => status === "posted" && plans.includes(String(type)),
  );
  const order = orders.at(at % 30);
  const moment = { ...desk.moment, today: dayFromText("2026-02-01") };
  if (order !== undefined)
    await finishOrder({ ...desk, moment }, { of: String(order["number"]), reason: "law" });
  return bookAt(desk);
}

const broken = brokenOf(tradeReportLaws);

describe("reports on trade", () => {
  it(
    "say of orders, invoices, payments and trade what the rows say, on random books",
    async () => {
      let done = 0;
      const property = fc.asyncProperty(
        books,
        fc.nat(),
        fc.constantFrom("2026-01-25", "2026-02-20"),
        async (drafts, at, day) => {
          const { purchases, sales } = drafts;
          const dated = { ...drafts, purchases: promised(purchases, day), sales: promised(sales, day) };
          const book = await postedAndFinished(dated, at);
          const figures = await figuresOf(book);
          expect(broken(figures, book)).toEqual({});
          done += figures
            .report("open-orders", { all: "yes", types: plans.join(",") })
            .filter(({ executed }) => executed !== 0).length;
        },
      );
      const runs = lawRuns(1_000, 20_261_128);
      await fc.assert(property, runs);
      expect(done).toBeGreaterThan(runs.numRuns / 8);
    },
    LAW_TIME,
  );
});
