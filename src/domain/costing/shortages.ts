import { mulDiv } from "../kernel/mul-div";
import type { LooseEnds } from "./loose-ends";
import { type Moves, VARIANCE } from "./moves";
import type { ShortCosts } from "./shortage-costs";
import type { Shortage, Stock } from "./stock";

/** A month's goods, or those of a change of method, are laid down at once, by no move of their own. */
export const NO_MOVE = -2;

/** What a place owes that a change of method made short: no issue of its own is restated for it. */
export const INHERITED = -1;

/** Goods that come in, as far as they are not used up by shortages. */
interface Covering {
  qty: number;
  value: number;
}

/** A part of a shortage that is covered: what it costs then, and what that was taken to be beforehand. */
interface CoveredPart {
  readonly qty: number;
  readonly cost: number;
  readonly provisional: number;
}

/** What covers: the move, and the first day whose issues it restates; those before keep their cost. */
interface Coverer {
  readonly by: number;
  readonly apart: number;
}

/** All that a pool lacks keeps the standard cost from now on; what it is worth now is so much more. */
export function letStand(stock: Stock, pool: number, more: number): void {
  const queue = stock.shortages.get(pool) ?? [];
  const first = queue.at(0);
  if (first !== undefined) first.booked -= more;
  for (const short of queue) Object.assign(short, { stands: true, kept: true });
}

/** Told of what is short, and of each part of it that something covers. */
export interface CoverTold {
  owed(move: number, qty: number, booked: number): void;
  /** `isKept` where the issue keeps what it was booked at: `booked`; else it costs `cost`. */
  covered(part: {
    readonly move: number;
    readonly by: number;
    readonly pool: number;
    readonly qty: number;
    readonly cost: number;
    readonly booked: number;
    readonly isKept: boolean;
  }): void;
}

/** What left a pool that held nothing of it, until receipts cover it. Source: DOMAIN §5.9. */
export class Shortages {
  /** What the uncovered part of each short issue cost in the end, by its move. */
  readonly costs = new Map<number, number>();
  /** Pools that have been short. */
  readonly pools = new Set<number>();

  /** By pool: what covering has cost more than what is not restated was booked at, since last taken. */
  private readonly variance = new Map<number, number>();

  /** Who wants to know which receipt covers what; null = nobody. */
  told: CoverTold | null = null;

  constructor(
    private readonly stock: Stock,
    private readonly known: ShortCosts,
    private readonly moves: Pick<Moves, "kind" | "value" | "day">,
    private readonly ends: LooseEnds | null = null,
  ) {}

  /** A pool owes what it lacks; answers what that is booked at: what is known of it, else provisional. */
  owe(pool: number, short: Omit<Shortage, "booked" | "kept">): number {
    const { stock } = this;
    const { move, qty, provisional } = short;
    const booked = this.known.get(move) ?? provisional;
    const queue = stock.shortages.get(pool) ?? [];
    queue.push({ ...short, booked, kept: false });
    this.pools.add(pool);
    stock.shortages.set(pool, queue);
    this.costs.set(move, provisional);
    this.told?.owed(move, qty, booked);
    stock.qty[pool] -= qty;
    stock.value[pool] -= booked;
    return booked;
  }

  /**
   * Settles the oldest shortages of a pool out of a receipt; answers what is left of it. Issues dated
   * before `apart` keep what they were booked at: what covering cost more waits for the variance that
   * follows.
   */
  cover(pool: number, { qty, value }: Covering, { by, apart }: Coverer): Covering {
    const { stock } = this;
    const queue = stock.shortages.get(pool) ?? [];
    const left = { qty, value };
    while (left.qty > 0 && queue.length > 0) {
      const short = queue[0];
      const part = Math.min(left.qty, short.qty);
      const cost = part === left.qty ? left.value : mulDiv(left.value, part, left.qty);
      const provisional = part === short.qty ? short.provisional : mulDiv(short.provisional, part, short.qty);
      const covered = { qty: part, cost, provisional };
      this.tell(pool, short, covered, { by, apart });
      const settled = short.stands ? cost : this.restate(pool, short, covered, apart);
      short.qty -= part;
      short.provisional -= provisional;
      short.booked -= settled;
      left.qty -= part;
      left.value -= cost;
      stock.qty[pool] += part;
      stock.value[pool] += settled;
      if (short.qty > 0) continue;
      queue.shift();
      if (short.booked !== 0) this.handOn(pool, short, queue, left);
    }
    return left;
  }

  /** Whether all that a pool lacks keeps the standard cost that it left at. */
  stand(pool: number): boolean {
    return this.stock.shortages.get(pool)?.every(({ stands }) => stands) ?? true;
  }

  private tell(pool: number, short: Shortage, part: CoveredPart, { by, apart }: Coverer): void {
    const { move, stands } = short;
    if (move === INHERITED) return;
    const { qty, cost, provisional: booked } = part;
    const isKept = !stands && this.moves.day[move] < apart;
    this.told?.covered({ move, by, pool, qty, cost: stands ? booked : cost, booked, isKept });
  }

  /** Restates a short issue as far as it is covered, unless it keeps its cost; answers what is settled. */
  private restate(pool: number, short: Shortage, part: CoveredPart, apart: number): number {
    const { cost, provisional } = part;
    const isApart = short.move === INHERITED || this.moves.day[short.move] < apart;
    if (isApart) this.wait(pool, cost - provisional);
    else this.costs.set(short.move, (this.costs.get(short.move) ?? 0) + cost - provisional);
    return this.settled(short, isApart ? { ...part, cost: provisional } : part);
  }

  /**
   * Settles them out of what a move brings: where a variance stands behind it, that says what it restates.
   */
  coverBy(by: number, pool: number, covering: Covering): Covering {
    const { kind, value } = this.moves;
    return this.cover(pool, covering, { by, apart: kind[by + 1] === VARIANCE ? value[by + 1] : -Infinity });
  }

  /**
   * What is settled of what a short issue was booked at: what the part costs, once that is known. In the pass
   * that ends a circle the issue bears at once what it costs more, unless others came in at what it cost.
   */
  private settled(short: Shortage, { qty, cost, provisional }: CoveredPart): number {
    if (this.ends === null) return this.known.has(short.move) ? cost : provisional;
    const booked = qty === short.qty ? short.booked : mulDiv(short.booked, qty, short.qty);
    return this.ends.bears(short.move, cost - booked) ? booked : cost;
  }

  /**
   * What a shortage was booked at beyond what has covered it goes on with what else is short, or with the
   * goods left: of what keeps the standard cost, the pool has it. Where there is nothing of either, the last
   * issue costs so much less.
   */
  private handOn(pool: number, short: Shortage, queue: readonly Shortage[], left: Covering): void {
    const { booked: rest, stands } = short;
    if (this.ends === null && !stands) return;
    const next = queue.at(0);
    if (next !== undefined) next.booked += rest;
    else if (stands || this.ends === null) return;
    else if (left.qty > 0) left.value -= rest;
    else this.ends.bear(pool, -rest);
  }

  /** What covering has cost more in a pool and waits for a move that books it. */
  get waiting(): ReadonlyMap<number, number> {
    return this.variance;
  }

  /** Lets a difference wait in a pool for the variance that follows. */
  wait(pool: number, more: number): void {
    if (more !== 0) this.variance.set(pool, (this.variance.get(pool) ?? 0) + more);
  }

  /** What covering in a pool has cost more than what is not restated was booked at; it begins anew. */
  takeVariance(pool: number): number {
    const variance = this.variance.get(pool) ?? 0;
    this.variance.delete(pool);
    return variance;
  }
}
