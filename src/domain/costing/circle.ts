import type { Costed, Foreknown } from "./costed";
import { sameCosts, type ShortCosts } from "./shortage-costs";

/** Passes after which what has neither settled nor come round again is taken to go on for ever. */
const MOST_PASSES = 200;
/** Passes between two that are remembered. */
const REMEMBERED = 8;

/** What leaves for others, and shortages, keep what these say, so that a circle comes to its end. */
type Held = Pick<Foreknown, "frozen" | "shortCosts">;

/**
 * Watches pass after pass for a circle that does not settle, since what rounding makes of one figure turns
 * another over and back: what is known comes round again then. Answers null as long as it may settle, else
 * what to hold fast: of the figures of each move the lowest that it came to on the way round, so that one
 * circle ends the same wherever others stand by then.
 */
export function circling(): (known: Foreknown, pass: Pick<Costed, "value">) => Held | null {
  let passes = 0;
  let remembered: Foreknown | null = null;
  let lowest: Float64Array = new Float64Array(0);
  let cheapest = new Map<number, number>();
  return (known, { value }) => {
    const isRound = remembered !== null && isSameKnown(remembered, known);
    if (isRound || ++passes >= MOST_PASSES) return { frozen: lowest, shortCosts: cheapest };
    if (passes % REMEMBERED === 0) {
      remembered = known;
      lowest = value.slice();
      cheapest = new Map(known.shortCosts);
    } else if (remembered !== null) {
      for (let move = 0; move < value.length; move++)
        if (value[move] < lowest[move]) lowest[move] = value[move];
      lower(cheapest, known.shortCosts);
    }
    return null;
  };
}

function isSameKnown(a: Foreknown, b: Foreknown): boolean {
  for (let span = 0; span < a.arrived.length; span++) if (a.arrived[span] !== b.arrived[span]) return false;
  return sameCosts(a.shortCosts, b.shortCosts);
}

function lower(costs: Map<number, number>, others: ShortCosts): void {
  for (const [move, cost] of others) costs.set(move, Math.min(cost, costs.get(move) ?? cost));
}
