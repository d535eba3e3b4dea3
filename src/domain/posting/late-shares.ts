import { costMoves } from "../costing/cost-moves";
import { excerpts, movesBefore, placeIn } from "../costing/excerpts";
import type { CostingPolicy, Moves, Pools } from "../costing/moves";
import { heldBy } from "../costing/revalue";
import type { Stock } from "../costing/stock";
import { shared } from "../kernel/shared";
import type { LateMove } from "./move-writer";
import type { AddedCost, LateShare, MoveSource, StockMoves } from "./move-source";

/**
 * So much more, in smallest units, a receipt is taken to have cost to see where its goods are: large, so that
 * roundings on the way weigh nothing.
 */
const PROBE = 10 ** 12;

/** Where goods lie that a receipt brought: a pool, and how much of the receipt's cost is in what it holds. */
export interface Whereabouts {
  readonly pool: number;
  /** Of `PROBE`; what is in no pool has been sold. */
  readonly part: number;
  /** The receipt's own layer is there. */
  readonly hasLayer: boolean;
}

/** What a receipt's goods have become by some moment, wherever transfers and assemblies have taken them. */
export interface Fate {
  readonly where: readonly Whereabouts[];
  readonly sold: number;
}

/** Finds where the cost of a receipt's move lies just before the move `end`. */
export function fateFinder(
  { moves, pools }: { readonly moves: Moves; readonly pools: Pools },
  policy: CostingPolicy,
): (receipt: number, end: number) => Fate {
  const excerptOf = excerpts(moves, pools);
  return (receipt, end) => {
    const { moves: all, pools: own, whole } = excerptOf(receipt);
    const before = movesBefore(all, placeIn(whole, end));
    const changes = own.changes.filter((change) => change.before <= before.count);
    const then = { ...own, changes };
    const at = placeIn(whole, receipt);
    const value = before.value.slice();
    value[at] += PROBE;
    const plain = costMoves(before, then, policy).stock;
    const probed = costMoves({ ...before, value }, then, policy).stock;
    const passedOn = changes.flatMap(({ parts }) => parts.map(({ to }) => to));
    const where = new Set([...before.pool.subarray(0, before.count), ...passedOn]);
    return fate([...where].map((pool) => whereabouts({ plain, probed, pool, at })));
  };
}

interface Probing {
  readonly plain: Stock;
  readonly probed: Stock;
  readonly pool: number;
  readonly at: number;
}

function whereabouts({ plain, probed, pool, at }: Probing): Whereabouts {
  const isThere = plain.qty[pool] > 0;
  const part = isThere ? Math.max(0, probed.value[pool] - plain.value[pool]) : 0;
  return { pool, part, hasLayer: heldBy(plain, pool, at).qty > 0 };
}

function fate(where: readonly Whereabouts[]): Fate {
  const there = where.filter(({ part }) => part > 0);
  return { where: there, sold: Math.max(0, PROBE - there.reduce((sum, { part }) => sum + part, 0)) };
}

/**
 * What of an amount lies where, and what has been sold: Σ = the amount. Rounded as a whole, then by place.
 */
export function sharedByFate(
  amount: number,
  { where, sold }: Fate,
): { readonly there: readonly number[]; readonly onStock: number; readonly sold: number } {
  const parts = where.map(({ part }) => part);
  const [onStock, gone] = shared(amount, [parts.reduce((sum, part) => sum + part, 0), sold]);
  return { there: shared(onStock, parts), onStock, sold: gone };
}

/** What came too late, and the moves that it makes. */
export interface PlacedShare extends LateShare {
  readonly moves: readonly LateMove[];
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
    const known = receipt === -1 ? { where: [], sold: PROBE } : fateOf(receipt, at);
    const { there, onStock, sold } = sharedByFate(cost.amount, known);
    const moves = known.where.map(({ pool, hasLayer }, i) => ({
      at,
      line: cost.by,
      bin: binOf(base, pool, receipt),
      value: there[i],
      target: hasLayer ? cost.target : -1,
    }));
    shares.push({ ...cost, onStock, sold, moves: moves.filter(({ value }) => value !== 0) });
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

/** A bin of the pool: the receipt's own where it is one. */
function binOf({ moves, pools, bin }: StockMoves, pool: number, receipt: number): number {
  if (moves.pool[receipt] === pool) return bin[receipt];
  const moved = moves.pool.indexOf(pool);
  if (moved !== -1) return bin[moved];
  const passed = pools.changes.flatMap(({ parts }) => parts).find(({ to }) => to === pool);
  return passed?.bin ?? bin[receipt];
}
