import * as fc from "fast-check";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { mixedBooks, permuted, sampleDraftBook } from "../support/random-book";
import { expectedAmounts, oracleFigures } from "./figures";
import type { OracleFigures } from "./figures";
import { decimalText, fraction, plus, sum } from "./fraction";
import { erasOf } from "./item-costing";
import { readBook, rowsOf, settingOf, textOf } from "./oracle-book";
import type { JsonBook } from "./oracle-book";
import { postedAsTyped } from "./posted-book";

const days = fc.constantFrom("2026-01-05", "2026-01-20", "2026-12-31");
const books = mixedBooks().map(postedAsTyped);
const runs = lawRuns(1_000, 20_260_101);

type Figure = Readonly<Record<string, string | null>>;

function total(rows: readonly Figure[], column: string): string {
  return decimalText(sum(rows.map((row) => fraction(row[column] ?? "0"))));
}

function figuresOf(book: JsonBook, asOf: string): OracleFigures {
  return oracleFigures(book, asOf);
}

/**
 * Whether a day is in the middle of a month that is averaged: what left by then costs what the whole month
 * comes to, so that nothing left may be worth cents until the month ends. DOMAIN §5.3.
 */
function isBeingAveraged(book: JsonBook, code: string, asOf: string): boolean {
  const item = readBook(book).items.get(code);
  if (item === undefined || asOf.endsWith("-31")) return false;
  return erasOf(book, item).findLast(({ from }) => from <= asOf)?.code === "monthly-average";
}

describe("the oracle, on random books", () => {
  it(
    "gives the same figures whatever order the rows stand in",
    () => {
      fc.assert(
        fc.property(books, days, fc.nat(), (book, asOf, seed) => {
          expect(figuresOf(permuted(book, seed), asOf)).toEqual(figuresOf(book, asOf));
        }),
        runs,
      );
    },
    LAW_TIME,
  );

  it(
    "holds what its moves brought, and the lots of a fifo item are what is held of it",
    () => {
      fc.assert(
        fc.property(books, days, (book, asOf) => {
          const figures = figuresOf(book, asOf);
          for (const column of figures.isSettled ? ["qty", "value"] : ["qty"]) {
            expect(total(figures.stockOnHand.map(plain), column)).toBe(
              total(figures.stockMoves.map(plain), column),
            );
            const items = new Set(figures.stockLots.map((lot) => lot.item));
            for (const item of items) {
              const held = figures.stockOnHand.filter((row) => row.item === item);
              const lots = figures.stockLots.filter((row) => row.item === item);
              expect(total(lots.map(plain), column)).toBe(total(held.map(plain), column));
            }
          }
        }),
        runs,
      );
    },
    LAW_TIME,
  );

  it(
    "leaves no value where no quantity is left",
    () => {
      fc.assert(
        fc.property(books, days, (book, asOf) => {
          const { stockOnHand, isSettled } = figuresOf(book, asOf);
          const isPooled = settingOf(book, "costingScope") === "company";
          const empty = stockOnHand.filter(
            ({ item, qty }) => qty === "0" && !isBeingAveraged(book, item, asOf),
          );
          expect(isPooled || !isSettled ? [] : empty).toEqual([]);
        }),
        runs,
      );
    },
    LAW_TIME,
  );

  it(
    "neither makes nor loses debts: what is settled on one side is settled on the other",
    () => {
      fc.assert(
        fc.property(books, days, (book, asOf) => {
          const { openItems } = figuresOf(book, asOf);
          const credits = openItems.map((item) => ({ credited: item.credited }));
          expect(total(credits, "credited")).toBe("0");
          for (const item of openItems) {
            const whole = plus(fraction(item.settled), fraction(item.open));
            expect(decimalText(whole)).toBe(item.amount);
          }
        }),
        runs,
      );
    },
    LAW_TIME,
  );

  it(
    "computes for every line amounts that add up",
    () => {
      fc.assert(
        fc.property(books, (book) => {
          for (const { net, tax, total: gross } of expectedAmounts(book, "purchases")) {
            expect(decimalText(plus(fraction(net), fraction(tax)))).toBe(gross);
          }
        }),
        runs,
      );
    },
    LAW_TIME,
  );
});

function plain(row: { readonly qty: string; readonly value: string }): Figure {
  return { qty: row.qty, value: row.value };
}

describe("random books", () => {
  it("are the same for the same seed, and have unique rowIds and refs to earlier rows only", () => {
    const book = sampleDraftBook(7, { minDrafts: 100 });
    expect(book).toEqual(sampleDraftBook(7, { minDrafts: 100 }));
    const rows = ["purchases", "sales", "stock", "payments"].flatMap((table) => rowsOf(book, table));
    const byId = new Map(rows.map((row) => [textOf(row, "rowId"), row]));
    const key = (row: (typeof rows)[number]): string =>
      `${textOf(row, "date")} ${textOf(row, "time") || "00:00:00"} ${textOf(row, "rowId")}`;
    expect(byId.size).toBe(rows.length);
    const referring = rows.filter((row) => textOf(row, "ref") !== "");
    expect(referring.length).toBeGreaterThan(10);
    for (const row of referring) expect(key(byId.get(textOf(row, "ref")) ?? {}) < key(row)).toBe(true);
  });

  it("hold every type of document, with few rows that take stock below zero", () => {
    const sampled = [1, 2, 3, 4, 5].map((seed) => postedAsTyped(sampleDraftBook(seed, { minDrafts: 150 })));
    const types = sampled.flatMap((book) =>
      ["purchases", "sales", "stock", "payments"].flatMap((table) =>
        rowsOf(book, table).map((row) => textOf(row, "type")),
      ),
    );
    expect([...new Set(types)].sort().join(" ")).toBe(
      "BJ BS BY CB CF CG CH CJ CK CP CT DB DC DR FK FQ FT HX KZ LL LS LT " +
        "PD QC QG QR RK SK SR TK XF XH XJ XS XT ZC ZJ ZX",
    );
  });
});
