import { mulDiv } from "../kernel/mul-div";
import type { TakenPart } from "./costing-method";
import type { Foreknown } from "./costed";
import type { Until } from "./cost-moves";
import {
  type CostingPolicy,
  type Moves,
  NEUTRAL_IN,
  NEUTRAL_OUT,
  type PassedOn,
  type PoolChange,
  type Pools,
  REPRICE,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "./moves";
import { costingMethods } from "./index";
import { Pass } from "./pass";
import type { ShortCosts } from "./shortage-costs";
import type { Stock } from "./stock";

/** Goods that have been in the house since one day; 10⁻⁶ of the stock unit. */
interface Aged {
  readonly qty: number;
  readonly firstDay: number;
  readonly move: number;
  /** The move that brought them into the house. */
  readonly by: number;
}

/**
 * The moves of which ages are asked, and which of them were repacked from which: the same item, gone out and
 * in.
 */
export interface AgedMoves {
  readonly moves: Moves;
  readonly pools: Pools;
  /** The place of each move by itself. */
  readonly bin: Int32Array;
  readonly bins: number;
  readonly repacked: ReadonlyMap<number, readonly number[]>;
  readonly policy: CostingPolicy;
  readonly shortCosts: ShortCosts;
}

/**
 * Stock as it lay then, in layers, each with the day its goods first came into the house, if every averaged
 * pool let its oldest goods go first. Ages go on through transfers, changes of method and of price, and
 * repacking; the values of the layers mean nothing. Source: DOMAIN §9 inventory ageing.
 */
export function agedStock(aged: AgedMoves, { end, through }: Until): Stock {
  const queues = { ...aged.pools, method: aged.pools.method.map((code) => (isLayered(code) ? code : FIFO)) };
  const pass = new AgedPass(aged, queues);
  pass.run(end, through);
  return pass.stock;
}

const FIFO = "fifo" as const;

function isLayered(code: Pools["method"][number]): boolean {
  return costingMethods[code].layered;
}

class AgedPass extends Pass {
  /** By move that goes out to be repacked: the goods of its document and item that have gone out so far. */
  private readonly gone = new Map<number, Aged[]>();

  constructor(
    private readonly aged: AgedMoves,
    queues: Pools,
  ) {
    const known: Foreknown = { shortCosts: aged.shortCosts, spans: null, arrived: [], frozen: null };
    super(aged.moves, queues, aged.policy, known);
    const queueOf = new Map<readonly number[], Aged[]>();
    for (const sources of aged.repacked.values()) {
      const queue = queueOf.get(sources) ?? [];
      queueOf.set(sources, queue);
      for (const source of sources) this.gone.set(source, queue);
    }
  }

  /** Notes down how old the goods are that go out to be repacked. */
  protected override told(move: number, _pool: number, part: TakenPart | null): TakenPart | null {
    const gone = this.gone.get(move);
    if (gone === undefined) return part;
    return (amount, value, firstDay, layer) => {
      gone.push({ qty: amount, firstDay, move, by: move });
      part?.(amount, value, firstDay, layer);
    };
  }

  /** Goods that were only repacked are as old as they were; what came to more is new. */
  protected override lay(move: number, pool: number, qty: number, value: number, firstDay: number): void {
    const source = this.aged.repacked.get(move)?.at(0) ?? -1;
    const gone = this.gone.get(source) ?? [];
    let left = qty;
    for (const age of takenOff(gone, qty)) {
      super.lay(move, pool, age.qty, mulDiv(value, age.qty, qty), age.firstDay);
      left -= age.qty;
    }
    if (left > 0) super.lay(move, pool, left, mulDiv(value, left, qty), firstDay);
  }

  /** Another price makes nothing younger; of goods in layers none is the supplier's any more. */
  protected override revalue(move: number, pool: number): void {
    if (this.moves.kind[move] !== REPRICE) super.revalue(move, pool);
    else if (isLayered(this.aged.pools.method[pool])) this.relay(pool, this.agesIn(pool));
  }

  protected override passOn(change: PoolChange): void {
    const { parts } = change;
    const ages = new Map<number, Aged[]>();
    for (const from of new Set(parts.map((part) => part.from))) {
      const own = parts.filter((part) => part.from === from);
      const isWhole = own.every(({ to }) => to === own[0].to);
      const told = isWhole ? [{ to: own[0].to, ages: this.agesIn(from) }] : this.agesApart(change, own);
      for (const { to, ages: some } of told) ages.set(to, [...(ages.get(to) ?? []), ...some]);
    }
    super.passOn(change);
    for (const [to, all] of ages) {
      if (!(this.stock.qty[to] > 0)) continue;
      const oldest = all.sort((a, b) => a.firstDay - b.firstDay);
      const there = oldest.reduce((sum, { qty }) => sum + qty, 0);
      takenOff(oldest, there - this.stock.qty[to]);
      this.relay(to, oldest);
    }
  }

  /**
   * Of goods that had one cost in several places, the ages place by place, as if the oldest went first there.
   */
  private agesApart({ before, day }: PoolChange, parts: readonly PassedOn[]) {
    const { aged } = this;
    const kind = aged.moves.kind.map((what) => PLACED.get(what) ?? what);
    const moves = { ...aged.moves, kind, pool: aged.bin };
    const method = Array.from({ length: aged.bins }, () => FIFO);
    const fallback = new Float64Array(aged.bins).fill(NaN);
    const pools: Pools = { count: aged.bins, method, fallback, standard: null, changes: [], closedEnds: [] };
    const apart = new AgedPass({ ...aged, moves, pools }, pools);
    apart.run(before, day - 1);
    return parts.map(({ bin, to }) => ({ to, ages: apart.agesIn(bin) }));
  }

  /** What lies in a pool, oldest layer first. */
  private agesIn(pool: number): Aged[] {
    const { layers } = this.stock;
    const ages: Aged[] = [];
    for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer]) {
      const [qty, firstDay, move] = [layers.qty[layer], layers.firstDay[layer], layers.move[layer]];
      if (qty > 0) ages.push({ qty, firstDay, move, by: layers.broughtBy(layer) });
    }
    return ages;
  }

  /** Lays all that a pool holds as these; in a pool of layers by no move of their own. */
  private relay(pool: number, ages: readonly Aged[]): void {
    const { layers, qty, value } = this.stock;
    const isOwn = isLayered(this.aged.pools.method[pool]);
    let rest = value[pool];
    layers.clear(pool);
    ages.forEach((age, at) => {
      const share = at === ages.length - 1 ? rest : mulDiv(value[pool], age.qty, qty[pool]);
      rest -= share;
      layers.lay(pool, age.qty, share, isOwn ? { ...age, move: -1, by: -1 } : age);
    });
  }
}

/** What goes from place to place, whatever one cost holds for. */
const PLACED: ReadonlyMap<number, number> = new Map([
  [NEUTRAL_OUT, TRANSFER_OUT],
  [NEUTRAL_IN, TRANSFER_IN],
]);

/** Takes the first goods of a list off it, up to a quantity. */
function takenOff(list: Aged[], most: number): readonly Aged[] {
  const taken: Aged[] = [];
  let left = most;
  while (left > 0 && list.length > 0) {
    const [first] = list;
    const qty = Math.min(left, first.qty);
    taken.push({ ...first, qty });
    if (qty === first.qty) list.shift();
    else list[0] = { ...first, qty: first.qty - qty };
    left -= qty;
  }
  return taken;
}
