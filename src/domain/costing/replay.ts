import { type Affected, affected, type Costing } from "./affected";
import { type CheckpointsOf, renumbered, restore } from "./checkpoints";
import { costMoves, costNoted } from "./cost-moves";
import type { Costed, Foreknown } from "./costed";
import { placeIn } from "./excerpts";
import { type CostingPolicy, type PassPolicy, type PolicyUntil, type Pools, RETURN_IN } from "./moves";
import { paired, type Pairing } from "./pairing";
import { Pass } from "./pass";
import type { PassStart } from "./pass-course";
import { aboutOf, type GoneBack, givenUp, NOTHING_GONE, type Taken } from "./returned";
import { sameCosts, shortageGuesses, type ShortCosts } from "./shortage-costs";
import { Stock, stockAs } from "./stock";

/** Passes over some moves after which all are costed: what goes in a circle is settled as a whole. */
const MOST_PASSES = 4;

const NO_CHECKPOINTS: CheckpointsOf = new Map();

/** Moves as they were costed once. */
export interface KeptCosting extends Costing {
  readonly policy: CostingPolicy;
  readonly costed: Costed;
}

/**
 * Costs moves that are, but for some, those of `before`: only what the others touch is costed again, from the
 * last checkpoint before it; all else comes out as it did. The same, figure by figure, as costing every move.
 * Pools are noted down only once something has changed in them: who costs a book once pays nothing for it.
 * Source: DOMAIN §6.
 */
export function replayed(before: KeptCosting | null, now: Costing, policy: CostingPolicy): Costed {
  if (before === null || !isReplayable(before, now, policy)) return costMoves(now.moves, now.pools, policy);
  return replay(before, now, policy) ?? costNoted(now.moves, now.pools, policy);
}

function isReplayable(before: KeptCosting, now: Costing, policy: CostingPolicy): boolean {
  const isOwn = [before, now].every(({ pools }) => standsByItself(pools));
  return isOwn && isSamePolicy(before.policy, policy);
}

/** Null where nothing is gained by it. */
function replay(before: KeptCosting, now: Costing, policy: CostingPolicy): Costed | null {
  const checkpoints = before.costed.checkpoints ?? NO_CHECKPOINTS;
  const pairing = paired(before, now);
  const touched = affected({ pairing, before: { ...before, checkpoints }, now });
  if (touched.picked.length * 2 > now.moves.count) return null;
  return new Replay(before, now, policy, pairing, touched).run();
}

/** No pool takes over from another, and none is averaged over what is still to come. */
function standsByItself({ changes, method }: Pools): boolean {
  return changes.length === 0 && !method.includes("monthly-average");
}

function isSamePolicy(a: CostingPolicy, b: CostingPolicy): boolean {
  const [before, now] = [a.earlier ?? [], b.earlier ?? []];
  const isSameBefore = (each: PolicyUntil, at: number): boolean =>
    each.until === now[at].until && isSameChoice(each, now[at]);
  const isSameNow = a.moneyDecimals === b.moneyDecimals && isSameChoice(a, b);
  return isSameNow && before.length === now.length && before.every(isSameBefore);
}

function isSameChoice(a: PassPolicy, b: PassPolicy): boolean {
  const isSameShort = a.shortageCost === b.shortageCost && a.countGainCost === b.countGainCost;
  return isSameShort && a.transferDate === b.transferDate;
}

class Replay {
  private readonly nowOf = (move: number): number => this.pairing.nowOf(move);

  constructor(
    private readonly before: KeptCosting,
    private readonly now: Costing,
    private readonly policy: CostingPolicy,
    private readonly pairing: Pairing,
    private readonly touched: Affected,
  ) {}

  /** Null where it goes in circles. */
  run(): Costed | null {
    const { moves, pools } = this.now;
    const guess = shortageGuesses();
    let known: Foreknown = { shortCosts: new Map(), spans: null, arrived: [], frozen: null };
    for (let round = 1; round <= MOST_PASSES; round++) {
      const pass = new Pass(moves, pools, this.policy, known, { start: this.start(), notes: true });
      pass.run(moves.count);
      if (sameCosts(pass.shortCosts, known.shortCosts)) return this.whole(pass);
      known = { ...known, shortCosts: guess.next(known.shortCosts, pass.shortCosts) };
    }
    return null;
  }

  /** What the pass came to, with all that it left as it was. */
  private whole(pass: Pass): Costed {
    const { withoutCost, refused, shortCosts, known } = this.before.costed;
    const older = withoutCost.map((move) => this.left(move)).filter((move) => move !== -1);
    const olderRefused = refused
      .map((each) => ({ ...each, move: this.left(each.move) }))
      .filter(({ move }) => move !== -1);
    const { checkpoints } = pass;
    return {
      qty: pass.qty,
      value: pass.value,
      variance: pass.variance,
      stock: pass.stock,
      waiting: pass.waiting,
      taken: pass.taken,
      steps: pass.steps,
      carried: [],
      withoutCost: [...older, ...pass.withoutCost].sort((a, b) => a - b),
      refused: [...olderRefused, ...pass.refused].sort((a, b) => a.move - b.move),
      shortCosts: new Map([...this.leftCosts(shortCosts), ...pass.shortCosts]),
      known: {
        ...pass.known,
        shortCosts: new Map([...this.leftCosts(known.shortCosts), ...pass.known.shortCosts]),
      },
      checkpoints: checkpoints === null ? null : this.noted(checkpoints),
    };
  }

