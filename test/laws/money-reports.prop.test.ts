import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { brokenOf } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { moneyReportLaws } from "../support/money-report-laws";
import { figuresOf, posted } from "../support/posted";
import { draftBooks } from "../support/random-book";
import { termedBooks } from "../support/random-terms";

const types = "RK CF CT CK XF XT LS LT FT KZ SK FK HX TK SR ZC ZJ".split(" ");
const size = { minDrafts: 3, maxDrafts: 10 };
const interestRate = "18.25";
const separate = { ageingBuckets: "3,10,20,30", interestRate };
const netted = { ageingBuckets: "10,25,60", advancesInAgeing: "netted", interestRate };
const books = fc.oneof(
  draftBooks({ ...size, types, policies: separate }),
  draftBooks({ ...size, types, policies: netted }),
  termedBooks({ ...size, policies: separate }),
);

/** What is noted of a debt when it is dunned; which debt is drawn from those there are. */
const event = fc.record({
  of: fc.nat(30),
  date: fc.constantFrom("2026-02-10", "2026-03-01", "2026-03-05"),
  what: fc.constantFrom<Row>(
    { event: "dunned", level: 1 },
    { event: "dunned", level: 2 },
    { event: "disputed" },
    { event: "resolved" },
    { event: "promised", until: "2026-03-10" },
    { event: "promised", until: "2026-04-15" },
  ),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** The book with what was noted of its debts, in the order of the days. */
function withRecord(book: JsonBook, events: readonly Event[]): JsonBook {
  const debts = [...(book["sales"] ?? [])].filter(({ status }) => status === "posted");
  const dunning = events
    .flatMap(({ of, date, what }) => {
      const number = debts.at(of % Math.max(1, debts.length))?.["number"];
      return number === undefined ? [] : [{ number, date, ...what }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { ...book, dunning };
}

const broken = brokenOf(moneyReportLaws);

describe("reports on money", () => {
  it(
    "say of accounts, debts, their ages and what to dun what the rows say, on random books",
    async () => {
      const events = fc.array(event, { maxLength: 5 });
      const property = fc.asyncProperty(books, events, async (drafts, noted) => {
        const book = withRecord((await posted(drafts)).book, noted);
        expect(broken(await figuresOf(book), book)).toEqual({});
      });
      await fc.assert(property, lawRuns(1_000, 20_261_128));
    },
    LAW_TIME,
  );
});
