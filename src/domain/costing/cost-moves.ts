import { circling } from "./circle";
import type { Costed, Foreknown } from "./costed";
import { type CostingPolicy, type Moves, type Pools, UNDO_OUT } from "./moves";
import { ARRIVES, monthSpans } from "./month-spans";
import { Pass } from "./pass";
import { sameCosts, shortageGuesses } from "./shortage-costs";
import { strides } from "./strides";
import type { Stock } from "./stock";

/** Passes that a circle is given to come to its end once what leaves for others keeps its cost. */
const LAST_PASSES = 8;

/** Passes that averages are given to follow what shortages are booked at, before those are restated. */
const FIRST_PASSES = 8;

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
  const heldFast = circling(() => {
    stride.calm();
    guess.calm();
  });
  let passes = 0;
  let isFollowed = spans === null;
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
    const { arrived, shortCosts } = known;
    isFollowed ||= ++passes >= FIRST_PASSES || pass.areMonthsSettled() || !takesShortBack(moves, pass);
    known = {
      spans,
      arrived: Array.from(pass.arrived, (value, span) => stride.next(span, arrived[span], value)),
      frozen: null,
      shortCosts: isFollowed ? guess.next(shortCosts, pass.shortCosts) : shortCosts,
    };
  }
}

/**
 * Whether something takes back in a later month what was short: then the one costs what the other does, and
 * only what the shortage was booked at says what that is.
 */
function takesShortBack({ kind, origin }: Moves, { shortCosts, known: { spans } }: Pass): boolean {
  if (origin === null || spans === null || shortCosts.size === 0) return false;
  return origin.some(
    (of, move) => kind[move] === UNDO_OUT && spans.role[move] === ARRIVES && shortCosts.has(of),
  );
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
