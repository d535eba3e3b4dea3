import { mulDiv } from "../kernel/mul-div";
import type { CostingMethod } from "./costing-method";
import type { Stock } from "./stock";

/** Takes goods out of an averaged pool at what they are said to cost; answers that. */
export function takeAt(stock: Stock, pool: number, qty: number, cost: number): number {
  const left = stock.qty[pool] - qty;
  if (left === 0) {
    stock.lastQty[pool] = stock.qty[pool];
    stock.lastValue[pool] = stock.value[pool];
  }
  stock.qty[pool] = left;
  stock.value[pool] -= cost;
  return cost;
}

/**
 * Moving weighted average: an issue takes its share of the value, all of it when it takes all that is there,
 * so that no value stays at quantity 0. Source: DOMAIN §5.2.
 */
export const movingAverage: CostingMethod = {
  title: { zh: "移动加权平均", en: "Moving average" },
  layered: false,
  receive: (stock, pool, qty, value) => {
    stock.qty[pool] += qty;
    stock.value[pool] += value;
  },
  issue: (stock, pool, qty, part) => {
    const there = stock.qty[pool];
    const value = stock.value[pool];
    const cost = takeAt(stock, pool, qty, qty === there ? value : mulDiv(value, qty, there));
    part?.(qty, cost, -1);
    return cost;
  },
  issueBack: (stock, pool, qty, { cost, part }) => {
    const there = stock.qty[pool];
    const value = stock.value[pool];
    const bearable = cost > value ? mulDiv(value, qty, there) : cost;
    const taken = takeAt(stock, pool, qty, qty === there ? value : bearable);
    part?.(qty, taken, -1);
    return taken;
  },
  reset: (stock, pool, qty, value) => {
    stock.qty[pool] = qty;
    stock.value[pool] = value;
  },
};
