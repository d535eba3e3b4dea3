import type { Costed, Foreknown } from "./costed";
import { sameCosts, type ShortCosts } from "./shortage-costs";

/** Passes after which what has neither settled nor come round again is taken to go on for ever. */
const MOST_PASSES = 200;
/** Passes between two that are remembered. */
const REMEMBERED = 8;

/** What leaves for others, and shortages, keep what these say, so that a circle comes to its end. */
type Held = Pick<Foreknown, "frozen" | "shortCosts">;

/**
 * Watches pass after pass for a circle that does not settle: what rounding makes of one figure turns another
 * over and back, and what is known comes round again. If long strides led there, past an end, `calm` asks for
 * single ones. Answers null as long as it may settle, else what to hold fast: of the figures of each move the
 * lowest on the way round, so that one circle ends the same wherever others stand by then.
 */
export function circling(calm: () => void): (known: Foreknown, pass: Pick<Costed, "value">) => Held | null {
  const round = lap();
  let passes = 0;
  let isCalm = false;
  return (known, { value }) => {
    const isRound = round.isBackAt(known);
    if ((isRound && isCalm) || ++passes >= MOST_PASSES) return round.held();
    if (isRound) calm();
    isCalm ||= isRound;
    if (isRound || passes % REMEMBERED === 0) round.begin(known, value);
    else round.goOn(known, value);
    return null;
  };
}

/** A way round: where it began, and the lowest figures on it. */
function lap() {
  let first: Foreknown | null = null;
  let lowest: Float64Array = new Float64Array(0);
  let cheapest = new Map<number, number>();
  return {
    isBackAt: (known: Foreknown): boolean => first !== null && isSameKnown(first, known),
    held: (): Held => ({ frozen: lowest, shortCosts: cheapest }),
    begin(known: Foreknown, value: Float64Array): void {
      first = known;
      lowest = value.slice();
      cheapest = new Map(known.shortCosts);
    },
    goOn(known: Foreknown, value: Float64Array): void {
      for (let move = 0; move < lowest.length; move++)
        if (value[move] < lowest[move]) lowest[move] = value[move];
      if (first !== null) lower(cheapest, known.shortCosts);
    },
  };
}

function isSameKnown(a: Foreknown, b: Foreknown): boolean {
  for (let span = 0; span < a.arrived.length; span++) if (a.arrived[span] !== b.arrived[span]) return false;
  return sameCosts(a.shortCosts, b.shortCosts);
}

function lower(costs: Map<number, number>, others: ShortCosts): void {
  for (const [move, cost] of others) costs.set(move, Math.min(cost, costs.get(move) ?? cost));
}
