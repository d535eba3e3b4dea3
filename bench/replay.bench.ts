import type { CostingCode } from "../src/domain/book/settings";
import { costMoves, costNoted } from "../src/domain/costing/cost-moves";
import type { Costed } from "../src/domain/costing/costed";
import { type Moves, type Pools, RECEIVE } from "../src/domain/costing/moves";
import { replayed } from "../src/domain/costing/replay";
import { encodedMoves, encodedPools, POLICY } from "./costing.bench";
import { floorMovingAverage } from "./floor";
import { measure, tell } from "./measure";
import type { Work } from "./work";

/** The moves without one of them. */
function without(moves: Moves, gone: number): Moves {
  const left = <T extends Uint8Array | Int32Array | Float64Array>(column: T): T => {
    column.copyWithin(gone, gone + 1);
    return column;
  };
  return {
    ...moves,
    count: moves.count - 1,
    kind: left(moves.kind.slice()),
    pool: left(moves.pool.slice()),
    qty: left(moves.qty.slice()),
    value: left(moves.value.slice()),
    day: left(moves.day.slice()),
  };
}

/** The last receipt before the middle: what is sold later is there without it. */
function middleReceipt({ count, kind }: Moves): number {
  let move = count >> 1;
  while (kind[move] !== RECEIVE) move--;
  return move;
}

function closing({ stock }: Costed): number {
  return stock.value.reduce((sum, one) => sum + one, 0) / 100;
}

/** One document more at the end, in the middle, or one void there, beside costing every line of the book. */
function benchMethod(method: CostingCode, moves: Moves, pools: Pools): void {
  const floor = measure(() => costMoves(moves, pools, POLICY)).median;
  tell(`full pass, ${method}, ${String(moves.count)} lines`, floor);
  const noted = measure(() => costNoted(moves, pools, POLICY));
  const part = `${((noted.median / floor - 1) * 100).toFixed(0)} % for the checkpoints`;
  tell("full pass with month-end checkpoints", noted.median, { floor, note: part });
  const states = {
    whole: moves,
    end: without(moves, moves.count - 1),
    middle: without(moves, middleReceipt(moves)),
  };
  const changes = [
    { what: "one more at the end", was: states.end, now: states.whole },
    { what: "one back-dated to the middle", was: states.middle, now: states.whole },
    { what: "one void in the middle", was: states.whole, now: states.middle },
  ];
  for (const { what, was, now } of changes) {
    const before = { moves: was, pools, policy: POLICY, costed: costNoted(was, pools, POLICY) };
    const { median, answer } = measure(() => replayed(before, { moves: now, pools }, POLICY));
    const full = closing(costMoves(now, pools, POLICY));
    if (closing(answer) !== full) throw new Error(`${what}: ${String(closing(answer))}, not ${String(full)}`);
    tell(what, median, { floor, note: `${String(answer.steps)} lines costed, closing ${full.toFixed(2)}` });
  }
}

/** What a change of a posted book costs where only what it touches is replayed from month-end checkpoints. */
export function benchReplay(work: Work): void {
  tell(`floor, moving average, ${String(work.count)} lines`, measure(() => floorMovingAverage(work)).median);
  for (const method of ["moving-average", "fifo", "lifo"] as const)
    benchMethod(method, encodedMoves(work, 1), encodedPools(method));
}
