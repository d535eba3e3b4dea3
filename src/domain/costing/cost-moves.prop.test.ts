import * as fc from "fast-check";
import {
  daysApart,
  movesOf,
  plainPolicy,
  poolsOf,
  POOLS,
  randomMoves,
  type WrittenMove,
} from "../../../test/support/random-moves";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";
import { COSTING_CODES, type CostingCode } from "../book/settings";
import { monthText } from "../kernel/day";
import { mulDiv } from "../kernel/mul-div";
import { costMoves, stockBefore } from "./cost-moves";
import type { Costed } from "./costed";
import { costingMethods } from "./index";
import {
  RECEIVE,
  REPRICE,
  RETURN_OUT,
  REVALUE,
  REVALUE_TO,
  TO_STANDARD,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "./moves";
import type { Stock } from "./stock";

const runs = lawRuns(1_000, 11);
jest.setTimeout(LAW_TIME);
const policies = fc.record({
  moneyDecimals: fc.constant(2),
  shortageCost: fc.constantFrom("last" as const, "zero" as const),
  countGainCost: fc.constantFrom("current" as const, "oldest" as const),
  transferDate: fc.constant("original" as const),
});

function costed(method: CostingCode, written: readonly WrittenMove[], policy = plainPolicy): Costed {
  return costMoves(movesOf(written), poolsOf(method, POOLS, 4_000_000), policy);
}

/** What the moves come to in every pool. */
function sums(written: readonly WrittenMove[], column: Float64Array): number[] {
  const total = Array.from({ length: POOLS }, () => 0);
  written.forEach(({ pool = 0 }, i) => (total[pool] += column[i]));
  return total;
}

/** The moves as they may be dated, and the ends at which a method has costed for good what came before. */
function dated(method: CostingCode, written: readonly WrittenMove[]): readonly WrittenMove[] {
  return method === "monthly-average" ? daysApart(written, 6) : written;
}

/** True where what comes later leaves all before it as it is: for an average of the month, at its end. */
function isEnd(method: CostingCode, written: readonly WrittenMove[], end: number): boolean {
  if (method !== "monthly-average" || end === 0 || end === written.length) return true;
  const month = (i: number): string => monthText(written[i].day ?? 0);
  return month(end - 1) !== month(end);
}

function layersOf({ layers }: Stock, pool: number): { readonly qty: number; readonly value: number }[] {
  const left: { readonly qty: number; readonly value: number }[] = [];
  for (let layer = layers.head[pool]; layer !== -1; layer = layers.next[layer])
    left.push({ qty: layers.qty[layer], value: layers.value[layer] });
  return left;
}

describe.each(COSTING_CODES)("%s", (method) => {
  it("neither creates nor loses quantity or value, whatever comes in and goes out", () => {
    fc.assert(
      fc.property(fc.boolean().chain(randomMoves), policies, (undated, policy) => {
        const written = dated(method, undated);
        const { qty, value, stock, variance } = costed(method, written, policy);
        expect(sums(written, qty)).toEqual([...stock.qty]);
        expect(sums(written, value)).toEqual([...stock.value]);
        written.forEach((move, i) => {
          if (move.kind === RECEIVE) expect(value[i] + (variance?.[i] ?? 0)).toBe(move.value);
          if (move.kind === TRANSFER_OUT) expect(value[i] + value[i + 1]).toBe(0);
          const used = move.from?.reduce((sum, source) => sum - value[source], move.extra ?? 0);
          if (used !== undefined) expect(value[i] + (variance?.[i] ?? 0)).toBe(used);
        });
      }),
      runs,
    );
  });

  it("leaves no value where nothing is, and nothing negative where nothing ran short", () => {
    fc.assert(
      fc.property(randomMoves(false), (undated) => {
        const written = dated(method, undated);
        const { qty, value } = costed(method, written);
        const there = Array.from({ length: POOLS }, () => 0);
        const worth = Array.from({ length: POOLS }, () => 0);
        const wrong = written.filter(({ pool = 0 }, i) => {
          there[pool] += qty[i];
          worth[pool] += value[i];
          if (!isEnd(method, written, i + 1)) return false;
          return there[pool] < 0 || worth[pool] < 0 || (there[pool] === 0 && worth[pool] !== 0);
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  it("leaves nothing to settle once what ran short has been covered: quantity 0 is worth nothing", () => {
    fc.assert(
      fc.property(randomMoves(true), policies, (undated, policy) => {
        const written = dated(method, undated);
        const { stock } = costed(method, written, policy);
        stock.qty.forEach((qty, pool) => {
          if (qty === 0) expect(stock.value[pool]).toBe(0);
          const short = (stock.shortages.get(pool) ?? []).reduce((sum, one) => sum + one.qty, 0);
          expect(short).toBe(Math.max(0, -qty));
        });
      }),
      runs,
    );
  });

  it("stands at any moment where a book that ended then would stand, if nothing ran short", () => {
    fc.assert(
      fc.property(randomMoves(false), fc.nat(40), (undated, at) => {
        const written = dated(method, undated);
        let end = Math.min(at, written.length);
        while (!isEnd(method, written, end)) end++;
        const pools = poolsOf(method, POOLS, 4_000_000);
        const all = costMoves(movesOf(written), pools, plainPolicy);
        const then = stockBefore({ end, through: Infinity }, movesOf(written), pools, plainPolicy, all);
        const ended = costMoves(movesOf(written.slice(0, end)), pools, plainPolicy).stock;
        expect([...then.qty, ...then.value]).toEqual([...ended.qty, ...ended.value]);
        for (let pool = 0; pool < POOLS; pool++) expect(layersOf(then, pool)).toEqual(layersOf(ended, pool));
      }),
      runs,
    );
  });
});

describe("goods at standard cost", () => {
  /** What pools are worth at the standard after each move, in the order of the moves. */
  function atStandard(written: readonly WrittenMove[], qty: Float64Array): readonly number[] {
    const there = Array.from({ length: POOLS }, () => 0);
    const standard = Array.from({ length: POOLS }, () => 4_000_000);
    return written.map(({ kind, pool = 0, value = NaN }, i) => {
      if (kind === REPRICE || kind === REVALUE_TO) standard[pool] = value;
      there[pool] += qty[i];
      return mulDiv(there[pool], standard[pool], 10 ** 10);
    });
  }

  it("are worth their quantity at the standard after every move, and what they cost besides is a variance", () => {
    fc.assert(
      fc.property(randomMoves(false), (written) => {
        const { qty, value, variance } = costed("standard", written);
        const worth = Array.from({ length: POOLS }, () => 0);
        const wanted = atStandard(written, qty);
        const wrong = written.filter(({ kind, pool = 0 }, i) => {
          worth[pool] += value[i];
          return kind !== TRANSFER_IN && worth[pool] !== wanted[i];
        });
        expect(wrong).toEqual([]);
        written.forEach(({ kind, origin = -1, value: said }, i) => {
          const cost = value[i] + (variance?.[i] ?? 0);
          if (kind === TO_STANDARD) expect(cost).toBe(0);
          if (kind === REVALUE && value[i] === 0 && variance?.[i] !== 0) expect(cost).toBe(said);
          if (kind === RETURN_OUT && qty[i] === -qty[origin])
            expect(-cost).toBe(value[origin] + (variance?.[origin] ?? 0));
        });
      }),
      runs,
    );
  });
});

describe.each(COSTING_CODES.filter((code) => costingMethods[code].layered))("the layers of %s", (method) => {
  it("come to what their pool holds, none negative and none worth something while empty", () => {
    fc.assert(
      fc.property(fc.boolean().chain(randomMoves), policies, (written, policy) => {
        const { stock } = costed(method, written, policy);
        for (let pool = 0; pool < POOLS; pool++) {
          const layers = layersOf(stock, pool);
          const total = (column: "qty" | "value"): number =>
            layers.reduce((sum, one) => sum + one[column], 0);
          expect(total("qty")).toBe(Math.max(0, stock.qty[pool]));
          if (stock.qty[pool] >= 0) expect(total("value")).toBe(stock.value[pool]);
          for (const { qty, value } of layers) {
            expect(Math.min(qty, value)).toBeGreaterThanOrEqual(0);
            if (qty === 0) expect(value).toBe(0);
          }
        }
      }),
      runs,
    );
  });
});
