import type { Costed } from "./costed";
import type { CostingPolicy, Moves, Pools } from "./moves";
import { Pass } from "./pass";
import { sameCosts, shortageGuesses, type ShortCosts } from "./shortage-costs";
import type { Stock } from "./stock";

/** Passes after which shortages that keep moving each other are left as they stand. */
const MOST_PASSES = 200;

/**
 * Costs every move in one pass over the order. Where a shortage was covered later at another cost, the issue
 * is restated and the pass repeated with what is now known, until nothing moves: so whatever followed from
 * the issue (a transfer, a return) follows its restated cost. Source: DOMAIN §5.2, §5.4, §5.8, §5.9, §5.11,
 * §6, §7.
 */
export function costMoves(moves: Moves, pools: Pools, policy: CostingPolicy): Costed {
  let known: ShortCosts = new Map();
  const guess = shortageGuesses();
  for (let round = 1; ; round++) {
    const pass = new Pass(moves, pools, policy, known);
    pass.run(moves.count);
    if (sameCosts(pass.shortCosts, known)) return pass;
    if (round === MOST_PASSES) return pass.settled();
    known = guess(known, pass.shortCosts);
  }
}

/**
 * Stock as it stood before the move `end`, at the restated values of the whole: `costed` is what all moves
 * came to.
 */
export function stockBefore(
  end: number,
  moves: Moves,
  pools: Pools,
  policy: CostingPolicy,
  costed: Costed,
): Stock {
  if (end === moves.count) return costed.stock;
  const pass = new Pass(moves, pools, policy, costed.shortCosts);
  pass.run(end);
  return pass.stock;
}
