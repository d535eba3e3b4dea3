import { MOST_TYPED } from "../kernel/numbers";

/** Steps in one direction after which strides grow. */
const PATIENCE = 3;

/** The next guesses of figures that depend on each other in a circle. */
export interface Strides {
  /** The guess for the figure `key`, which was taken to be `before` and came to `now`. */
  readonly next: (key: number, before: number, now: number) => number;
  /** From now on every guess is what the last pass came to, however often it went on in one direction. */
  readonly calm: () => void;
}

/**
 * Guesses what the next pass will come to from what the last one came to. A figure that goes on in one
 * direction nears its end by a little less each time: there ever longer strides are taken. One that never
 * ends, since it grows by its own circle, goes no further than any amount may be.
 */
export function strides(): Strides {
  const runs = new Map<number, number>();
  let isCalm = false;
  return {
    calm: () => (isCalm = true),
    next: (key, before, now) => {
      const way = Math.sign(now - before);
      const run = runs.get(key) ?? 0;
      const length = way !== 0 && Math.sign(run) === way ? Math.abs(run) + 1 : 1;
      runs.set(key, way * length);
      const stride = isCalm ? 1 : 2 ** Math.max(0, length - PATIENCE);
      const next = before + (now - before) * stride;
      return Math.max(-MOST_TYPED, Math.min(MOST_TYPED, next));
    },
  };
}