  /** Checkpoints of pools costed again as they are now, of the others as they were. */
  private noted(anew: CheckpointsOf): CheckpointsOf {
    const { isMoved, poolNow } = this.pairing;
    const noted = new Map(anew);
    for (const [was, known] of this.before.costed.checkpoints ?? []) {
      const pool = poolNow[was];
      if (pool === -1 || this.isAnew(pool)) continue;
      noted.set(pool, isMoved ? renumbered(known, this.nowOf) : known);
    }
    return noted;
  }

  private isAnew(pool: number): boolean {
    return this.touched.from.has(pool);
  }

  /** What a move of before is now, if it is not costed again; else −1. */
  private left(move: number): number {
    const now = this.pairing.nowOf(move);
    if (now === -1) return -1;
    const { picked } = this.touched;
    return picked[placeIn(picked, now)] === now ? -1 : now;
  }

  private leftCosts(costs: ShortCosts): readonly (readonly [number, number])[] {
    return [...costs].map(([move, cost]) => [this.left(move), cost] as const).filter(([move]) => move !== -1);
  }

  private start(): PassStart {
    const { picked, from } = this.touched;
    const { costed } = this.before;
    const { origin } = this.now.moves;
    const { qty: takenQty, cost: takenCost } = costed.taken;
    const taken = {
      qty: this.carried(origin === null ? null : takenQty),
      cost: this.carried(origin === null ? null : takenCost),
    };
    return {
      picked,
      qty: this.carried(costed.qty),
      value: this.carried(costed.value),
      variance: this.carried(this.now.pools.standard === null ? null : costed.variance),
      taken,
      goneBack: this.goneBack(taken),
      stock: this.stock(),
      checkpoints: from,
    };
  }

  /** A column by move as it is now, nothing yet where a move is costed again; none where it is not wanted. */
  private carried(column: Float64Array | null): Float64Array {
    if (column === null) return new Float64Array(0);
    const { count } = this.now.moves;
    const carried = new Float64Array(count);
    if (column.length === 0) return carried;
    for (const { was, now, count: many } of this.pairing.stretches)
      carried.set(column.subarray(was, was + many), now);
    for (const move of this.touched.picked) carried[move] = 0;
    return carried;
  }

  /** What moves that are not costed again have taken back of what others go back to. */
  private goneBack(taken: Taken): Map<number, GoneBack> {
    const { moves } = this.now;
    const { origin, kind, count } = moves;
    const gone = new Map<number, GoneBack>();
    if (origin === null) return gone;
    for (const move of this.touched.picked) {
      if (origin[move] === -1) continue;
      gone.set(origin[move], NOTHING_GONE);
      gone.set(aboutOf(moves, origin[move]), NOTHING_GONE);
    }
    const add = (of: number, { qty, cost }: GoneBack, sign: 1 | -1): void => {
      const before = gone.get(of);
      if (before !== undefined)
        gone.set(of, { qty: before.qty + sign * qty, cost: before.cost + sign * cost });
    };
    for (let move = 0; gone.size > 0 && move < count; move++) {
      const qty = taken.qty[move];
      if (!(qty > 0)) continue;
      add(origin[move], { qty, cost: taken.cost[move] }, 1);
      if (kind[move] === RETURN_IN) continue;
      add(aboutOf(moves, origin[move]), givenUp(moves, taken, { move: origin[move], qty }), -1);
    }
    return gone;
  }

  /** Pools as they were in the end, those that are costed again as they were noted down. */
  private stock(): Stock {
    const { touched } = this;
    const stock = this.copied() ?? this.laidOut();
    for (const [pool, known] of touched.from) {
      const checkpoint = known.at(-1);
      if (checkpoint !== undefined) restore(stock, pool, checkpoint);
    }
    return stock;
  }

  /** Where every pool has its number still: all columns as they are. */
  private copied(): Stock | null {
    const { pairing, touched, before } = this;
    const then = before.costed.stock;
    const isCrowded = then.layers.count > 2 * this.now.moves.count;
    if (pairing.isRenumbered || isCrowded || this.now.pools.count < then.qty.length) return null;
    const stock = stockAs(then, this.now.pools.count, pairing.isMoved ? this.nowOf : null);
    for (const gap of pairing.gaps)
      for (let move = gap.was; move < gap.wasEnd; move++) {
        const pool = before.moves.pool[move];
        if (pairing.poolNow[pool] === -1) stock.empty(pool);
      }
    for (const pool of touched.from.keys()) stock.empty(pool);
    return stock;
  }

  private laidOut(): Stock {
    const { pools } = this.now;
    const { layers } = this.before.costed.stock;
    const stock = new Stock(pools.count, Math.min(layers.count, this.before.moves.count));
    for (let pool = 0; pool < pools.count; pool++) {
      const was = this.pairing.poolWas[pool];
      if (was !== -1 && !this.isAnew(pool)) this.layOut(stock, pool, was);
    }
    return stock;
  }

  private layOut(stock: Stock, pool: number, was: number): void {
    const then = this.before.costed.stock;
    stock.qty[pool] = then.qty[was];
    stock.value[pool] = then.value[was];
    stock.lastQty[pool] = then.lastQty[was];
    stock.lastValue[pool] = then.lastValue[was];
    const { layers } = then;
    for (let layer = layers.head[was]; layer !== -1; layer = layers.next[layer]) {
      const [move, by] = [layers.move[layer], layers.broughtBy(layer)].map(this.nowOf);
      const lot = { move, by, firstDay: layers.firstDay[layer] };
      stock.layers.lay(pool, layers.qty[layer], layers.value[layer], lot);
    }
    const queue = then.shortages.get(was);
    if (queue !== undefined)
      stock.shortages.set(
        pool,
        queue.map((short) => ({ ...short, move: this.pairing.nowOf(short.move) })),
      );
  }
}
