import type { CostingMethod, TakenPart } from "./costing-method";
import type { Stock } from "./stock";
import { lacking, layLayer, relayer, takeFrom, takeOwn } from "./taking";

function takeFromBack(stock: Stock, pool: number, qty: number, part: TakenPart | null): number {
  const { layers } = stock;
  let wanted = qty;
  let cost = 0;
  while (wanted > 0) {
    const layer = layers.back(pool);
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
 * Last in, first out, at every moment: an issue takes the newest layers first; what comes back from a
 * customer is the newest. The parts of a transfer are laid down in the order in which they were taken. Not
 * permitted for accounts (CAS 1, IAS 2), so it is labelled a view for management. Source: DOMAIN §5.5, §5.8.
 */
export const lifo: CostingMethod = {
  title: { zh: "后进先出（管理口径）", en: "Last in, first out (management view)" },
  layered: true,
  receive: layLayer,
  issue: takeFromBack,
  issueBack: (stock, pool, qty, { move, part }) => {
    const own = takeOwn(stock, pool, qty, { move, part });
    return own.cost + takeFromBack(stock, pool, qty - own.qty, part);
  },
  reset: relayer,
};
