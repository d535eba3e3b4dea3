import * as fc from "fast-check";
import {
  movesInWorlds,
  movesOf,
  plainPolicy,
  poolsOf,
  POOLS,
  WORLDS,
  type WorldStep,
  worldSteps,
  type WrittenMove,
} from "../../../test/support/random-moves";
import { costingTold } from "../../../test/support/costing-told";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";
import { COSTING_CODES, type CostingCode } from "../book/settings";
import { costMoves, costNoted } from "./cost-moves";
import { ISSUE, MADE } from "./moves";
import { type KeptCosting, replayed } from "./replay";

/** An average of the month is never replayed: for it, this only shows that it is not. */
const runs = lawRuns(1_000, 23);
jest.setTimeout(LAW_TIME);

/** Something is put into a book at a place, taken out, or replaced. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(2),
  came: fc.array(worldSteps, { maxLength: 2 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(steps: readonly WorldStep[], { at, gone, came }: Edit): readonly WorldStep[] {
  const place = Math.round(at * steps.length);
  return [...steps.slice(0, place), ...came, ...steps.slice(place + gone)];
}

/** Of every third thing made, something goes in only after it was made. */
function someAhead(written: readonly WrittenMove[]): readonly WrittenMove[] {
  const world = ({ pool = 0 }: WrittenMove): number => Math.floor(pool / POOLS);
  const used = new Set(written.flatMap(({ from = [] }) => from));
  return written.map((move, i) => {
    if (move.kind !== MADE || (move.value ?? i) % 3 !== 0) return move;
    const later = written.findIndex(
      (each, at) => at > i && each.kind === ISSUE && world(each) === world(move) && !used.has(at),
    );
    if (later === -1) return move;
    used.add(later);
    return { ...move, from: [...(move.from ?? []), later] };
  });
}

function kept(method: CostingCode, written: readonly WrittenMove[], before: KeptCosting | null): KeptCosting {
  const now = { moves: movesOf(written), pools: poolsOf(method, POOLS * WORLDS, 4_000_000) };
  return { ...now, policy: plainPolicy, costed: replayed(before, now, plainPolicy) };
}

/** The same costed for the first time, and noted down as if it had changed before. */
function noted(method: CostingCode, written: readonly WrittenMove[]): KeptCosting {
  const now = { moves: movesOf(written), pools: poolsOf(method, POOLS * WORLDS, 4_000_000) };
  return { ...now, policy: plainPolicy, costed: costNoted(now.moves, now.pools, plainPolicy) };
}

describe.each(COSTING_CODES)("%s, replayed", (method) => {
  it("comes to what costing every move comes to, whatever is put in, taken out or replaced", () => {
    let saved = 0;
    fc.assert(
      fc.property(
        fc.nat(24),
        fc.array(worldSteps, { minLength: 2, maxLength: 300, size: "max" }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (sort, first, edits) => {
          let steps: readonly WorldStep[] = first;
          const written = (): readonly WrittenMove[] => {
            const moves = movesInWorlds(steps, sort === 0);
            return sort === 1 ? someAhead(moves) : moves;
          };
          let before = sort % 2 === 0 ? noted(method, written()) : kept(method, written(), null);
          for (const each of edits) {
            steps = edited(steps, each);
            before = kept(method, written(), before);
            const { moves, pools, costed } = before;
            expect(costingTold(costed)).toBe(costingTold(costMoves(moves, pools, plainPolicy)));
            saved += moves.count - costed.steps;
          }
        },
      ),
      runs,
    );
    if (method !== "monthly-average") expect(saved).toBeGreaterThan(runs.numRuns * 20);
  });
});
