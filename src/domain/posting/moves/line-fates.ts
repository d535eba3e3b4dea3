import type { Book } from "../../book/book";
import { costMoves, type Until } from "../../costing/cost-moves";
import { type Excerpt, excerpts, movesBefore, placeIn } from "../../costing/excerpts";
import {
  type CostingPolicy,
  COUNT_GAIN,
  MADE,
  type Moves,
  type Pools,
  RECEIVE,
  RECEIVE_AT_COST,
  REPRICE,
  REPRICE_BY,
  RETURN_IN,
  REVALUE,
  REVALUE_TO,
} from "../../costing/moves";
import { heldBy } from "../../costing/revalue";
import type { Stock } from "../../costing/stock";
import { mulDiv } from "../../kernel/mul-div";
import { shared } from "../../kernel/shared";
import { type InProduction, inProduction, jobMoves, jobMovesIn } from "./job-fates";
import type { StockMoves } from "./move-source";

/**
 * So much more, in smallest units, a receipt is taken to have cost to see where its goods are: large, so that
 * roundings on the way weigh nothing, and divided by every number up to 30, so that of as many pieces each
 * has its part exactly: half a cent is rounded up.
 */
const PROBE = 2_329_089_562_800;

/**
 * Where goods lie that a receipt brought: a pool, the layers in it of goods that one move brought into the
 * house, and how much of the receipt's cost is in what they hold.
 */
interface Whereabouts {
  readonly pool: number;
  /** The move, −1 = the pool is averaged. */
  readonly layer: number;
  /** The move that brought them; the first where several did. */
  readonly receipt: number;
  /** Of `PROBE`; what is in no pool has been sold. */
  readonly part: number;
  /** What they are worth, the receipt at what it was known to cost. */
  readonly worth: number;
}

/** What a receipt's goods have become by some moment, wherever transfers and assemblies have taken them. */
export interface Fate {
  readonly where: readonly Whereabouts[];
  readonly jobs: readonly InProduction[];
  /** Of `PROBE`, as the parts on stock. */
  readonly sold: number;
}

/**
 * Finds where the cost of a receipt's line lies at a time, whatever became of each of its pieces: where goods
 * lie by serial number it has a move for each, which counts by its quantity. All sold where it has none.
 */
export function lineFates(
  book: Book,
  stock: StockMoves,
  policy: CostingPolicy,
): (line: number, until: Until) => Fate {
  const fateOf = fateFinder(book, stock, policy);
  const receipts = receiptsByLine(stock);
  const { qty } = stock.moves;
  return (line, until) => {
    const own = receipts.get(line) ?? [];
    if (own.length === 1) return fateOf(own[0], until);
    const whole = own.reduce((sum, move) => sum + qty[move], 0);
    if (!(whole > 0)) return { where: [], jobs: [], sold: PROBE };
    return joined(own.map((move) => weighed(fateOf(move, until), qty[move], whole)));
  };
}

/** By line: its first move, and those of its other pieces. */
function receiptsByLine({ moves, line }: StockMoves): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let move = 0; move < moves.count; move++) {
    const own = found.get(line[move]);
    if (own === undefined) found.set(line[move], [move]);
    else if (moves.kind[move] === moves.kind[own[0]]) own.push(move);
  }
  return found;
}

/** What became of so much of a whole. */
function weighed({ where, jobs, sold }: Fate, qty: number, whole: number): Fate {
  const partOf = <T extends { readonly part: number }>(each: T): T => {
    return { ...each, part: mulDiv(each.part, qty, whole) };
  };
  return { where: where.map(partOf), jobs: jobs.map(partOf), sold: mulDiv(sold, qty, whole) };
}

/** Several fates as one: goods that lie together are told once. */
function joined(fates: readonly Fate[]): Fate {
  const where = fates.flatMap((one) => one.where);
  const jobs = fates.flatMap((one) => one.jobs);
  return {
    where: together(where, ({ pool, layer }) => `${String(pool)}|${String(layer)}`),
    jobs: together(jobs, ({ job }) => job),
    sold: fates.reduce((sum, { sold }) => sum + sold, 0),
  };
}

/** Parts by their keys, each told once. */
function together<T extends { readonly part: number; readonly worth: number }>(
  parts: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] {
  const found = new Map<string, T>();
  for (const each of parts) {
    const known = found.get(keyOf(each));
    found.set(keyOf(each), known === undefined ? each : { ...known, part: known.part + each.part });
  }
  return [...found.values()];
}

/**
 * Finds where the cost of a receipt's move lies at a time: before the move `end`, changes of method up to the
 * day `through` (included) done, none of a later day.
 */
function fateFinder(
  book: Book,
  stock: StockMoves,
  policy: CostingPolicy,
): (receipt: number, until: Until) => Fate {
  const excerptOf = excerpts(stock.moves, stock.pools);
  const jobs = jobMoves(book, stock);
  let last: Unprobed | null = null;
  return (receipt, { end, through }) => {
    const excerpt = excerptOf(receipt);
    const until = { end: placeIn(excerpt.whole, end), through };
    if (last?.excerpt !== excerpt || !isThen(last, until)) last = unprobed(excerpt, until, policy);
    const { known, then, plain, values, where } = last;
    const at = placeIn(excerpt.whole, receipt);
    const { stock: probed, value: probedValues } = costMoves(dearer(known, at, values[at]), then, policy);
    const { whole } = excerpt;
    const own = jobMovesIn(jobs, whole, until.end);
    return fate(
      where.flatMap((pool) => whereaboutsIn(pool, { plain, probed, whole, receipt })),
      inProduction(own, { plain: values, probed: probedValues, receipt }),
    );
  };
}

