import { costMoves } from "./cost-moves";
import { type Excerpt, excerpts } from "./excerpts";
import { monthSpans } from "./month-spans";
import type { CostingPolicy, Moves, Pools } from "./moves";
import type { TracedMoves } from "./back-walk";
import { TracedPass } from "./traced-pass";
import { followed } from "./trail";

/** An excerpt with what happened to its goods. */
export interface TracedExcerpt {
  readonly excerpt: Excerpt;
  readonly traced: TracedMoves;
  /** The pool that a cell of the trail is in. */
  readonly poolOf: (cell: number) => number;
}

function trace(excerpt: Excerpt, policy: CostingPolicy): TracedExcerpt {
  const { moves, pools } = excerpt;
  const costed = costMoves(moves, pools, policy);
  const spans = monthSpans(moves, pools);
  const pass = new TracedPass(moves, pools, policy, {
    ...costed.known,
    spans,
  });
  pass.run(moves.count);
  const { qty, value, trail } = pass;
  const poolOf = (cell: number): number => pass.poolOfCell.get(cell) ?? cell;
  return { excerpt, traced: { ...followed(trail), moves, qty, value }, poolOf };
}

/** Traces the moves of all pools whose cost a move's own can touch; each of them once. */
export function tracer(moves: Moves, pools: Pools, policy: CostingPolicy): (move: number) => TracedExcerpt {
  const excerptOf = excerpts(moves, pools);
  const known = new Map<Excerpt, TracedExcerpt>();
  return (move) => {
    const excerpt = excerptOf(move);
    const traced = known.get(excerpt) ?? trace(excerpt, policy);
    known.set(excerpt, traced);
    return traced;
  };
}
