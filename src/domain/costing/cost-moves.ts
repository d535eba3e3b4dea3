import type { Costed, Foreknown } from "./costed";
import type { CostingPolicy, Moves, Pools } from "./moves";
import { monthSpans } from "./month-spans";
import { Pass } from "./pass";
import { sameCosts, shortageGuesses } from "./shortage-costs";
import { strides } from "./strides";
import type { Stock } from "./stock";

/** Passes after which what keeps moving in a circle is left as it stands, at figures that tie. */
const MOST_PASSES = 200;

/**
 * Costs every move in one pass over the order. Where a shortage was covered later at another cost, the issue
 * is restated and the pass repeated with what is now known, until nothing moves: so whatever followed from
 * the issue (a transfer, a return) follows its restated cost. So too where a month is averaged and what came
 * in by transfer depends on other averages: circles are solved together. Source: DOMAIN §5.2–5.4, §5.8, §5.9,
 * §5.11, §6, §7.
 */
export function costMoves(moves: Moves, pools: Pools, policy: CostingPolicy): Costed {
  return costed(moves, pools, policy, false);
}

/** The same, and what pools held at month ends is noted down: a costing that can be replayed from there. */
export function costNoted(moves: Moves, pools: Pools, policy: CostingPolicy): Costed {
  return costed(moves, pools, policy, true);
}

function costed(moves: Moves, pools: Pools, policy: CostingPolicy, notes: boolean): Costed {
  const spans = monthSpans(moves, pools);
  let known: Foreknown = { shortCosts: new Map(), spans, arrived: spans?.value ?? [], frozen: null };
  const guess = shortageGuesses();
  const stride = strides();
  for (let round = 1; ; round++) {
    const pass = new Pass(moves, pools, policy, known, { start: null, notes });
    pass.run(moves.count, Infinity);
    const isSettled = pass.areMonthsSettled() || known.frozen !== null;
    if (isSettled && sameCosts(pass.shortCosts, known.shortCosts)) return pass;
    const isLast = round >= MOST_PASSES;
    if (isLast && (spans === null || known.frozen !== null)) return pass.settled();
    const { arrived } = known;
    known = {
      spans,
      arrived: Array.from(pass.arrived, (value, span) =>
        isLast ? value : stride(span, arrived[span], value),
      ),
      frozen: isLast ? pass.value : null,
      shortCosts: guess(known.shortCosts, pass.shortCosts),
    };
  }
}

/** A time in the ledger: before the move `end`, changes of method up to the day `through` (included) done. */
export interface Until {
  readonly end: number;
  readonly through: number;
}

/**
 * Stock as it stood then, at the restated values of the whole: `costed` is what all moves came to.
 */
export function stockBefore(
  { end, through }: Until,
  moves: Moves,
  pools: Pools,
  policy: CostingPolicy,
  costed: Costed,
): Stock {
  const isAllDone = pools.changes.every(({ day }) => day <= through);
  if (end === moves.count && isAllDone) return costed.stock;
  const known = { ...costed.known, spans: monthSpans(moves, pools), shortCosts: costed.shortCosts };
  const pass = new Pass(moves, pools, policy, known);
  pass.run(end, through);
  return pass.stock;
}
