import * as fc from "fast-check";
import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "../../../test/support/random-moves";
import { costingTold } from "../../../test/support/costing-told";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";
import type { CostingCode } from "../book/settings";
import { costMoves, costNoted } from "./cost-moves";
import { ISSUE, RECEIVE, TRANSFER_IN, TRANSFER_OUT } from "./moves";
import { replayed } from "./replay";

const runs = lawRuns(1_000, 41);
jest.setTimeout(LAW_TIME);

const trade = fc.record({
  qty: fc.integer({ min: 1, max: 20 }),
  value: fc.integer({ min: 0, max: 50_000 }),
  isIn: fc.boolean(),
  moves: fc.nat(19),
});
type Trade = typeof trade extends fc.Arbitrary<infer T> ? T : never;

/** A pool that moves often and is never short, a third of a month a move; some goods go on to another. */
function busy(trades: readonly Trade[]): readonly WrittenMove[] {
  const written: WrittenMove[] = [];
  let there = 0;
  trades.forEach(({ qty, value, isIn, moves }, at) => {
    const day = 46_000 + at * 10;
    if (isIn || there < qty) {
      written.push({ kind: RECEIVE, qty, value, day });
      there += qty;
      return;
    }
    there -= qty;
    if (moves > 0) written.push({ kind: ISSUE, qty, day });
    else written.push({ kind: TRANSFER_OUT, qty, day }, { kind: TRANSFER_IN, qty, pool: 1, day });
  });
  return written;
}

function costing(method: CostingCode, trades: readonly Trade[]) {
  return { moves: movesOf(busy(trades)), pools: poolsOf(method, 2, 4_000_000) };
}

describe.each(["moving-average", "fifo", "lifo", "standard"] as const)("a busy pool by %s", (method) => {
  it("is costed again from a month end near what has changed, and comes to the same", () => {
    let [all, again] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(trade, { minLength: 200, maxLength: 600, size: "max" }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        trade,
        (trades, at, other) => {
          const was = costing(method, trades);
          const place = Math.min(trades.length - 1, Math.floor(at * trades.length));
          const now = costing(method, trades.with(place, { ...trades[place], value: other.value }));
          const costedWas = costNoted(was.moves, was.pools, plainPolicy);
          const before = { ...was, policy: plainPolicy, costed: costedWas };
          const costed = replayed(before, now, plainPolicy);
          expect(costingTold(costed)).toBe(costingTold(costMoves(now.moves, now.pools, plainPolicy)));
          all += now.moves.count;
          again += costed.steps;
        },
      ),
      runs,
    );
    expect(again).toBeLessThan(all / 2);
  });
});
