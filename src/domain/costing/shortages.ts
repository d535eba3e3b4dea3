import { mulDiv } from "../kernel/mul-div";
import type { ShortCosts } from "./shortage-costs";
import type { Shortage, Stock } from "./stock";

/** What left a pool that held nothing of it, until receipts cover it. Source: DOMAIN §5.9. */
export class Shortages {
  /** What the uncovered part of each short issue cost in the end, by its move. */
  readonly costs = new Map<number, number>();

  constructor(
    private readonly stock: Stock,
    private readonly known: ShortCosts,
  ) {}

  /** A pool owes what it lacks; answers what that is booked at: what is known of it, else provisional. */
  owe(pool: number, short: Shortage): number {
    const { stock } = this;
    const { move, qty, provisional } = short;
    const booked = this.known.get(move) ?? provisional;
    const queue = stock.shortages.get(pool) ?? [];
    queue.push(short);
    stock.shortages.set(pool, queue);
    this.costs.set(move, provisional);
    stock.qty[pool] -= qty;
    stock.value[pool] -= booked;
    return booked;
  }

  /** Settles the oldest shortages of a pool out of a receipt; answers what is left of it. */
  cover(pool: number, qty: number, value: number): { qty: number; value: number } {
    const { stock } = this;
    const queue = stock.shortages.get(pool) ?? [];
    const left = { qty, value };
    while (left.qty > 0 && queue.length > 0) {
      const short = queue[0];
      const part = Math.min(left.qty, short.qty);
      const cost = part === left.qty ? left.value : mulDiv(left.value, part, left.qty);
      const booked = part === short.qty ? short.provisional : mulDiv(short.provisional, part, short.qty);
      this.costs.set(short.move, (this.costs.get(short.move) ?? 0) + cost - booked);
      short.qty -= part;
      short.provisional -= booked;
      if (short.qty === 0) queue.shift();
      left.qty -= part;
      left.value -= cost;
      stock.qty[pool] += part;
      stock.value[pool] += this.known.has(short.move) ? cost : booked;
    }
    return left;
  }

  /** The moves with a part that nothing has covered yet. */
  open(): ReadonlySet<number> {
    return new Set([...this.stock.shortages.values()].flatMap((queue) => queue.map(({ move }) => move)));
  }
}
