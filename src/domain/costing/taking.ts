import { mulDiv } from "../kernel/mul-div";
import type { IssuedBack, Lot } from "./costing-method";
import type { Stock } from "./stock";

/**
 * Takes up to `wanted` out of one layer; answers its value: all of it when the layer is used up, else its
 * share. So a layer keeps the remainder of its own rounding. Source: DOMAIN §5.4.
 */
export function takeFrom(stock: Stock, pool: number, layer: number, wanted: number): number {
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

/**
 * Takes what there is of the goods that a move brought into the pool, or into the house, up to `wanted`, and
 * from what is left of their layer what they cost beside their share; answers both. Source: DOMAIN §5.8,
 * §5.11.
 */
export function takeOwn(
  stock: Stock,
  pool: number,
  wanted: number,
  { move, more, part }: Omit<IssuedBack, "cost">,
): { readonly qty: number; readonly cost: number } {
  const { layers } = stock;
  let qty = 0;
  let cost = 0;
  for (let layer = layers.front(pool); layer !== -1 && qty < wanted; layer = layers.next[layer]) {
    if (layers.qty[layer] === 0 || !isOf(layers, layer, move)) continue;
    const amount = Math.min(wanted - qty, layers.qty[layer]);
    qty += amount;
    const own = takeFrom(stock, pool, layer, amount);
    const value = own + (qty === wanted ? takeMore(stock, pool, layer, Math.max(more, -own - cost)) : 0);
    part?.(amount, value, layers.firstDay[layer], layer);
    cost += value;
  }
  return { qty, cost };
}

/** Whether a move laid a layer, or brought its goods into the house. */
function isOf(layers: Stock["layers"], layer: number, move: number): boolean {
  return layers.move[layer] === move || layers.broughtBy(layer) === move;
}

/** Takes value alone out of a layer, never more than it has; nothing of one that is used up. Answers what. */
function takeMore(stock: Stock, pool: number, layer: number, more: number): number {
  const { layers } = stock;
  const taken = layers.qty[layer] > 0 ? Math.min(more, layers.value[layer]) : 0;
  layers.value[layer] -= taken;
  stock.value[pool] -= taken;
  return taken;
}

/** Lays goods down as the newest layer of a pool. */
export function layLayer(stock: Stock, pool: number, qty: number, value: number, lot: Lot): void {
  stock.layers.append(pool, qty, value, lot);
  stock.qty[pool] += qty;
  stock.value[pool] += value;
  stock.lastQty[pool] = qty;
  stock.lastValue[pool] = value;
}

/** Everything there is becomes one layer; where nothing is, none, and the last known cost stays. */
export function relayer(stock: Stock, pool: number, qty: number, value: number, lot: Lot): void {
  stock.layers.clear(pool);
  stock.qty[pool] = qty;
  stock.value[pool] = value;
  if (qty === 0) return;
  stock.layers.append(pool, qty, value, lot);
  stock.lastQty[pool] = qty;
  stock.lastValue[pool] = value;
}

/** What a pool says it holds and no layer has: a defect of ours. */
export function lacking(pool: number, wanted: number): Error {
  return new Error(`pool ${String(pool)} lacks ${String(wanted)} of what its quantity says`);
}
