import { MOST_TYPED } from "../kernel/numbers";

/** Steps in one direction after which strides grow. */
const PATIENCE = 3;

/**
 * The next guess of figures that depend on each other in a circle: what the last pass made of them. One that
 * goes on in one direction nears its end by a little less each time: there ever longer strides are taken.
 * One that never ends, since it grows by its own circle, goes no further than any amount may be.
 * Answers the guess for the figure `key`, which was taken to be `before` and came to `now`.
 */
export function strides(): (key: number, before: number, now: number) => number {
  const runs = new Map<number, number>();
  return (key, before, now) => {
    const way = Math.sign(now - before);
    const run = runs.get(key) ?? 0;
    const length = way !== 0 && Math.sign(run) === way ? Math.abs(run) + 1 : 1;
    runs.set(key, way * length);
    const next = before + (now - before) * 2 ** Math.max(0, length - PATIENCE);
    return Math.max(-MOST_TYPED, Math.min(MOST_TYPED, next));
  };
}
