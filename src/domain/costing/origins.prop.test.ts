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
import { costMoves } from "./cost-moves";
import { placeIn } from "./excerpts";
import { fatesOf } from "./fates";
import { costingMethods } from "./index";
import { ISSUE, MADE, RECEIVE, TRANSFER_IN } from "./moves";
import { originsOf } from "./origins";
import { tracer } from "./traced";

const runs = lawRuns(1_000, 12);
jest.setTimeout(LAW_TIME);

/** Moves by a method, what they came to, and their origins and fates by the numbers they have among all. */
function lineageOf(method: CostingCode, undated: readonly WrittenMove[]) {
  const written = method === "monthly-average" ? daysApart(undated, 6) : undated;
  const moves = movesOf(written);
  const pools = poolsOf(method, POOLS, 4_000_000);
  const costed = costMoves(moves, pools, plainPolicy);
  const traceOf = tracer(moves, pools, plainPolicy);
  const origins = (move: number) => {
    const { excerpt, traced } = traceOf(move);
    const own = placeIn(excerpt.whole, move);
    const found = originsOf(traced)(own, Math.abs(costed.qty[move]), Math.abs(costed.value[move]));
    return found.map((one) => ({ ...one, move: excerpt.whole[one.move] }));
  };
  const fates = (move: number) => {
    const { excerpt, traced } = traceOf(move);
    const began = new Set([placeIn(excerpt.whole, move)]);
    const found = fatesOf({ ...traced, itemOf: (at) => traced.moves.pool[at] }, began);
    return found.map((one) => ({ ...one, move: one.move === -1 ? -1 : excerpt.whole[one.move] }));
  };
  return { written, costed, origins, fates };
}

type Part = { readonly kind: string; readonly qty: number; readonly value: number };

function total(parts: readonly Part[], column: "qty" | "value", kinds: readonly string[]): number {
  return parts.reduce((sum, part) => sum + (kinds.includes(part.kind) ? part[column] : 0), 0);
}

type Moved = Pick<Part, "qty"> & { readonly move: number };

/** Moves of which two lists say another quantity, but for what is lost where goods are shared out anew. */
function apart(a: readonly Moved[], b: readonly Moved[]): readonly number[] {
  const sums = new Map<number, number>();
  for (const { move, qty } of a) sums.set(move, (sums.get(move) ?? 0) + qty);
  for (const { move, qty } of b) sums.set(move, (sums.get(move) ?? 0) - qty);
  return [...sums].flatMap(([move, qty]) => (Math.abs(qty) > 10 ? [move] : []));
}

/** Whether some goods come of themselves: each way follows those so many rounds, and no further. */
function circles(parts: readonly Part[]): boolean {
  return parts.some(({ kind }) => kind === "circle");
}

const COST = ["came", "added", "labour", "estimate", "lacking", "circle"];

describe.each(COSTING_CODES)("lineage by %s", (method) => {
  it("comes to every cost exactly", () => {
    fc.assert(
      fc.property(fc.boolean().chain(randomMoves), (moves) => {
        const { written, costed, origins } = lineageOf(method, moves);
        written.forEach(({ kind }, move) => {
          if (kind === TRANSFER_IN || costed.qty[move] === 0) return;
          expect([move, total(origins(move), "value", COST)]).toEqual([move, Math.abs(costed.value[move])]);
        });
      }),
      runs,
    );
  });

  it("forward comes to what began and what was added", () => {
    fc.assert(
      fc.property(fc.boolean().chain(randomMoves), (moves) => {
        const { written, costed, fates } = lineageOf(method, moves);
        written.forEach(({ kind }, move) => {
          if (kind !== RECEIVE && kind !== MADE) return;
          const parts = fates(move);
          const ends = total(parts, "value", ["out", "back", "left", "circle"]);
          expect([move, ends]).toEqual([move, total(parts, "value", ["began", "added"])]);
          expect([move, total(parts, "qty", ["began"])]).toEqual([move, costed.qty[move]]);
        });
      }),
      runs,
    );
  });
});

describe.each(COSTING_CODES.filter((code) => costingMethods[code].layered))("lineage by %s", (method) => {
  it("names the same goods both ways", () => {
    const plain = randomMoves(false).map((moves) => moves.filter(({ kind }) => kind !== MADE));
    fc.assert(
      fc.property(plain, (moves) => {
        fc.pre(moves.every(({ origin }) => origin === undefined));
        const { written, origins, fates } = lineageOf(method, moves);
        written.forEach((from, receipt) => {
          if (from.kind !== RECEIVE || circles(fates(receipt))) return;
          const gone = fates(receipt).filter(({ kind, move }) => kind === "out" && !circles(origins(move)));
          const named = written.flatMap(({ kind }, move) =>
            kind !== ISSUE || circles(origins(move))
              ? []
              : origins(move)
                  .filter((one) => one.kind === "came" && one.move === receipt)
                  .map(({ qty }) => ({ move, qty })),
          );
          expect([receipt, apart(gone, named)]).toEqual([receipt, []]);
        });
      }),
      runs,
    );
  });
});
