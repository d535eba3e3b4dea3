/** Goods taken together out of a pool. */
interface Part {
  qty: number;
  value: number;
  firstDay: number;
}

/** The first day of goods that are averaged with others. */
export const POOLED = -1;

/** What a transfer has taken out, part by part, until it lays it down again. */
export class Parts {
  list: Part[] = [];

  /** Parts of an average (no day of their own) stay together with what else leaves, as they arrive. */
  readonly collect = (qty: number, value: number, firstDay: number): void => {
    const last = this.list.at(-1);
    if (last?.firstDay === POOLED) {
      last.qty += qty;
      last.value += value;
    } else this.list.push({ qty, value, firstDay });
  };

  /** Begins anew. */
  clear(): void {
    this.list = [];
  }
}
