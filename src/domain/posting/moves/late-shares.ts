import type { Until } from "../../costing/cost-moves";
import type { CostingPolicy } from "../../costing/moves";
import { type Fate, lineFates, type SharedAmount, sharedByFate } from "./line-fates";
import type { AddedCost, MoveSource, PlacedShare, StockMoves } from "./move-source";

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
  const fateOf = lineFates(base, policy);
  const place = new Int32Array(book.lines.count).fill(-1);
  order.forEach((line, at) => (place[line] = at));
  const shares: PlacedShare[] = [];
  for (const cost of [...late].sort((a, b) => place[a.by] - place[b.by])) {
    const at = movesUpTo(base, place, place[cost.by]);
    const until = { end: at, through: book.lines.day[cost.by] };
    const known = fateOf(cost.target, until);
    const { there, onStock, sold } = bearable(cost.amount, known);
    const moves = known.where.map(({ pool, layer, receipt }, i) => ({
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
