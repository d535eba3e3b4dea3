import { circling } from "./circle";
import type { Costed, Foreknown } from "./costed";
import type { CostingPolicy, Moves, Pools } from "./moves";
import { monthSpans } from "./month-spans";
import { Pass } from "./pass";
import { sameCosts, shortageGuesses } from "./shortage-costs";
import { strides } from "./strides";
import type { Stock } from "./stock";

/** Passes that a circle is given to come to its end once what leaves for others keeps its cost. */
const LAST_PASSES = 8;

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
  const heldFast = circling();
  const passWith = (next: Foreknown): Pass => {
    const pass = new Pass(moves, pools, policy, next, { start: null, notes });
    pass.run(moves.count, Infinity);
    return pass;
  };
  for (;;) {
    const pass = passWith(known);
    if (isSettled(pass)) return pass;
    const held = heldFast(known, pass);
    if (held !== null) return ended({ spans, arrived: pass.arrived, ...held }, passWith);
    const { arrived } = known;
    known = {
      spans,
      arrived: Array.from(pass.arrived, (value, span) => stride(span, arrived[span], value)),
      frozen: null,
      shortCosts: guess(known.shortCosts, pass.shortCosts),
    };
  }
}

function isSettled(pass: Pass): boolean {
  return pass.areMonthsSettled() && sameCosts(pass.shortCosts, pass.known.shortCosts);
}

/** Brings a circle to its end that does not settle: whichever pass is the last, its figures tie. */
function ended(held: Foreknown, passWith: (known: Foreknown) => Pass): Pass {
  let pass = passWith(held);
  for (let round = 1; round < LAST_PASSES && !isSettled(pass); round++)
    pass = passWith({ ...held, arrived: pass.arrived, shortCosts: pass.shortCosts });
  return pass;
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
  const known = { ...costed.known, spans: monthSpans(moves, pools) };
  const pass = new Pass(moves, pools, policy, known);
  pass.run(end, through);
  return pass.stock;
}
