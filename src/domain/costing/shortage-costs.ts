/** What the uncovered part of each short issue costs, by its move; smallest units. */
export type ShortCosts = ReadonlyMap<number, number>;

/** Steps in one direction after which strides grow. */
const PATIENCE = 3;

/**
 * What to take shortages to cost in the next pass: what they cost in this one. A shortage that its own goods
 * cover on their way back nears its cost by a little less each time: where it goes on in one direction, ever
 * longer strides are taken. Source: DOMAIN §6.
 */
export function shortageGuesses(): (known: ShortCosts, costs: ShortCosts) => ShortCosts {
  const runs = new Map<number, number>();
  return (known, costs) => {
    const next = new Map<number, number>();
    for (const [move, cost] of costs) {
      const before = known.get(move) ?? cost;
      const way = Math.sign(cost - before);
      const run = runs.get(move) ?? 0;
      const length = way !== 0 && Math.sign(run) === way ? Math.abs(run) + 1 : 1;
      runs.set(move, way * length);
      next.set(move, Math.max(0, before + (cost - before) * 2 ** Math.max(0, length - PATIENCE)));
    }
    return next;
  };
}

/** True where both say the same of every shortage. */
export function sameCosts(a: ShortCosts, b: ShortCosts): boolean {
  if (a.size !== b.size) return false;
  for (const [move, cost] of a) if (!Object.is(b.get(move), cost)) return false;
  return true;
}
