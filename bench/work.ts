/** How many items, warehouses, partners and days the common work has. */
export const WORK = {
  items: 5000,
  warehouses: 4,
  customers: 1000,
  suppliers: 200,
  categories: 20,
  days: 731,
};
/** First day of the work: 2023-01-01 as a serial number. */
export const FIRST_DAY = 44927;
const SEED = 20240607;

/** Movement lines one number a column: whole quantities, prices in cents; kind 0 bought, 1 sold. */
export interface Work {
  readonly count: number;
  readonly item: Int32Array;
  readonly warehouse: Int32Array;
  readonly kind: Uint8Array;
  readonly qty: Float64Array;
  readonly cents: Float64Array;
  readonly day: Int32Array;
  readonly partner: Int32Array;
  /** Money received and paid, a tenth as many. */
  readonly payments: readonly Payment[];
}

/** One payment: by a customer (in) or to a supplier. */
export interface Payment {
  readonly day: number;
  readonly isIn: boolean;
  readonly partner: number;
  readonly cents: number;
}

/** Even numbers between 0 and 1, the same for the same seed. Source: mulberry32. */
function even(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Which bins hold anything, so that one of them can be drawn. */
class LiveBins {
  private readonly list: number[] = [];
  private readonly place = new Int32Array(WORK.items * WORK.warehouses).fill(-1);

  get any(): boolean {
    return this.list.length > 0;
  }

  draw(random: number): number {
    return this.list[Math.floor(random * this.list.length)];
  }

  add(bin: number): void {
    if (this.place[bin] !== -1) return;
    this.place[bin] = this.list.length;
    this.list.push(bin);
  }

  remove(bin: number): void {
    const at = this.place[bin];
    const last = this.list.pop() ?? bin;
    this.place[bin] = -1;
    if (last === bin) return;
    this.list[at] = last;
    this.place[last] = at;
  }
}

/** So many lines of buying (about 30 %) and selling over two years that never sell what is not there. */
export function makeWork(count: number): Work {
  const random = even(SEED);
  const { items, warehouses, customers, suppliers, days } = WORK;
  const item = new Int32Array(count);
  const warehouse = new Int32Array(count);
  const kind = new Uint8Array(count);
  const qty = new Float64Array(count);
  const cents = new Float64Array(count);
  const day = new Int32Array(count);
  const partner = new Int32Array(count);
  const list = Float64Array.from(
    { length: items },
    () => Math.round((1 + random() * random() * 499) * 100) / 100,
  );
  const there = new Int32Array(items * warehouses);
  const live = new LiveBins();
  const drawBin = (): number => {
    const u = random();
    return Math.floor(u * u * items) * warehouses + Math.floor(random() * warehouses);
  };
  for (let k = 0; k < count; k++) {
    day[k] = Math.floor((k * days) / count);
    const sells = random() < 0.7 && live.any;
    let bin = drawBin();
    if (sells) {
      if (there[bin] === 0) bin = live.draw(random());
      qty[k] = Math.min(1 + Math.floor(random() * 20), there[bin]);
      there[bin] -= qty[k];
      if (there[bin] === 0) live.remove(bin);
      kind[k] = 1;
    } else {
      qty[k] = 10 + Math.floor(random() * 41);
      there[bin] += qty[k];
      live.add(bin);
    }
    const share = sells ? 1.2 + random() * 0.3 : 0.8 + random() * 0.4;
    item[k] = Math.floor(bin / warehouses);
    warehouse[k] = bin % warehouses;
    cents[k] = Math.round(list[item[k]] * share * 100);
    partner[k] = Math.floor(random() * (sells ? customers : suppliers));
  }
  const payments = Array.from({ length: Math.floor(count / 10) }, (_, k) => {
    const isIn = random() < 0.7;
    const who = Math.floor(random() * (isIn ? customers : suppliers));
    const amount = Math.round(random() * 1e6);
    return { day: Math.floor((k * days) / Math.floor(count / 10)), isIn, partner: who, cents: amount };
  });
  return { count, item, warehouse, kind, qty, cents, day, partner, payments };
}
