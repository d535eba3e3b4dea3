import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "../../../test/support/random-moves";
import type { CostingCode } from "../book/settings";
import { costMoves } from "./cost-moves";
import { fatesOf } from "./fates";
import { ISSUE, RECEIVE, TO_STANDARD, TRANSFER_IN, TRANSFER_OUT, UNDO_OUT } from "./moves";
import { originsOf } from "./origins";
import { tracer } from "./traced";

const JANUARY = 46_023;
const FEBRUARY = 46_054;

interface Part {
  readonly kind: string;
  readonly move: number;
  readonly qty: number;
  readonly value: number;
}

/** Parts, in units and smallest units of money. */
function lines(parts: readonly Part[]): readonly string[] {
  return parts.map(({ kind, move, qty, value }) => {
    return `${kind} ${String(move)}: ${(qty / 1e6).toFixed(3)}, ${String(value)}`;
  });
}

/** What the cost of a move is made of; of two pools. */
function told(
  written: readonly WrittenMove[],
  move: number,
  method: CostingCode = "monthly-average",
): readonly string[] {
  const moves = movesOf(written);
  const pools = poolsOf(method, 2, 1_000_000);
  const { qty, value } = costMoves(moves, pools, plainPolicy);
  const { traced } = tracer(moves, pools, plainPolicy)(move);
  return lines(originsOf(traced)(move, Math.abs(qty[move]), Math.abs(value[move])));
}

/** Where the goods of a receipt went; of two pools. */
function fates(written: readonly WrittenMove[], move: number, method: CostingCode): readonly string[] {
  const standard = method === "standard" ? Float64Array.of(6_000_000, 4_000_000) : null;
  const pools = { ...poolsOf(method, 2, 1_000_000), standard };
  const { traced } = tracer(movesOf(written), pools, plainPolicy)(move);
  return lines(fatesOf({ ...traced, itemOf: () => 0 }, new Set([move])));
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

describe("goods sent to where they cover what was short", () => {
  const sent = (qty: number): readonly WrittenMove[] => [
    { kind: TRANSFER_OUT, qty, pool: 1 },
    { kind: TRANSFER_IN, qty, pool: 0 },
  ];

  it("are, in layers, the oldest of those sent; what stays there is the rest, both ways", () => {
    const written = [
      { kind: ISSUE, qty: 10 },
      { kind: RECEIVE, qty: 10, value: 4000, pool: 1 },
      { kind: RECEIVE, qty: 5, value: 3000, pool: 1 },
      ...sent(15),
      { kind: ISSUE, qty: 5 },
    ];
    expect(told(written, 0, "fifo")).toEqual(["passed 3: 10.000, 4000", "came 1: 10.000, 4000"]);
    expect(told(written, 5, "fifo")).toEqual(["passed 3: 5.000, 3000", "came 2: 5.000, 3000"]);
    expect(fates(written, 1, "fifo")).toEqual([
      "began 1: 10.000, 4000",
      "passed 3: 10.000, 4000",
      "out 0: 10.000, 4000",
    ]);
    expect(fates(written, 2, "fifo")).toEqual([
      "began 2: 5.000, 3000",
      "passed 3: 5.000, 3000",
      "out 5: 5.000, 3000",
    ]);
  });

  it("are told to have come to what they were worth and what another standard adds", () => {
    const written = [
      { kind: ISSUE, qty: 10 },
      { kind: RECEIVE, qty: 10, value: 4000, pool: 1 },
      ...sent(10),
      { kind: TO_STANDARD, qty: 0 },
    ];
    expect(fates(written, 1, "standard")).toEqual([
      "began 1: 10.000, 4000",
      "passed 2: 10.000, 4000",
      "out 0: 10.000, 6000",
      "added 4: 0.000, 2000",
    ]);
  });
});
