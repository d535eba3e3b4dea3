import * as fc from "fast-check";
import { type OracleFigures, oracleFigures } from "../../../test/oracle/figures";
import { decimalText } from "../../../test/oracle/fraction";
import { invoicedSales } from "../../../test/oracle/invoiced-sales";
import { type JsonBook, readBook } from "../../../test/oracle/oracle-book";
import { postedAsTyped } from "../../../test/oracle/posted-book";
import { ledgersOfRows } from "../../../test/support/book";
import { draftBooks, plainTrade } from "../../../test/support/random-book";
import { lawRuns } from "../../../test/support/law-runs";
import { isOverdone } from "../../../test/support/overdone";
import { textOf } from "../../../test/support/run-report";
import { dayFromText } from "../kernel/day";
import { cashBook } from "./cash-book";
import { openItems } from "./open-items";
import { reportParameters } from "./parameters";
import { purchasePivot } from "./purchase-pivot";
import type { ReportDefinition, ReportResult, ReportRow } from "./report";
import { salesPivot } from "./sales-pivot";
import { stockLedger } from "./stock-ledger";
import { stockLots } from "./stock-lots";
import { stockMovement } from "./stock-movement";
import { stockOnHand } from "./stock-on-hand";

const days = fc.constantFrom("2026-01-05", "2026-01-20", "2026-12-31");
const books = draftBooks({ ...plainTrade, minDrafts: 2, maxDrafts: 8 }).map(postedAsTyped);
/** What payments settle is named by number, as posting writes it. */
function againstNumbers(json: JsonBook): JsonBook {
  const rows = [...(json["purchases"] ?? []), ...(json["sales"] ?? [])];
  const numbers = new Map(rows.map((row) => [String(row["rowId"]), String(row["number"])]));
  const payments = (json["payments"] ?? []).map((row) => {
    const against = String(row["against"] ?? "").replace(/[0-9A-Z]{26}/g, (id) => numbers.get(id) ?? id);
    return { ...row, against };
  });
  return { ...json, payments };
}

/**
 * Books that never run short, without openings: of a transfer of goods that were not there and of an opening
 * without a cost the second opinion thinks otherwise.
 */
const plainBooks = draftBooks({
  ...plainTrade,
  minDrafts: 2,
  maxDrafts: 8,
  types: "RK CF CT CK XF XT XS DB PD BS QC QR SK FK".split(" "),
  policies: { ...plainTrade.policies, negativeStock: "block" },
})
  .map(postedAsTyped)
  .filter((json) => !isOverdone(json))
  .map(againstNumbers);
const runs = lawRuns(1_000, 20_260_303);

type Asked = Readonly<Record<string, unknown>>;

type Result = ReportResult & { readonly totals: ReportRow };

function runner(json: JsonBook): (report: ReportDefinition, asked: Asked) => Result {
  const { ledgers, view } = ledgersOfRows(json);
  return (report, asked) => {
    const context = { book: ledgers.book, view, today: dayFromText("2026-12-31") };
    const { value, findings } = reportParameters(report, asked, context);
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    const result = report.run(ledgers, value, view);
    return { ...result, totals: result.totals ?? {} };
  };
}

/** Sums of doubles that are exact as millionths. */
function sum(rows: readonly ReportRow[], column: string): number {
  return rows.reduce((total, row) => total + Math.round(Number(row[column]) * 1e6), 0);
}

function number(row: ReportRow, column: string): number {
  return Math.round(Number(row[column]) * 1e6);
}

function plain(row: object): ReportRow {
  return Object.fromEntries(Object.entries(row));
}

