import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "../../../test/support/random-moves";
import { costMoves } from "./cost-moves";
import { ISSUE, RECEIVE, UNDO_OUT } from "./moves";
import { originsOf } from "./origins";
import { tracer } from "./traced";

const JANUARY = 46_023;
const FEBRUARY = 46_054;

/** What the cost of a move is made of, averaged by the month, in units and smallest units of money. */
function told(written: readonly WrittenMove[], move: number): readonly string[] {
  const moves = movesOf(written);
  const pools = poolsOf("monthly-average");
  const { qty, value } = costMoves(moves, pools, plainPolicy);
  const { traced } = tracer(moves, pools, plainPolicy)(move);
  const found = originsOf(traced)(move, Math.abs(qty[move]), Math.abs(value[move]));
  return found.map(
    (one) => `${one.kind} ${String(one.move)}: ${(one.qty / 1e6).toFixed(3)}, ${String(one.value)}`,
  );
}

describe("the origins of an issue that was covered out of what came of its own reversal", () => {
  const short = { kind: ISSUE, qty: 5, day: JANUARY };
  const undone = { kind: UNDO_OUT, qty: 5, day: FEBRUARY + 9 };

  it("tell what passed through the reversal once, however often it went round", () => {
    const ten = { kind: RECEIVE, qty: 10, value: 7000, day: FEBRUARY };
    expect(told([short, ten, { ...undone, origin: 0 }], 0)).toEqual([
      "passed 2: 1.667, 1167",
      "came 1: 5.000, 3500",
    ]);
  });

  it("tell so too where another issue asks for what lay in that month", () => {
    const ten = { kind: RECEIVE, qty: 10, value: 7000, day: FEBRUARY };
    const later = { kind: ISSUE, qty: 3, day: FEBRUARY + 10 };
    expect(told([short, ten, { ...undone, origin: 0 }, later], 3)).toEqual([
      "passed 2: 1.000, 700",
      "came 1: 3.000, 2100",
    ]);
  });

  it("tell what was there in the month it went out as it is", () => {
    const two = { kind: RECEIVE, qty: 2, value: 1200, day: JANUARY };
    const ten = { kind: RECEIVE, qty: 10, value: 7000, day: FEBRUARY };
    expect(told([two, { ...short, day: JANUARY + 1 }, ten, { ...undone, origin: 1 }], 1)).toEqual([
      "came 0: 2.500, 1500",
      "passed 3: 1.000, 650",
      "came 2: 2.500, 1750",
    ]);
  });
});
