import { type Moves, TRANSFER_IN } from "./moves";
import { CAME, type Followed, type Trail } from "./trail";

/** So much of what left by an event. */
export interface PartLeft {
  readonly event: number;
  readonly qty: number;
  readonly value: number;
}

/** By move: the events by which goods of it came to lie that are known to be of certain others. */
function knownArrivals({ kind, move, first }: Trail): ReadonlyMap<number, readonly number[]> {
  const known = new Map<number, number[]>();
  kind.forEach((each, event) => {
    if (each !== CAME || first[event] === -1) return;
    const own = known.get(move[event]);
    if (own === undefined) known.set(move[event], [event]);
    else own.push(event);
  });
  return known;
}

/** What is left of the goods that left by some events, but for those that came to lie by others. */
function withoutThose(trail: Trail, events: readonly number[], arrivals: readonly number[]) {
  const { qty, value, first, end } = trail;
  const rest = new Map(events.map((event) => [event, { event, qty: qty[event], value: value[event] }]));
  for (const came of arrivals) {
    const lies = { qty: qty[came], value: value[came] };
    for (let event = end[came] - 1; event >= first[came]; event--) {
      const own = rest.get(event);
      const part = Math.min(own?.qty ?? 0, lies.qty);
      if (own === undefined || part === 0) continue;
      const worth = part === lies.qty ? lies.value : own.value;
      own.qty -= part;
      own.value = Math.max(0, own.value - worth);
      lies.qty -= part;
      lies.value -= worth;
    }
  }
  return [...rest.values()];
}

/**
 * Of a transfer that covered what was short: which of the goods sent did so, all but those that came to lie
 * where they were sent. Null where that is not known of any, and of moves that are no transfer.
 */
export function coveringBy(
  traced: Followed & { readonly moves: Moves },
): (by: number) => readonly PartLeft[] | null {
  const arrivals = knownArrivals(traced.trail);
  const known = new Map<number, readonly PartLeft[]>();
  return (by) => {
    const came = arrivals.get(by);
    const events = traced.moves.kind[by] === TRANSFER_IN ? traced.leaving.get(by - 1) : undefined;
    if (came === undefined || events === undefined) return null;
    const found = known.get(by) ?? withoutThose(traced.trail, events, came);
    known.set(by, found);
    return found;
  };
}
