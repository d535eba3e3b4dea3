import type { CostingMethod, TakenPart } from "./costing-method";
import type { Stock } from "./stock";
import { lacking, layLayer, relayer, takeFrom, takeOwn } from "./taking";

function takeFromFront(stock: Stock, pool: number, qty: number, part: TakenPart | null): number {
  const { layers } = stock;
  let wanted = qty;
  let cost = 0;
  while (wanted > 0) {
    const layer = layers.front(pool);
    if (layer === -1) throw lacking(pool, wanted);
    const amount = Math.min(wanted, layers.qty[layer]);
    const value = takeFrom(stock, pool, layer, amount);
    part?.(amount, value, layers.firstDay[layer]);
    cost += value;
    wanted -= amount;
  }
  return cost;
}

/**
 * First in, first out: an issue takes the oldest layers first; a layer keeps the remainder of its own
 * rounding. What goes back to a supplier leaves its own layer first. Source: DOMAIN §5.4, §5.8.
 */
export const fifo: CostingMethod = {
  title: { zh: "先进先出", en: "First in, first out" },
  layered: true,
  receive: layLayer,
  issue: takeFromFront,
  issueBack: (stock, pool, qty, { move, part }) => {
    const own = takeOwn(stock, pool, qty, { move, part });
    return own.cost + takeFromFront(stock, pool, qty - own.qty, part);
  },
  reset: relayer,
};