/** The moves, one that brought goods dearer by the probe than it was or, goods made, than it is worth. */
function dearer(moves: Moves, receipt: number, worth: number): Moves {
  const [kind, value] = [moves.kind.slice(), moves.value.slice()];
  const isMade = kind[receipt] === MADE && Number.isNaN(value[receipt]);
  if (isMade) kind[receipt] = RECEIVE;
  value[receipt] = (isMade ? worth : value[receipt]) + PROBE;
  return { ...moves, kind, value };
}

/** An excerpt as it stood before a move of it: the same for all that comes late between two moves. */
interface Unprobed {
  readonly excerpt: Excerpt;
  readonly until: Until;
  readonly known: Moves;
  readonly then: Pools;
  readonly plain: Stock;
  /** What the moves came to. */
  readonly values: Float64Array;
  /** Pools in which something may lie. */
  readonly where: readonly number[];
}

function isThen({ until }: Unprobed, { end, through }: Until): boolean {
  return until.end === end && until.through === through;
}

function unprobed(excerpt: Excerpt, until: Until, policy: CostingPolicy): Unprobed {
  const before = untold(movesBefore(excerpt.moves, until.end));
  const changes = excerpt.pools.changes.filter(({ day }) => day <= until.through);
  const then = averaged({ ...excerpt.pools, changes });
  const { stock: plain, value } = costMoves(before, then, policy);
  const passedOn = changes.flatMap(({ parts }) => parts.map(({ to }) => to));
  const where = [...new Set([...before.pool.subarray(0, until.end), ...passedOn])];
  return { excerpt, until, known: withKnownWorth(before, then, value), then, plain, values: value, where };
}

/**
 * The moves, what jobs made bearing all that went in: what it keeps of a closed period tells nothing of that.
 */
function untold(moves: Moves): Moves {
  const conversions = moves.conversions.map(({ parts, ...rest }) => {
    return { ...rest, parts: parts.map((part) => ({ ...part, told: NaN })) };
  });
  return { ...moves, conversions };
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
 * The moves, those that come in at what goods are worth just then as brought at that, and other prices as
 * that much more: they are not of the receipt, whatever it cost, and its goods are its own under any price.
 * What months that are averaged bring in at their average they take as it is.
 */
function withKnownWorth(moves: Moves, { method }: Pools, worth: Float64Array): Moves {
  const [kind, value] = [moves.kind.slice(), moves.value.slice()];
  for (let move = 0; move < moves.count; move++) {
    const known = KNOWN_BY.get(kind[move]) ?? (comesAtWorth(moves, move) ? RECEIVE : -1);
    if (known === -1 || (known === RECEIVE && method[moves.pool[move]] === "monthly-average")) continue;
    kind[move] = known;
    value[move] = worth[move];
  }
  return { ...moves, kind, value };
}

/** By kind of what gives goods another value: the one that says by how much. */
const KNOWN_BY: ReadonlyMap<number, number> = new Map([
  [REPRICE, REPRICE_BY],
  [REVALUE, REVALUE],
  [REVALUE_TO, REVALUE],
]);

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
  readonly receipt: number;
}

/** What of the receipt's cost is in a pool, by the moves that brought the goods of its layers. */
function whereaboutsIn(pool: number, { plain, probed, whole, receipt }: Probing): readonly Whereabouts[] {
  if (!(plain.qty[pool] > 0)) return [];
  const there = plain.layers.front(pool) === -1 ? [-1] : movesOfLayers(plain, pool);
  return there.map((move) => {
    const [worth, more] = [plain, probed].map((stock) => heldBy(stock, pool, move).value);
    const layer = move === -1 ? -1 : whole[move];
    return { pool, layer, receipt, part: Math.max(0, more - worth), worth };
  });
}

function movesOfLayers({ layers }: Stock, pool: number): readonly number[] {
  const moves = new Set<number>();
  for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer])
    if (layers.qty[layer] > 0) moves.add(layers.broughtBy(layer));
  return [...moves];
}

function fate(where: readonly Whereabouts[], jobs: readonly InProduction[]): Fate {
  const there = where.filter(({ part }) => part > 0);
  return { where: there, jobs, sold: Math.max(0, PROBE - partsOf({ where: there, jobs })) };
}

/** What of the probe is on stock or in production. */
function partsOf({ where, jobs }: Pick<Fate, "where" | "jobs">): number {
  return [...where, ...jobs].reduce((sum, { part }) => sum + part, 0);
}

/** A fate of which so much of the whole never stays, as the fate of the rest. */
export function ofWhatStays(fate: Fate, gone: number, whole: number): Fate {
  if (!(gone > 0) || gone >= whole) return fate;
  const there = weighed(fate, whole, whole - gone);
  const all = partsOf(there);
  if (all <= PROBE) return { ...there, sold: PROBE - all };
  return { ...weighed(there, PROBE, all), sold: 0 };
}

/** An amount shared over where goods lie and are in production, and what of it was sold; Σ = the amount. */
export interface SharedAmount {
  readonly there: readonly number[];
  readonly inJobs: readonly number[];
  readonly onStock: number;
  readonly sold: number;
}

/** What of an amount lies where, and what has been sold. Rounded as a whole, then by place. */
export function sharedByFate(amount: number, { where, jobs, sold }: Fate): SharedAmount {
  const parts = [...where, ...jobs].map(({ part }) => part);
  const [onStock, gone] = shared(amount, [partsOf({ where, jobs }), sold]);
  const shares = shared(onStock, parts);
  return { there: shares.slice(0, where.length), inJobs: shares.slice(where.length), onStock, sold: gone };
}
