import { type Moves, type Pools, TRANSFER_OUT } from "./moves";

/** Moves of some pools by themselves, and the pools with what they alone pass on at changes of method. */
export interface Excerpt {
  readonly moves: Moves;
  readonly pools: Pools;
  /** The place of each among all moves. */
  readonly whole: Int32Array;
}

/** Pools joined into groups, each known by one of its own. */
class Groups {
  private readonly above: Int32Array;

  constructor(count: number) {
    this.above = Int32Array.from({ length: count }, (_, pool) => pool);
  }

  find(pool: number): number {
    let top = pool;
    while (this.above[top] !== top) top = this.above[top];
    this.above[pool] = top;
    return top;
  }

  join(a: number, b: number): void {
    this.above[this.find(a)] = this.find(b);
  }
}

/**
 * Pools whose costs can depend on each other: by transfers, returns, changes of method, and what is made of
 * what.
 */
function groupsOf({ count, kind, pool, origin, conversions }: Moves, pools: Pools): Groups {
  const groups = new Groups(pools.count);
  for (let move = 0; move < count; move++) {
    if (kind[move] === TRANSFER_OUT && move + 1 < count) groups.join(pool[move], pool[move + 1]);
    const from = origin?.[move] ?? -1;
    if (from !== -1) groups.join(pool[move], pool[from]);
  }
  for (const { parts } of pools.changes) for (const { from, to } of parts) groups.join(from, to);
  for (const { sources, parts } of conversions) {
    const all = [...sources, ...parts.map(({ move }) => move)];
    for (const move of all) groups.join(pool[move], pool[all[0]]);
  }
  return groups;
}

/**
 * Finds, for a move, the moves of all pools whose cost its own can touch: costed by themselves they come to
 * what they come to among all.
 */
export function excerpts(moves: Moves, pools: Pools): (move: number) => Excerpt {
  const groups = groupsOf(moves, pools);
  const known = new Map<number, Excerpt>();
  return (move) => {
    const group = groups.find(moves.pool[move]);
    const excerpt = known.get(group) ?? excerptOf(moves, pools, (pool) => groups.find(pool) === group);
    known.set(group, excerpt);
    return excerpt;
  };
}

function excerptOf(moves: Moves, pools: Pools, isIn: (pool: number) => boolean): Excerpt {
  const { count, pool, origin, conversions } = moves;
  const list: number[] = [];
  const place = new Int32Array(count).fill(-1);
  for (let move = 0; move < count; move++) if (isIn(pool[move])) place[move] = list.push(move) - 1;
  const whole = Int32Array.from(list);
  const own = conversions.filter(({ parts, sources }) => isIn(pool[parts.at(0)?.move ?? sources.at(0) ?? 0]));
  const changes = pools.changes
    .filter(({ parts }) => parts.some(({ from }) => isIn(from)))
    .map((change) => ({ ...change, before: placeIn(whole, change.before) }));
  const breaks = (pools.breaks ?? [])
    .filter((one) => isIn(one.pool))
    .map((one) => ({ ...one, before: placeIn(whole, one.before) }));
  return {
    whole,
    pools: { ...pools, changes, breaks },
    moves: {
      count: whole.length,
      kind: Uint8Array.from(whole, (move) => moves.kind[move]),
      pool: Int32Array.from(whole, (move) => pool[move]),
      qty: Float64Array.from(whole, (move) => moves.qty[move]),
      value: Float64Array.from(whole, (move) => moves.value[move]),
      day: Int32Array.from(whole, (move) => moves.day[move]),
      origin:
        origin === null
          ? null
          : Int32Array.from(whole, (move) => (origin[move] === -1 ? -1 : place[origin[move]])),
      conversions: own.map(({ sources, extra, parts, apart }) => ({
        sources: sources.map((move) => place[move]),
        extra,
        apart,
        parts: parts.map((part) => ({ ...part, move: place[part.move] })),
      })),
    },
  };
}

/** How many of the moves of an excerpt stand before one of all. */
export function placeIn(whole: Int32Array, move: number): number {
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (whole[middle] < move) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The moves before `end` alone: what a job makes later has its share in what went in, too. */
export function movesBefore(moves: Moves, end: number): Moves {
  const conversions = moves.conversions.map(({ sources, extra, parts, apart }) => {
    const later = parts.filter(({ move }) => move >= end);
    return {
      sources: sources.filter((move) => move < end),
      extra,
      apart: later.reduce((sum, { weight }) => sum + weight, apart),
      parts: parts.filter(({ move }) => move < end),
    };
  });
  return { ...moves, count: end, conversions };
}
