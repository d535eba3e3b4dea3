import type { CostingCode } from "../src/domain/book/settings";
import { costMoves, costNoted } from "../src/domain/costing/cost-moves";
import type { Costed } from "../src/domain/costing/costed";
import { type Moves, RECEIVE } from "../src/domain/costing/moves";
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

/** A time beside that of the full pass. */
function besideFull(least: number, full: number, note: string): string {
  return `${(least / full).toFixed(2)} of the full pass, ${note}`;
}

/**
 * One document more at the end, in the middle, or one void there, beside costing every line of the book: the
 * least of several runs, since all of them are short.
 */
function benchMethod(method: CostingCode, moves: Moves, floor: number): void {
  const pools = encodedPools(method);
  const full = measure(() => costMoves(moves, pools, POLICY), 15).least;
  tell(`full pass, ${method}, ${String(moves.count)} lines`, full, { floor });
  const first = measure(() => replayed(null, { moves, pools }, POLICY), 15).least;
  tell("a book costed first, which notes nothing down", first, {
    floor,
    note: besideFull(first, full, "all lines costed"),
  });
  const noted = measure(() => costNoted(moves, pools, POLICY), 15).least;
  tell("with month-end checkpoints, once it has changed", noted, {
    floor,
    note: besideFull(noted, full, "all lines costed"),
  });
  const middle = without(moves, middleReceipt(moves));
  const changes = [
    { what: "one more at the end", was: without(moves, moves.count - 1), now: moves },
    { what: "one back-dated to the middle", was: middle, now: moves },
    { what: "one void in the middle", was: moves, now: middle },
  ];
  for (const { what, was, now } of changes) {
    const before = { moves: was, pools, policy: POLICY, costed: costNoted(was, pools, POLICY) };
    const { least, answer } = measure(() => replayed(before, { moves: now, pools }, POLICY), 15);
    const whole = closing(costMoves(now, pools, POLICY));
    if (closing(answer) !== whole)
      throw new Error(`${what}: ${String(closing(answer))}, not ${String(whole)}`);
    const note = `${String(answer.steps)} lines costed, closing ${whole.toFixed(2)}`;
    tell(what, least, { floor, note: besideFull(least, full, note) });
  }
}

/** What a change of a posted book costs where only what it touches is replayed from month-end checkpoints. */
export function benchReplay(work: Work): void {
  const floor = measure(() => floorMovingAverage(work), 15).least;
  tell(`floor, moving average, ${String(work.count)} lines`, floor);
  for (const method of ["moving-average", "fifo", "lifo"] as const)
    benchMethod(method, encodedMoves(work, 1), floor);
}
