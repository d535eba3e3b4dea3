import { costMoves, type Until } from "../../costing/cost-moves";
import { type Excerpt, excerpts, movesBefore, placeIn } from "../../costing/excerpts";
import {
  type CostingPolicy,
  COUNT_GAIN,
  type Moves,
  type Pools,
  RECEIVE,
  RECEIVE_AT_COST,
  RETURN_IN,
} from "../../costing/moves";
import { heldBy } from "../../costing/revalue";
import type { Stock } from "../../costing/stock";
import { shared } from "../../kernel/shared";
import type { AddedCost, MoveSource, PlacedShare, StockMoves } from "./move-source";

/**
 * So much more, in smallest units, a receipt is taken to have cost to see where its goods are: large, so that
 * roundings on the way weigh nothing.
 */
const PROBE = 10 ** 12;

/**
 * Where goods lie that a receipt brought: a pool, the layers in it that one move laid, and how much of the
 * receipt's cost is in what they hold.
 */
interface Whereabouts {
  readonly pool: number;
  /** The move, −1 = the pool is averaged. */
  readonly layer: number;
  /** Of `PROBE`; what is in no pool has been sold. */
  readonly part: number;
  /** What they are worth, the receipt at what it was known to cost. */
  readonly worth: number;
}

/** What a receipt's goods have become by some moment, wherever transfers and assemblies have taken them. */
export interface Fate {
  readonly where: readonly Whereabouts[];
  readonly sold: number;
}

/**
 * Finds where the cost of a receipt's move lies at a time: before the move `end`, changes of method up to the
 * day `through` (included) done, none of a later day.
 */
export function fateFinder(
  { moves, pools }: { readonly moves: Moves; readonly pools: Pools },
  policy: CostingPolicy,
): (receipt: number, until: Until) => Fate {
  const excerptOf = excerpts(moves, pools);
  let last: Unprobed | null = null;
  return (receipt, { end, through }) => {
    const excerpt = excerptOf(receipt);
    const until = { end: placeIn(excerpt.whole, end), through };
    if (last?.excerpt !== excerpt || !isThen(last, until)) last = unprobed(excerpt, until, policy);
    const { known, then, plain, where } = last;
    const value = known.value.slice();
    value[placeIn(excerpt.whole, receipt)] += PROBE;
    const probed = costMoves({ ...known, value }, then, policy).stock;
    const { whole } = excerpt;
    return fate(where.flatMap((pool) => whereaboutsIn(pool, { plain, probed, whole })));
  };
}

/** An excerpt as it stood before a move of it: the same for all that comes late between two moves. */
interface Unprobed {
  readonly excerpt: Excerpt;
  readonly until: Until;
  readonly known: Moves;
  readonly then: Pools;
  readonly plain: Stock;
  /** Pools in which something may lie. */
  readonly where: readonly number[];
}

function isThen({ until }: Unprobed, { end, through }: Until): boolean {
  return until.end === end && until.through === through;
}

function unprobed(excerpt: Excerpt, until: Until, policy: CostingPolicy): Unprobed {
  const before = movesBefore(excerpt.moves, until.end);
  const changes = excerpt.pools.changes.filter(({ day }) => day <= until.through);
  const then = averaged({ ...excerpt.pools, changes });
  const { stock: plain, value } = costMoves(before, then, policy);
  const passedOn = changes.flatMap(({ parts }) => parts.map(({ to }) => to));
  const where = [...new Set([...before.pool.subarray(0, until.end), ...passedOn])];
  return { excerpt, until, known: withKnownWorth(before, then, value), then, plain, where };
}

/**
 * What a receipt cost besides its standard is no part of what its goods are worth: there they are averaged.
 */
function averaged(pools: Pools): Pools {
  if (pools.standard === null) return pools;
  const method = pools.method.map((code) => (code === "standard" ? "moving-average" : code));
  return { ...pools, method, standard: null };
}

/**
 * The moves, those that come in at what goods are worth just then as brought at that: they are not of the
 * receipt, whatever it cost. Months that are averaged take them as they are.
 */
function withKnownWorth(moves: Moves, { method }: Pools, worth: Float64Array): Moves {
  const [kind, value] = [moves.kind.slice(), moves.value.slice()];
  for (let move = 0; move < moves.count; move++) {
    if (method[moves.pool[move]] === "monthly-average" || !comesAtWorth(moves, move)) continue;
    kind[move] = RECEIVE;
    value[move] = worth[move];
  }
  return { ...moves, kind, value };
}

function comesAtWorth({ kind, value, origin }: Moves, move: number): boolean {
  const what = kind[move];
  const from = origin?.[move] ?? -1;
  if (what === RETURN_IN) return from === -1 || from > move;
  return what === RECEIVE_AT_COST || (what === COUNT_GAIN && Number.isNaN(value[move]));
}

