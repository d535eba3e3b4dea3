import * as fc from "fast-check";
import { postedAsTyped } from "../../../test/oracle/posted-book";
import { ledgersOfRows } from "../../../test/support/book";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";
import { draftBooks, plainTrade } from "../../../test/support/random-book";
import { NONE } from "../book/lines";
import { dayFromText } from "../kernel/day";
import { askedFigures, type Found } from "./asked-figures";
import { balanceLists } from "./balance-lists";
import { cashBook } from "./cash-book";
import { openItems } from "./open-items";
import { reportParameters } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { rowsBehind } from "./rows-behind";
import { stockOnHand } from "./stock-on-hand";

const runs = lawRuns(1_000, 20_261_128);
jest.setTimeout(LAW_TIME);

const days = fc.constantFrom("2026-01-05", "2026-01-20", "2026-12-31");
const books = draftBooks({ ...plainTrade, minDrafts: 2, maxDrafts: 8 }).map(postedAsTyped);

/** Sums of one column of rows, in cents or thousandths, so that they are exact. */
function sum(rows: readonly object[], column: string, scale = 1e6): number {
  return rows.reduce((all, row) => all + Math.round(Number(Reflect.get(row, column)) * scale), 0);
}

function placeOf(found: Found): number {
  if ("place" in found) return found.place;
  throw new Error("not found");
}

/** Runs a report at a book of rows. */
function reportAt({ ledgers, view }: ReturnType<typeof ledgersOfRows>) {
  return (definition: ReportDefinition, asked: Readonly<Record<string, string>>): readonly ReportRow[] => {
    const context = { book: ledgers.book, today: dayFromText("2026-12-31"), view };
    return definition.run(ledgers, reportParameters(definition, asked, context).value, view).rows;
  };
}

describe("the lists of balances", () => {
  it("come to the sums of the rows behind each of them, and of the reports", () => {
    fc.assert(
      fc.property(books, (json) => {
        const read = ledgersOfRows(json);
        const { ledgers } = read;
        const report = reportAt(read);
        const { stock, partners, accounts } = balanceLists(ledgers);
        for (const { item, warehouse, batch, qty, value } of stock) {
          const rows = rowsBehind(ledgers, { of: "stock", item, warehouse, batch: batch || null });
          expect(sum(rows, "qty")).toBe(Math.round(qty * 1e6));
          if (ledgers.book.settings.costingScope !== "company")
            expect(sum(rows, "amount")).toBe(Math.round(value * 1e6));
        }
        for (const { partner, ...open } of partners) {
          const behind = (side: "receivable" | "payable") =>
            rowsBehind(ledgers, { of: "partner", partner, side });
          const { receivable, advancesReceived, payable, advancesPaid } = open;
          expect(sum(behind("receivable"), "amount")).toBe(Math.round((receivable - advancesReceived) * 1e6));
          expect(sum(behind("payable"), "amount")).toBe(Math.round((payable - advancesPaid) * 1e6));
        }
        for (const { account, balance } of accounts) {
          expect(sum(rowsBehind(ledgers, { of: "account", account }), "amount")).toBe(
            Math.round(balance * 1e6),
          );
        }
        const [onHand, cash] = [report(stockOnHand, { asOf: "2199-12-31" }), report(cashBook, {})];
        expect([sum(stock, "qty"), sum(stock, "value")]).toEqual([sum(onHand, "qty"), sum(onHand, "value")]);
        expect(sum(accounts, "balance")).toBe(sum(cash, "in") - sum(cash, "out"));
      }),
      runs,
    );
  });
});

describe("single figures", () => {
  it("are those of the report of the same day, for every item and warehouse", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const read = ledgersOfRows(json);
        const figures = askedFigures(read.ledgers);
        const report = reportAt(read);
        const { items, warehouses } = read.ledgers.book.masters;
        const places = items.flatMap(({ code: item }) => [
          { item },
          ...warehouses.map(({ code: warehouse }) => ({ item, warehouse })),
        ]);
        for (const place of places) {
          const rows = report(stockOnHand, { asOf, ...place });
          const warehouse = "warehouse" in place ? placeOf(figures.warehouse(place.warehouse)) : NONE;
          const asked = { item: placeOf(figures.item(place.item)), warehouse, asOf: dayFromText(asOf) };
          expect(Math.round(figures.onHand(asked) * 1e6)).toBe(sum(rows, "qty"));
          expect(Math.round(figures.available(asked) * 1e6)).toBe(sum(rows, "available"));
          const cost = rows.length === 1 ? rows[0]["unitCost"] : figures.unitCost(asked);
          expect(figures.unitCost(asked)).toBe(rows.length === 0 ? null : cost);
        }
      }),
      runs,
    );
  });

  it("are what is open with every partner, seen from the side that the partner is on", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const read = ledgersOfRows(json);
        const figures = askedFigures(read.ledgers);
        const report = reportAt(read);
        for (const { code: partner, supplier, customer } of read.ledgers.book.masters.partners) {
          const open = (side: string) => sum(report(openItems, { asOf, partner, side }), "open");
          const net = open("receivable") - open("payable");
          const owed = figures.owed(placeOf(figures.partner(partner)), dayFromText(asOf));
          expect(Math.round(owed * 1e6)).toBe((supplier && !customer ? -net : net) + 0);
        }
      }),
      runs,
    );
  });
});
