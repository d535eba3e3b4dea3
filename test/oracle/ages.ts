import { least, minus, plus, sign, sum } from "./fraction";
import type { Fraction } from "./fraction";

/** So much that first came in on a day, by a row. */
export interface Age {
  readonly since: string;
  readonly by: string;
  readonly qty: Fraction;
}

/** The first so many of what lies in a row, and what is left of it. */
export function front(
  ages: readonly Age[],
  qty: Fraction,
): { readonly taken: readonly Age[]; readonly left: readonly Age[] } {
  let rest = qty;
  const parts = ages.map((one) => {
    const part = least(one.qty, rest);
    rest = minus(rest, part);
    return { taken: { ...one, qty: part }, left: { ...one, qty: minus(one.qty, part) } };
  });
  return {
    taken: parts.map((one) => one.taken).filter((one) => sign(one.qty) > 0),
    left: parts.map((one) => one.left).filter((one) => sign(one.qty) > 0),
  };
}

/** What comes in as so much of what had gone out: as old as that, as far as it goes; the rest is new. */
export function keptAge(gone: readonly Age[], fresh: Age): readonly Age[] {
  const { taken } = front(gone, fresh.qty);
  const rest = minus(fresh.qty, sum(taken.map((one) => one.qty)));
  return sign(rest) > 0 ? [...taken, { ...fresh, qty: rest }] : taken;
}

/** What came in on one day and lies together told together. */
export function byDay(ages: readonly Age[]): readonly Age[] {
  const days: Age[] = [];
  for (const one of ages) {
    const last = days.at(-1);
    if (last?.since === one.since) days[days.length - 1] = { ...one, qty: plus(last.qty, one.qty) };
    else days.push(one);
  }
  return days;
}
