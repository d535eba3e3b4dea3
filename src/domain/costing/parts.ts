/** Goods taken together out of a pool. */
interface Part {
  qty: number;
  value: number;
  firstDay: number;
  /** The layer it was taken from; -1 = none. */
  layer: number;
}

/** The first day of goods that are averaged with others. */
export const POOLED = -1;

/** What a transfer has taken out, part by part, until it lays it down again. */
export class Parts {
  list: Part[] = [];

  /** Parts of an average (no day of their own) stay together with what else leaves, as they arrive. */
  readonly collect = (qty: number, value: number, firstDay: number, layer = -1): void => {
    const last = this.list.at(-1);
    if (last?.firstDay === POOLED) {
      last.qty += qty;
      last.value += value;
    } else this.list.push({ qty, value, firstDay, layer });
  };

  /** Begins anew. */
  clear(): void {
    this.list = [];
  }
}
