import type { Until } from "../../costing/cost-moves";
import type { CostingPolicy } from "../../costing/moves";
import type { AddedCosts } from "./added-costs";
import { LaidShares } from "./laid-shares";
import { type Fate, lineFates, ofWhatStays, type SharedAmount, sharedByFate } from "./line-fates";
import type { AddedCost, MoveSource, PlacedShare, StockMoves } from "./move-source";

/**
 * The same of what comes too late: of a lowering goods bear no more than their receipt cost and than they are
 * worth, what was sold the rest.
 */
function bearable({ amount, beyond }: AddedCost, fate: Fate): SharedAmount {
  const shares = sharedByFate(amount - beyond, fate);
  const there = shares.there.map((share, i) => Math.max(share, -fate.where[i].worth));
  const inJobs = shares.inJobs.map((share, i) => Math.max(share, -fate.jobs[i].worth));
  const onStock = [...there, ...inJobs].reduce((sum, share) => sum + share, 0);
  return { there, inJobs, onStock, sold: amount - onStock };
}

/**
 * Shares out what comes too late: what is on stock by then is given more value at the later document's own
 * place, what is in production for a job is of what that makes later, the rest was sold; what an invoice says
 * is of the goods that stay. What was given more before has its month's average begin anew there. Source:
 * DOMAIN §4 CF, §5.3, §5.10 remaining share; a lowering never takes more than is there.
 */
export function lateShares(
  base: StockMoves,
  { book, order, quantities }: MoveSource,
  policy: CostingPolicy,
  { late, returns }: Pick<AddedCosts, "late" | "returns">,
): readonly PlacedShare[] {
  const place = new Int32Array(book.lines.count).fill(-1);
  order.forEach((line, at) => (place[line] = at));
  const shares: PlacedShare[] = [];
  const laid = new LaidShares(base.moves);
  let stock = base;
  let fateOf = lineFates(book, stock, policy);
  for (const cost of [...late].sort((a, b) => place[a.by] - place[b.by])) {
    const at = movesUpTo(base, place, place[cost.by]);
    const until = { end: at, through: book.lines.day[cost.by] };
    const { gone } = returns.by(cost.by, cost.target);
    const known = ofWhatStays(fateOf(cost.target, until), gone, quantities.base[cost.target]);
    const fate = laid.withLaid(known, at);
    const share = shareOf(base, cost, { until, fate });
    fate.where.forEach((where, i) => {
      laid.lay(where, share.there[i], at);
    });
    fate.jobs.forEach((job, i) => {
      laid.lay(job, share.inJobs[i], at);
    });
    shares.push(share.placed);
    const broken = withBreaks(stock, at, share.pools);
    if (broken !== stock) fateOf = lineFates(book, broken, policy);
    stock = broken;
  }
  return shares;
}

/** The share of a late cost with its moves, what it gives where goods lie, and the pools it is in. */
function shareOf(base: StockMoves, cost: AddedCost, { until, fate }: { until: Until; fate: Fate }) {
  const { there, inJobs, onStock, sold } = bearable(cost, fate);
  const at = until.end;
  const moves = fate.where.flatMap(({ pool, layer, receipt }, i) => {
    const bin = binOf(base, until, { pool, receipt });
    return there[i] === 0 ? [] : [{ pool, move: { at, line: cost.by, bin, value: there[i], layer } }];
  });
  const jobs = fate.jobs.flatMap(({ job }, i) => (inJobs[i] === 0 ? [] : [{ job, amount: inJobs[i] }]));
  const placed = { ...cost, at, onStock, sold, jobs, moves: moves.map(({ move }) => move) };
  return { placed, there, inJobs, pools: moves.map(({ pool }) => pool) };
}

/** The moves, known to begin averages of some pools anew before one of them; as they are where none is. */
function withBreaks(stock: StockMoves, before: number, changed: readonly number[]): StockMoves {
  const { pools } = stock;
  const averaged = changed.filter((pool) => pools.method[pool] === "monthly-average");
  if (averaged.length === 0) return stock;
  const breaks = [...(pools.breaks ?? []), ...averaged.map((pool) => ({ before, pool }))];
  return { ...stock, pools: { ...pools, breaks } };
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
