import * as fc from "fast-check";
import type { JsonBook } from "../../../test/oracle/oracle-book";
import { postedAsTyped } from "../../../test/oracle/posted-book";
import { ledgersOfRows } from "../../../test/support/book";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";
import { draftBooks, plainTrade } from "../../../test/support/random-book";
import { dayFromText } from "../kernel/day";
import { BIN_SIGNS, NEUTRAL_IN, TRANSFER_IN, VARIANCE } from "../costing/moves";
import { lineage } from "./lineage";
import { reportParameters } from "./parameters";
import type { ReportRow } from "./report";

const books = draftBooks({ ...plainTrade, minDrafts: 3, maxDrafts: 12 }).map(postedAsTyped);
const runs = lawRuns(1_000, 20_261_127);
jest.setTimeout(LAW_TIME);

/**
 * A book's lineage, and what each of its rows moved but where goods arrive: units and money in millionths.
 */
function traced(json: JsonBook) {
  const { ledgers, view } = ledgersOfRows(json);
  const { stock, costed, book } = ledgers;
  const moved = new Map<string, { qty: number; value: number; isIn: boolean }>();
  for (let move = 0; move < stock.moves.count; move++) {
    const kind = stock.moves.kind[move];
    if ([TRANSFER_IN, NEUTRAL_IN, VARIANCE].includes(kind)) continue;
    const rowId = book.lines.rowId[stock.line[move]];
    const sum = moved.get(rowId) ?? { qty: 0, value: 0, isIn: BIN_SIGNS[kind] > 0 };
    const sign = BIN_SIGNS[kind] < 0 ? -1 : 1;
    sum.qty += sign * costed.qty[move];
    sum.value += sign * costed.value[move] * 10 ** (6 - book.settings.moneyDecimals);
    moved.set(rowId, sum);
  }
  const ask = (asked: Readonly<Record<string, string>>): readonly ReportRow[] => {
    const context = { book, view, today: dayFromText("2026-12-31") };
    return lineage.run(ledgers, reportParameters(lineage, asked, context).value, view).rows;
  };
  return { moved, ask };
}

function sum(rows: readonly ReportRow[], column: string, kinds: readonly string[]): number {
  return rows
    .filter(({ kind }) => kinds.includes(String(kind)))
    .reduce((total, row) => total + Math.round(Number(row[column]) * 1e6), 0);
}

const GOODS = ["came", "lacking", "estimate", "circle"];

describe("lineage, on random books", () => {
  it("comes to the cost of every row, and to its quantity", () => {
    fc.assert(
      fc.property(books, (json) => {
        const { moved, ask } = traced(json);
        for (const [rowId, { qty, value }] of moved) {
          const rows = ask({ rowId });
          expect([rowId, sum(rows, "value", [...GOODS, "added", "labour"])]).toEqual([rowId, value]);
          expect([rowId, sum(rows, "qty", GOODS)]).toEqual([rowId, qty]);
        }
      }),
      runs,
    );
  });

  it("forward loses nothing of what a row brought, and adds nothing", () => {
    fc.assert(
      fc.property(books, (json) => {
        const { moved, ask } = traced(json);
        for (const [rowId, { qty, isIn }] of moved) {
          if (!isIn) continue;
          const rows = ask({ rowId, direction: "forward" });
          const ends = ["out", "back", "left", "circle"];
          expect([rowId, sum(rows, "qty", ends)]).toEqual([rowId, sum(rows, "qty", ["began"])]);
          expect([rowId, sum(rows, "value", ends)]).toEqual([rowId, sum(rows, "value", ["began", "added"])]);
          expect([rowId, sum(rows, "qty", ["began"])]).toEqual([rowId, qty]);
        }
      }),
      runs,
    );
  });
});
