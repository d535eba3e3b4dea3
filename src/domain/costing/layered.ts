import type { Title } from "../kernel/title";
import type { CostingMethod, TakenPart } from "./costing-method";
import type { Stock } from "./stock";
import { lacking, layLayer, relayer, takeFrom, takeOwn } from "./taking";

/** The layer of a pool that an issue takes from next; -1 where nothing lies. */
export type NextLayer = (layers: Stock["layers"], pool: number) => number;

/**
 * A method under which an issue takes layer after layer, in the order that `next` tells; a layer keeps the
 * remainder of its own rounding. What goes back to a supplier leaves its own layer first.
 * Source: DOMAIN §5.4, §5.5, §5.8.
 */
export function layered(title: Title, next: NextLayer): CostingMethod {
  const take = (stock: Stock, pool: number, qty: number, part: TakenPart | null): number => {
    const { layers } = stock;
    let wanted = qty;
    let cost = 0;
    while (wanted > 0) {
      const layer = next(layers, pool);
      if (layer === -1) throw lacking(pool, wanted);
      const amount = Math.min(wanted, layers.qty[layer]);
      const value = takeFrom(stock, pool, layer, amount);
      part?.(amount, value, layers.firstDay[layer], layer);
      cost += value;
      wanted -= amount;
    }
    return cost;
  };
  return {
    title,
    layered: true,
    receive: layLayer,
    issue: take,
    issueBack: (stock, pool, qty, back) => {
      const { part } = back;
      const own = takeOwn(stock, pool, qty, back);
      return own.cost + take(stock, pool, qty - own.qty, part);
    },
    reset: relayer,
  };
}
