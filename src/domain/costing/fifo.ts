import { mulDiv } from "../kernel/mul-div";
import type { CostingMethod, TakenPart } from "./costing-method";
import type { Stock } from "./stock";

/**
 * Takes up to `wanted` out of one layer; answers its value: all of it when the layer is used up, else its
 * share.
 */
function takeFrom(stock: Stock, pool: number, layer: number, wanted: number): number {
  const { layers } = stock;
  const there = layers.qty[layer];
  const value = layers.value[layer];
  const cost = wanted === there ? value : mulDiv(value, wanted, there);
  stock.lastQty[pool] = there;
  stock.lastValue[pool] = value;
  layers.qty[layer] = there - wanted;
  layers.value[layer] = value - cost;
  stock.qty[pool] -= wanted;
  stock.value[pool] -= cost;
  return cost;
}

function takeFromFront(stock: Stock, pool: number, qty: number, part: TakenPart | null): number {
  const { layers } = stock;
  let wanted = qty;
  let cost = 0;
  while (wanted > 0) {
    const layer = layers.front(pool);
    if (layer === -1)
      throw new Error(`pool ${String(pool)} lacks ${String(wanted)} of what its quantity says`);
    const amount = Math.min(wanted, layers.qty[layer]);
    const value = takeFrom(stock, pool, layer, amount);
    part?.(amount, value, layers.firstDay[layer]);
    cost += value;
    wanted -= amount;
  }
  return cost;
}

function layerOf(stock: Stock, pool: number, move: number): number {
  let layer = stock.layers.front(pool);
  while (layer !== -1 && stock.layers.move[layer] !== move) layer = stock.layers.next[layer];
  return layer;
}

/**
 * First in, first out: an issue takes the oldest layers first; a layer keeps the remainder of its own
 * rounding. What goes back to a supplier leaves its own layer first. Source: DOMAIN §5.4, §5.8.
 */
export const fifo: CostingMethod = {
  title: { zh: "先进先出", en: "First in, first out" },
  layered: true,
  receive: (stock, pool, qty, value, lot) => {
    stock.layers.append(pool, qty, value, lot);
    stock.qty[pool] += qty;
    stock.value[pool] += value;
    stock.lastQty[pool] = qty;
    stock.lastValue[pool] = value;
  },
  issue: takeFromFront,
  issueBack: (stock, pool, qty, { move }) => {
    const layer = layerOf(stock, pool, move);
    const own = layer === -1 ? 0 : Math.min(qty, stock.layers.qty[layer]);
    const cost = own === 0 ? 0 : takeFrom(stock, pool, layer, own);
    return cost + takeFromFront(stock, pool, qty - own, null);
  },
  reset: (stock, pool, qty, value, lot) => {
    stock.layers.clear(pool);
    stock.qty[pool] = qty;
    stock.value[pool] = value;
    if (qty === 0) return;
    stock.layers.append(pool, qty, value, lot);
    stock.lastQty[pool] = qty;
    stock.lastValue[pool] = value;
  },
};
