import type { CostingCode } from "../src/domain/book/settings";
import { costMoves } from "../src/domain/costing/cost-moves";
import { type CostingPolicy, ISSUE, type Moves, type Pools, RECEIVE } from "../src/domain/costing/moves";
import { floorFifo, floorLifo, floorMovingAverage } from "./floor";
import { measure, tell } from "./measure";
import { FIRST_DAY, WORK, type Work } from "./work";

const MILLION = 1_000_000;
/** The choices of a book that says nothing. */
export const POLICY = {
  ...{ moneyDecimals: 2, shortageCost: "last", countGainCost: "current" },
  transferDate: "original",
} as const satisfies CostingPolicy;

/**
 * The work as encoded moves; in the second round quantities are 1,000 times as large, with 3 decimals of
 * their own.
 */
export function encodedMoves({ count, item, warehouse, kind, qty, cents, day }: Work, times: number): Moves {
  return {
    count,
    kind: kind.map((sold) => (sold === 1 ? ISSUE : RECEIVE)),
    pool: item.map((of, k) => of * WORK.warehouses + warehouse[k]),
    qty: qty.map((n) => n * times * MILLION),
    value: qty.map((n, k) => (kind[k] === 1 ? NaN : n * times * cents[k])),
    origin: null,
    conversions: [],
    day: day.map((since) => FIRST_DAY + since),
  };
}

/** Pools of one method, one for every item in every warehouse. */
export function encodedPools(method: CostingCode): Pools {
  const count = WORK.items * WORK.warehouses;
  return {
    count,
    method: Array<CostingCode>(count).fill(method),
    fallback: new Float64Array(count).fill(NaN),
    standard: null,
    changes: [],
    closedEnds: [],
  };
}

/** Costing from encoded columns beside one pass over typed columns; in thousands of lines a second. */
export function benchCosting(work: Work): void {
  const floors = {
    "moving-average": measure(() => floorMovingAverage(work)),
    fifo: measure(() => floorFifo(work)),
    lifo: measure(() => floorLifo(work)),
  };
  for (const method of ["moving-average", "fifo", "lifo"] as const satisfies readonly CostingCode[]) {
    const floor = floors[method];
    tell(`floor, ${method}, ${String(work.count)} lines`, floor.median, { note: floor.answer.toFixed(2) });
    for (const times of [1, 1000]) {
      const moves = encodedMoves(work, times);
      const given = encodedPools(method);
      const { median, answer } = measure(() => costMoves(moves, given, POLICY));
      const closing = answer.stock.value.reduce((sum, one) => sum + one, 0) / 100;
      const speed = `${(work.count / median / 1000).toFixed(1)} M lines/s, closing ${closing.toFixed(2)}`;
      tell(`${method}, quantities × ${String(times)}`, median, { floor: floor.median, note: speed });
    }
  }
}