describe("the reports, on random books", () => {
  it("hold what the second opinion says is there, owed and in the accounts", () => {
    fc.assert(
      fc.property(plainBooks, days, (json, asOf) => {
        const run = runner(json);
        const expected: OracleFigures = oracleFigures(json, asOf);
        fc.pre(expected.violations.length === 0);
        const held = "item warehouse batch qty value";
        const onHand = textOf(expected.stockOnHand.map(plain), held);
        const { rows } = run(stockOnHand, { asOf });
        const inStock = rows.filter((row) => row["qty"] !== 0 || row["value"] !== 0);
        expect([...textOf(inStock, held)].sort()).toEqual([...onHand].sort());
        const owed = "partner side type number amount paid credited settled open";
        const debts = run(openItems, { asOf, all: true }).rows;
        expect(
          [
            ...textOf(
              debts.filter(({ amount }) => amount !== 0),
              owed,
            ),
          ].sort(),
        ).toEqual(
          [...textOf(expected.openItems.filter(({ amount }) => amount !== "0").map(plain), owed)].sort(),
        );
        const cash = run(cashBook, { to: asOf }).totals["balance"];
        expect(Math.round(Number(cash) * 100)).toBe(
          expected.cashBook.reduce((total, { balance }) => total + Math.round(Number(balance) * 100), 0),
        );
      }),
      runs,
    );
  });

  it("show lots of fifo items as the second opinion does, oldest first", () => {
    fc.assert(
      fc.property(plainBooks, days, (json, asOf) => {
        const lots = "item warehouse batch date firstDate qty value";
        const { stockLots: layers, violations } = oracleFigures(json, asOf);
        fc.pre(violations.length === 0);
        const items = new Set(layers.map(({ item }) => item));
        const own = runner(json)(stockLots, { asOf }).rows.filter((row) => items.has(String(row["item"])));
        expect([...textOf(own, lots)].sort()).toEqual([...textOf(layers.map(plain), lots)].sort());
      }),
      runs,
    );
  });

  it("have lots that come to what is on hand, each item and batch by itself", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const run = runner(json);
        const held = run(stockOnHand, { asOf });
        const lots = run(stockLots, { asOf });
        for (const column of ["qty", "value"]) {
          for (const item of new Set(held.rows.map((row) => row["item"]))) {
            const isOf = (row: ReportRow): boolean => row["item"] === item;
            expect(sum(lots.rows.filter(isOf), column)).toBe(sum(held.rows.filter(isOf), column));
          }
          expect(lots.totals[column]).toBe(held.totals[column]);
        }
      }),
      runs,
    );
  });

  it("open and close a movement at stock on hand, with what came in and went out between", () => {
    fc.assert(
      fc.property(books, (json) => {
        const run = runner(json);
        const { rows, totals } = run(stockMovement, { from: "2026-01-06", to: "2026-01-20" });
        for (const row of [...rows, totals]) {
          for (const kind of ["Qty", "Value"]) {
            const [opening, came, went] = ["opening", "in", "out"].map((id) => number(row, id + kind));
            expect(opening + came - went).toBe(number(row, `closing${kind}`));
          }
        }
        const opening = run(stockOnHand, { asOf: "2026-01-05" }).totals;
        const closing = run(stockOnHand, { asOf: "2026-01-20" }).totals;
        expect([totals["openingQty"], totals["openingValue"]]).toEqual([opening["qty"], opening["value"]]);
        expect([totals["closingQty"], totals["closingValue"]]).toEqual([closing["qty"], closing["value"]]);
      }),
      runs,
    );
  });

  it("have a ledger whose moves come to what is on hand", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const run = runner(json);
        const held = run(stockOnHand, { asOf }).totals;
        const { totals } = run(stockLedger, { to: asOf });
        expect([totals["qty"], totals["value"]]).toEqual([held["qty"], held["value"]]);
      }),
      runs,
    );
  });

  it("have a ledger whose last balance of each place is what is on hand there, where one cost is of it alone", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const run = runner(json);
        const key = (row: ReportRow): string => `${row["item"]} ${row["warehouse"]} ${row["batch"]}`;
        const held = new Map(run(stockOnHand, { asOf }).rows.map((row) => [key(row), row]));
        const { rows } = run(stockLedger, { to: asOf });
        const last = new Map(rows.map((row) => [key(row), row]));
        const shared = new Set(rows.filter((row) => row["balanceValue"] === null).map((row) => row["item"]));
        const wrong = [...last].filter(([place, { item, balanceQty, balanceValue }]) => {
          const { qty = 0, value = 0 } = held.get(place) ?? {};
          return balanceQty !== qty || (!shared.has(item ?? null) && balanceValue !== value);
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  it("settle and leave open what was owed, item by item", () => {
    fc.assert(
      fc.property(books, days, (json, asOf) => {
        const { rows } = runner(json)(openItems, { asOf, all: true });
        for (const row of rows) {
          expect(number(row, "paid") + number(row, "credited")).toBe(number(row, "settled"));
          expect(number(row, "settled") + number(row, "open")).toBe(number(row, "amount"));
        }
      }),
      runs,
    );
  });

  it("have pivots that come to their source however they are cut, subtotals and cells too", () => {
    const cut = fc.subarray(["item", "partner", "month", "warehouse.kind", "taxRate"], { minLength: 1 });
    const measures = ["qty", "net", "cost"];
    const report = fc.constantFrom(salesPivot, purchasePivot);
    fc.assert(
      fc.property(books, report, fc.tuple(cut, cut), (json, pivot, [rows, columns]) => {
        const run = runner(json);
        const whole = run(pivot, { measure: measures, rows: "number" }).totals;
        const result = run(pivot, { measure: measures, rows, columns });
        const ofLevel = (level: unknown): readonly ReportRow[] =>
          result.rows.filter((row) => row["level"] === level);
        const cells = result.columns
          .map(({ id }) => id)
          .filter((id) => id.includes("|") && !id.startsWith("*"));
        const across = (row: ReportRow, id: string): number =>
          cells.filter((cell) => cell.endsWith(`|${id}`)).reduce((all, cell) => all + number(row, cell), 0);
        for (const id of measures) {
          const levels = [...new Set(result.rows.map((row) => row["level"]))];
          const sums = levels.map((level) => sum(ofLevel(level), `*|${id}`));
          expect(sums).toEqual(levels.map(() => number(whole, `*|${id}`)));
          expect(result.rows.map((row) => across(row, id))).toEqual(
            result.rows.map((row) => (cells.length === 0 ? 0 : number(row, `*|${id}`))),
          );
        }
      }),
      runs,
    );
  });

  it("have a sales pivot that comes to deliveries less returns, and what invoices say otherwise", () => {
    fc.assert(
      fc.property(books, (json) => {
        const rows = (json["sales"] ?? []).map((row) => ({
          type: row["type"],
          net: Number(row["net"] ?? 0),
        }));
        const signed = rows.map(({ type, net }) => (type === "CK" ? net : type === "XT" ? -net : 0));
        const invoiced = invoicedSales(readBook(json)).map(({ net }) => Number(decimalText(net)));
        const expected = [...signed, ...invoiced].reduce((total, net) => total + Math.round(net * 1e6), 0);
        const { totals } = runner(json)(salesPivot, { rows: "partner,item", columns: "quarter" });
        expect(number(totals, "*|net")).toBe(expected);
      }),
      runs,
    );
  });
});
