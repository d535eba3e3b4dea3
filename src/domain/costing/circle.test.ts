import { movesOf, plainPolicy, type WrittenMove } from "../../../test/support/random-moves";
import { circling } from "./circle";
import { costMoves } from "./cost-moves";
import type { Costed, Foreknown } from "./costed";
import { ISSUE, MADE, type Pools, RECEIVE, TRANSFER_IN, TRANSFER_OUT } from "./moves";

const DAY = 46_023;
const out = (pool: number, qty: number, day = 0): WrittenMove => ({ kind: ISSUE, pool, qty, day: DAY + day });
const come = (pool: number, qty: number, value: number): WrittenMove => ({
  ...{ kind: RECEIVE, pool, qty, value, day: DAY },
});
const made = (pool: number, qty: number, from: number, extra = 0): WrittenMove => ({
  ...{ kind: MADE, pool, qty, from: [from], extra, day: DAY + 1 },
});
const sent = (pool: number, to: number, qty: number): readonly WrittenMove[] => [
  { kind: TRANSFER_OUT, pool, qty, day: DAY + 5 },
  { kind: TRANSFER_IN, pool: to, qty, day: DAY + 5 },
];

/** Costs moves of a pool that is averaged by the month, and of two that are averaged as goods move. */
function costed(written: readonly WrittenMove[]): Costed {
  const count = 3;
  const pools: Pools = {
    ...{ count, method: ["monthly-average", "moving-average", "moving-average"], standard: null },
    ...{ fallback: new Float64Array(count).fill(4_000_000), changes: [], closedEnds: [] },
  };
  return costMoves(movesOf(written), pools, { ...plainPolicy, moneyDecimals: 4 });
}

/** Costs moves of two pools that are averaged by the month, in cents. */
function averaged(written: readonly WrittenMove[]): Costed {
  const pools: Pools = {
    ...{ count: 2, method: ["monthly-average", "monthly-average"], standard: null },
    ...{ fallback: new Float64Array(2).fill(4_000_000), changes: [], closedEnds: [] },
  };
  return costMoves(movesOf(written), pools, plainPolicy);
}

/** What does not tie: pools, transfers, and what was made. */
function untied(written: readonly WrittenMove[], { qty, value, stock }: Costed): readonly string[] {
  const pools = Array.from(stock.value, (worth, pool) => {
    const moved = written.reduce((sum, move, i) => sum + (move.pool === pool ? value[i] : 0), 0);
    if (moved !== worth) return `pool ${String(pool)} holds ${String(worth)}, not ${String(moved)}`;
    return stock.qty[pool] === 0 && worth !== 0 ? `pool ${String(pool)} is empty, not worthless` : "";
  });
  const moves = written.map(({ kind, from, extra = 0 }, i) => {
    const brought = from === undefined ? value[i] : from.reduce((sum, one) => sum - value[one], extra);
    const sends = kind === TRANSFER_OUT ? value[i + 1] : -value[i];
    return brought === value[i] && sends === -value[i] && qty[i] !== 0 ? "" : `move ${String(i)}`;
  });
  return [...pools, ...moves].filter((each) => each !== "");
}

describe("a circle that does not settle", () => {
  it("ties where goods that were not there are sent round and cover what was short", () => {
    const moves = [out(2, 10), out(1, 8), ...sent(2, 0, 5), out(2, 17, 5), ...sent(0, 2, 19)];
    expect(untied(moves, costed(moves))).toEqual([]);
  });

  it("ties where what was not there becomes part of what it is made of", () => {
    const moves = [
      ...[out(1, 3), out(1, 16), made(0, 11, 1), come(1, 10, 18_414), come(2, 13, 40_149)],
      ...[out(0, 11, 2), made(1, 3, 5, 3286), out(1, 1, 3)],
    ];
    expect(untied(moves, costed(moves))).toEqual([]);
  });

  it("is known as soon as what is known comes round again, and the lowest figures on the way are kept", () => {
    const known = (cost: number): Foreknown => ({
      ...{ shortCosts: new Map([[0, cost]]), spans: null, arrived: [cost], frozen: null },
    });
    const watch = circling(() => undefined);
    const told = Array.from({ length: 20 }, (_, i) =>
      watch(known(i < 6 ? 100 - i : 40 + (i % 2)), { value: Float64Array.of(-40 - (i % 2)) }),
    ).find((held) => held !== null);
    expect(told).toEqual({ frozen: Float64Array.of(-41), shortCosts: new Map([[0, 40]]) });
  });

  it("is one only if what is known comes round again step by step, without long strides", () => {
    const calm = jest.fn();
    const watch = circling(calm);
    const known = (cost: number): Foreknown => ({
      ...{ shortCosts: new Map(), spans: null, arrived: [cost], frozen: null },
    });
    const told = Array.from({ length: 40 }, (_, i) => {
      const isCalm = calm.mock.calls.length > 0;
      return watch(known(isCalm ? 1000 + i : i % 2), { value: Float64Array.of(1) });
    });
    expect(calm).toHaveBeenCalledTimes(1);
    expect(told.every((held) => held === null)).toBe(true);
  });
});

describe("a circle that settles", () => {
  it("is brought to its end where long strides come round past it: each pool keeps its quantity at its average", () => {
    const moves = [
      come(0, 11, 32_622),
      come(1, 3, 16_346),
      ...sent(1, 0, 2),
      out(0, 11, 5),
      ...sent(0, 1, 1),
    ];
    const { value, stock } = averaged(moves);
    expect([...value]).toEqual([32_622, 16_346, -9804, 9804, -35_899, -3263, 3263]);
    expect([...stock.value]).toEqual([3264, 9805]);
  });
});

describe("a transfer of more than was there", () => {
  it("brings what rounding had left there along with what is owed", () => {
    const moves = [
      ...[come(0, 18, 39_859), come(0, 1, 162_442), out(0, 1), out(0, 10), out(0, 8)],
      ...sent(0, 2, 5),
    ];
    expect(untied(moves, costed(moves))).toEqual([]);
  });
});
