import type { Costed } from "../../src/domain/costing/costed";
import type { Stock } from "../../src/domain/costing/stock";

function shown(stock: Stock, pool: number) {
  const { layers } = stock;
  const own: number[][] = [];
  for (let layer = layers.head[pool]; layer !== -1; layer = layers.next[layer])
    own.push([layers.qty[layer], layers.value[layer], layers.move[layer], layers.firstDay[layer]]);
  const { qty, value, lastQty, lastValue, shortages } = stock;
  const short = shortages.get(pool) ?? [];
  return { qty: qty[pool], value: value[pool], last: [lastQty[pool], lastValue[pool]], own, short };
}

/** All that a costing says, as one text: that is compared quickly. */
export function costingTold({
  qty,
  value,
  variance,
  withoutCost,
  refused,
  shortCosts,
  stock,
  taken,
}: Costed): string {
  const byMove = [qty, value, taken.qty, taken.cost, variance ?? []].map((column) => Array.from(column));
  const later = [...shortCosts].sort(([a], [b]) => a - b);
  const pools = Array.from(stock.qty, (_, pool) => shown(stock, pool));
  return JSON.stringify({ byMove, withoutCost, refused, later, pools });
}