interface Probing {
  readonly plain: Stock;
  readonly probed: Stock;
  /** The place of each move among all. */
  readonly whole: Int32Array;
}

/** What of the receipt's cost is in a pool, by the moves that laid its layers. */
function whereaboutsIn(pool: number, { plain, probed, whole }: Probing): readonly Whereabouts[] {
  if (!(plain.qty[pool] > 0)) return [];
  const there = plain.layers.front(pool) === -1 ? [-1] : movesOfLayers(plain, pool);
  return there.map((move) => {
    const [worth, more] = [plain, probed].map((stock) => heldBy(stock, pool, move).value);
    return { pool, layer: move === -1 ? -1 : whole[move], part: Math.max(0, more - worth), worth };
  });
}

function movesOfLayers({ layers }: Stock, pool: number): readonly number[] {
  const moves = new Set<number>();
  for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer])
    if (layers.qty[layer] > 0) moves.add(layers.move[layer]);
  return [...moves];
}

function fate(where: readonly Whereabouts[]): Fate {
  const there = where.filter(({ part }) => part > 0);
  return { where: there, sold: Math.max(0, PROBE - there.reduce((sum, { part }) => sum + part, 0)) };
}

/** An amount shared over where goods lie, and what of it was sold; Σ = the amount. */
interface SharedAmount {
  readonly there: readonly number[];
  readonly onStock: number;
  readonly sold: number;
}

/** What of an amount lies where, and what has been sold. Rounded as a whole, then by place. */
export function sharedByFate(amount: number, { where, sold }: Fate): SharedAmount {
  const parts = where.map(({ part }) => part);
  const [onStock, gone] = shared(amount, [parts.reduce((sum, part) => sum + part, 0), sold]);
  return { there: shared(onStock, parts), onStock, sold: gone };
}

/**
 * The same of what comes too late: of a lowering goods bear no more than they are worth, what was sold the
 * rest.
 */
function bearable(amount: number, fate: Fate): SharedAmount {
  const there = sharedByFate(amount, fate).there.map((share, i) => Math.max(share, -fate.where[i].worth));
  const onStock = there.reduce((sum, share) => sum + share, 0);
  return { there, onStock, sold: amount - onStock };
}

/**
 * Shares out what comes too late: what is on stock by then is given more value at the later document's own
 * place, the rest was sold. Source: DOMAIN §5.10 remaining share; a lowering never takes more than is there.
 */
export function lateShares(
  base: StockMoves,
  { book, order }: MoveSource,
  policy: CostingPolicy,
  late: readonly AddedCost[],
): readonly PlacedShare[] {
  const fateOf = fateFinder(base, policy);
  const place = new Int32Array(book.lines.count).fill(-1);
  order.forEach((line, at) => (place[line] = at));
  const first = firstMoves(base, book.lines.count);
  const shares: PlacedShare[] = [];
  for (const cost of [...late].sort((a, b) => place[a.by] - place[b.by])) {
    const receipt = first[cost.target];
    const at = movesUpTo(base, place, place[cost.by]);
    const until = { end: at, through: book.lines.day[cost.by] };
    const known = receipt === -1 ? { where: [], sold: PROBE } : fateOf(receipt, until);
    const { there, onStock, sold } = bearable(cost.amount, known);
    const moves = known.where.map(({ pool, layer }, i) => ({
      at,
      line: cost.by,
      bin: binOf(base, until, { pool, receipt }),
      value: there[i],
      layer,
    }));
    shares.push({ ...cost, at, onStock, sold, moves: moves.filter(({ value }) => value !== 0) });
  }
  return shares;
}

function firstMoves({ moves, line }: StockMoves, lines: number): Int32Array {
  const first = new Int32Array(lines).fill(-1);
  for (let move = moves.count - 1; move >= 0; move--) first[line[move]] = move;
  return first;
}

/** How many moves are of lines that stand before a place. */
function movesUpTo({ moves, line }: StockMoves, place: Int32Array, until: number): number {
  let low = 0;
  let high = moves.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place[line[middle]] < until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A bin of the pool by then: the receipt's own where it is one; so that what moves later moves no row to
 * another place.
 */
function binOf(
  { moves, pools, bin }: StockMoves,
  { end, through }: Until,
  { pool, receipt }: { readonly pool: number; readonly receipt: number },
): number {
  if (moves.pool[receipt] === pool) return bin[receipt];
  const moved = moves.pool.indexOf(pool);
  if (moved !== -1 && moved < end) return bin[moved];
  const changes = pools.changes.filter(({ day }) => day <= through);
  const passed = changes.flatMap(({ parts }) => parts.filter(({ to }) => to === pool));
  return (passed.find(({ qty }) => qty > 0) ?? passed.at(0))?.bin ?? bin[receipt];
}
