import { strides } from "./strides";

/** What the uncovered part of each short issue costs, by its move; smallest units. */
export type ShortCosts = ReadonlyMap<number, number>;

/** Guesses of what shortages cost. */
export interface ShortageGuesses {
  /** What to take shortages to cost in the next pass: what they cost in this one. */
  readonly next: (known: ShortCosts, costs: ShortCosts) => ShortCosts;
  /** From now on step by step. */
  readonly calm: () => void;
}

/**
 * A shortage that its own goods cover on their way back nears its cost by a little less each time: where it
 * goes on in one direction, ever longer strides are taken. Source: DOMAIN §6.
 */
export function shortageGuesses(): ShortageGuesses {
  const stride = strides();
  return {
    calm: stride.calm,
    next: (known, costs) => {
      const next = new Map<number, number>();
      for (const [move, cost] of costs) {
        next.set(move, Math.max(0, stride.next(move, known.get(move) ?? cost, cost)));
      }
      return next;
    },
  };
}

/** True where both say the same of every shortage. */
export function sameCosts(a: ShortCosts, b: ShortCosts): boolean {
  if (a.size !== b.size) return false;
  for (const [move, cost] of a) if (!Object.is(b.get(move), cost)) return false;
  return true;
}
