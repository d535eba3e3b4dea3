import * as fc from "fast-check";
import { decimalText, fraction, minus, negative, plus, sum, zero } from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import { amountOf, type JsonBook, readBook, type Row, rowsOf, textOf } from "../oracle/oracle-book";
import { receiptValues } from "../oracle/receipt-values";
import { days, expectAgreed } from "../support/expect-agreement";
import { figure, sumOf } from "../support/laws-of-figures";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { figuresOf } from "../support/posted";
import type { Figures } from "../support/posted";
import { producedAcrossClose, productionBooks } from "../support/random-production";

const JANUARY = "2026-01-31";

/** What was paid for goods, freight, labour and overhead. */
function spent(book: JsonBook): Fraction {
  const oracle = readBook(book);
  const { values, late, beyond } = receiptValues(oracle);
  const later = [...late.values(), ...beyond.values()].flat().map(({ amount }) => amount);
  const labour = oracle.entries.filter((one) => textOf(one.row, "role") === "cost");
  return sum([...values.values(), ...later, ...labour.map(({ row }) => amountOf(row, "value"))]);
}

/** What is in production for jobs that have made nothing, or are not finished. */
function inProduction({ ledgers }: Figures, book: JsonBook): Fraction {
  const rows = rowsOf(book, "stock").filter(({ status }) => status === "posted" || status === "closed");
  const isFinished = (job: unknown): boolean =>
    rows.some((row) => row["job"] === job && (row["status"] === "closed" || row["type"] === "CB"));
  const open = rows.filter((row) => textOf(row, "job") !== "" && !isFinished(row["job"]));
  const ids = new Set(open.map(({ rowId }) => rowId));
  const { stock, costed } = ledgers;
  const moved = Array.from(stock.line.subarray(0, stock.moves.count)).reduce((all, line, move) => {
    const worth = costed.value[move] + (costed.variance?.[move] ?? 0);
    return ids.has(ledgers.book.lines.rowId[line]) ? all + worth : all;
  }, 0);
  const labour = open.filter((row) => row["role"] === "cost");
  const late = stock.late
    .flatMap(({ jobs }) => jobs)
    .filter(({ job }) => !isFinished(job))
    .reduce((all, { amount }) => all + amount, 0);
  return plus(sumOf(labour, "value"), fraction(String((late - moved) / 100)));
}

/** What goods are worth beside what stock says, at standard cost. */
function varied({ ledgers }: Figures): Fraction {
  const all = ledgers.costed.variance?.reduce((one, other) => one + other, 0) ?? 0;
  return fraction(String(all / 100));
}

/** What was spent and is in no account; "0" where nothing is. */
function lost(figures: Figures, book: JsonBook): string {
  const { report } = figures;
  const told = report("gross-profit").map((row) => plus(figure(row, "cost"), figure(row, "difference")));
  const accounts = [
    sumOf(report("stock-on-hand"), "value"),
    varied(figures),
    inProduction(figures, book),
    ...told,
    negative(sumOf(report("stock-gains-losses"), "cost")),
  ];
  return decimalText(minus(spent(book), accounts.reduce(plus, zero)));
}

function ofJob(book: JsonBook, job: string): readonly Row[] {
  return rowsOf(book, "stock").filter((row) => row["job"] === job && row["status"] === "posted");
}

function isJanuary({ date }: Row): boolean {
  return String(date) <= JANUARY;
}

async function january(book: JsonBook) {
  const { report } = await figuresOf(book);
  return ["stock-ledger", "gross-profit", "cost-differences", "stock-gains-losses"].map((code) =>
    report(code, { to: JANUARY }),
  );
}

describe("goods that are made of others", () => {
  it(
    "lose nothing of what was spent on them, whatever comes late or takes off more than they cost",
    async () => {
      const cuts = fc.constantFrom(JANUARY, "2026-02-12");
      const property = fc.asyncProperty(
        productionBooks(),
        cuts,
        fc.boolean(),
        async (drafts, until, early) => {
          const { open, closed, findings, book } = await producedAcrossClose(drafts, until, {
            before: () => early,
            after: () => true,
          });
          const locked = findings.filter(({ code }) => ["CLOSED_DIFFERS", "CLOSED_MOVED"].includes(code));
          expect(locked).toEqual([]);
          expect(lost(await figuresOf(closed), closed)).toBe("0");
          expect(lost(await figuresOf(book), book)).toBe("0");
          expect(await january(closed)).toEqual(await january(open));
          expect(await january(book)).toEqual(await january(closed));
        },
      );
      await fc.assert(property, lawRuns(500, 20_261_211));
    },
    LAW_TIME,
  );

  it(
    "bear what comes late while materials are in production, as a second reckoning says",
    async () => {
      const costings = ["moving-average", "fifo", "lifo"];
      const books = productionBooks({ costings, addsOnly: true });
      const property = fc.asyncProperty(books, fc.constantFrom(...days), async (drafts, day) => {
        const { book } = await producedAcrossClose(drafts, JANUARY, {
          before: (all, job) => ofJob(all, job).some(({ type }) => type === "CP"),
          after: (all, job) => !ofJob(all, job).some((row) => row["type"] === "CP" && isJanuary(row)),
        });
        await expectAgreed(book, day);
      });
      await fc.assert(property, lawRuns(500, 20_261_212));
    },
    LAW_TIME,
  );
});
