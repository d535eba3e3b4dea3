import { mulDiv } from "../kernel/mul-div";
import type { Carried } from "./costed";
import type { CostingMethod } from "./costing-method";
import type { PassedOn, PoolChange } from "./moves";
import type { Stock } from "./stock";

/** Goods that begin under another method. */
interface Opening {
  qty: number;
  value: number;
}

/**
 * Passes all that an item has on to other pools at a change of its method: each begins with one layer, the
 * value is as it was. Where one cost held for several bins it is shared by quantity, the last in which
 * something lies takes the remainder. A pool in which something is short passes on whole, with what it owes,
 * to the first bin in which something lies or is missing. Answers what each bin carried. Source: DOMAIN
 * §5.14.
 */
export function passOn(
  stock: Stock,
  methods: { of(pool: number): CostingMethod },
  change: PoolChange,
): readonly Carried[] {
  const { before, day, parts } = change;
  const opening = new Map<number, Opening>();
  const carried: Carried[] = [];
  for (const from of new Set(parts.map((part) => part.from))) {
    const own = parts.filter((part) => part.from === from);
    const isShort = stock.qty[from] < 0 || own.some(({ qty }) => qty < 0);
    for (const part of isShort ? whole(stock, own) : shared(stock, own)) {
      carried.push({ ...part, before, day });
      const { qty, value } = opening.get(part.to) ?? { qty: 0, value: 0 };
      opening.set(part.to, { qty: qty + part.qty, value: value + part.value });
      keepCost(stock, from, part.to);
    }
    methods.of(from).reset(stock, from, 0, 0, { move: -1, firstDay: day });
  }
  for (const [to, { qty, value }] of opening) {
    methods.of(to).reset(stock, to, Math.max(0, qty), value, { move: -1, firstDay: day });
    stock.qty[to] = qty;
  }
  return carried;
}

type Worth = Omit<Carried, "before" | "day">;

function shared(stock: Stock, parts: readonly PassedOn[]): readonly Worth[] {
  const { from } = parts[0];
  const last = parts.reduce((before, { qty }, at) => (qty === 0 ? before : at), 0);
  let left = stock.value[from];
  return parts.map((part, at) => {
    const share = part.qty === 0 ? 0 : mulDiv(stock.value[from], part.qty, stock.qty[from]);
    const value = at === last ? left : share;
    left -= value;
    return { ...part, value };
  });
}

function whole(stock: Stock, parts: readonly PassedOn[]): readonly Worth[] {
  const first = parts.find(({ qty }) => qty !== 0) ?? parts[0];
  const { from, to } = first;
  const queue = stock.shortages.get(from);
  if (queue !== undefined) {
    stock.shortages.set(to, [...(stock.shortages.get(to) ?? []), ...queue]);
    stock.shortages.delete(from);
  }
  return parts.map((part) => ({
    ...part,
    to,
    qty: part === first ? stock.qty[from] : 0,
    value: part === first ? stock.value[from] : 0,
  }));
}

/** What was last known of the cost is known still. */
function keepCost(stock: Stock, from: number, to: number): void {
  const there = stock.qty[from] > 0 ? stock : null;
  stock.lastQty[to] = there?.qty[from] ?? stock.lastQty[from];
  stock.lastValue[to] = there?.value[from] ?? stock.lastValue[from];
}
