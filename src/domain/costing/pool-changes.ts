import { mulDiv } from "../kernel/mul-div";
import { shared } from "../kernel/shared";
import type { Carried } from "./costed";
import type { CostingMethod } from "./costing-method";
import type { PassedOn, PoolChange } from "./moves";
import { INHERITED, NO_MOVE, type Shortages } from "./shortages";
import type { Shortage, Stock } from "./stock";

/** What a change of method is about. */
export interface PassingGround {
  readonly stock: Stock;
  readonly methods: { of(pool: number): CostingMethod };
  readonly shortages: Pick<Shortages, "cover" | "takeVariance" | "wait">;
}

/** What a pool begins with: goods, and what is owed of them; money in smallest units. */
interface Opening {
  readonly to: number;
  readonly qty: number;
  readonly value: number;
  readonly owed: readonly Shortage[];
}

/**
 * Passes all that an item has on to other pools at a change of its method: each begins with one layer, the
 * value is as it was, shared by quantity where one cost held for several places: one that lacks some owes
 * what that comes to, the first such ones what was short before; the last with any takes the remainder, and
 * what waits to be booked. Answers what each bin carried. Source: DOMAIN §5.14.
 */
export function passOn(ground: PassingGround, change: PoolChange): readonly Carried[] {
  const { before, day, parts } = change;
  const { stock, methods, shortages } = ground;
  const openings: Opening[] = [];
  const carried: Carried[] = [];
  for (const from of new Set(parts.map((part) => part.from))) {
    const own = parts.filter((part) => part.from === from);
    const { openings: begun, values, bearer } = allot(stock, from, own);
    openings.push(...begun);
    const waiting = shortages.takeVariance(from);
    values[bearer] += waiting;
    shortages.wait(own[bearer].to, waiting);
    own.forEach((part, at) => carried.push({ ...part, before, day, value: values[at] }));
    for (const { to } of own) keepCost(stock, from, to);
    stock.shortages.delete(from);
    methods.of(from).reset(stock, from, 0, 0, { move: -1, firstDay: day });
  }
  for (const to of new Set(parts.map((part) => part.to)))
    open(ground, { ...change, to, openings: openings.filter((opening) => opening.to === to) });
  return carried;
}

/**
 * What each part is worth that a pool passes on, which bears the remainder, and what the pools begin with
 * that take them.
 */
function allot(stock: Stock, from: number, parts: readonly PassedOn[]) {
  const at = unitWorth(stock, from);
  const queue = [...(stock.shortages.get(from) ?? [])];
  const values = parts.map(({ qty }) => at(qty));
  const takers = [...new Set(parts.map(({ to }) => to))].map((to) => {
    const places = parts.flatMap((part, place) => (part.to === to ? [place] : []));
    const qty = places.reduce((sum, place) => sum + parts[place].qty, 0);
    const owed = qty < 0 ? takenFrom(queue, -qty) : [];
    const booked = owed.reduce((sum, short) => sum + short.booked, 0);
    const lacking = Math.max(0, -qty) - owed.reduce((sum, short) => sum + short.qty, 0);
    if (owed.length > 0) {
      const weights = places.map((place) => parts[place].qty);
      shared(-booked - at(lacking), weights).forEach((value, i) => (values[places[i]] = value));
    }
    return { to, places, qty, owed, booked, lacking };
  });
  const isLast = stock.qty[from] < 0 ? (qty: number) => qty > 0 : (qty: number) => qty !== 0;
  const last = parts.findLastIndex(({ qty }) => isLast(qty));
  const rest = stock.value[from] - values.reduce((sum, value) => sum + value, 0);
  const moved = last === -1 ? parts.findLastIndex(({ qty }) => qty !== 0) : last;
  const bearer = moved === -1 ? parts.length - 1 : moved;
  values[bearer] += rest;
  const openings = takers.map(({ to, places, qty, owed, booked, lacking }): Opening => {
    const value = places.reduce((sum, place) => sum + values[place], 0);
    const worth = -value - booked;
    const inherited = inheritedShort(lacking, worth);
    return { to, qty, value, owed: lacking > 0 ? [...owed, inherited] : owed };
  });
  return { values, openings, bearer };
}

/** What a quantity is worth at what the pool holds, else at the last known cost, else nothing. */
function unitWorth(stock: Stock, pool: number): (qty: number) => number {
  const [whole, value] = [stock.qty[pool], stock.value[pool]];
  if (whole !== 0) return (qty) => mulDiv(value, qty, whole);
  const [lastQty, lastValue] = [stock.lastQty[pool], stock.lastValue[pool]];
  return (qty) => (lastQty > 0 ? mulDiv(lastValue, qty, lastQty) : 0);
}

/** So much that is lacking, at what it is worth; no issue is restated for it. */
function inheritedShort(qty: number, worth: number): Shortage {
  return { move: INHERITED, qty, provisional: worth, booked: worth, stands: false, kept: false };
}

/** Takes the oldest of what is owed out of a queue, up to a quantity. */
function takenFrom(queue: Shortage[], most: number): readonly Shortage[] {
  const taken: Shortage[] = [];
  let left = most;
  while (left > 0 && queue.length > 0) {
    const short = queue[0];
    const qty = Math.min(left, short.qty);
    const part = (money: number): number => (qty === short.qty ? money : mulDiv(money, qty, short.qty));
    const [provisional, booked] = [part(short.provisional), part(short.booked)];
    const own = { move: short.move, qty, provisional, booked, stands: false, kept: false };
    taken.push(short.kept ? inheritedShort(qty, booked) : own);
    const rest = { ...short, qty: short.qty - qty };
    queue[0] = {
      ...rest,
      provisional: short.provisional - own.provisional,
      booked: short.booked - own.booked,
    };
    if (queue[0].qty === 0) queue.shift();
    left -= qty;
  }
  return taken;
}

/** A pool that a change lets begin, and with what. */
interface Beginning extends Pick<PoolChange, "day" | "restates"> {
  readonly to: number;
  readonly openings: readonly Opening[];
}

/**
 * Lays down what a pool begins with. Where more is there than is owed, that is one layer, at what all came
 * to; else what is owed is covered out of the goods: what may not be restated keeps what it was booked at,
 * and the difference waits.
 */
function open(
  { stock, methods, shortages }: PassingGround,
  { to, day, restates, openings }: Beginning,
): void {
  const lot = { move: -1, firstDay: day };
  const owing = openings.filter(({ qty }) => qty < 0);
  const all = summed(openings);
  if (owing.length === 0 || (all.qty > 0 && all.value >= 0)) {
    methods.of(to).reset(stock, to, all.qty, all.value, lot);
    return;
  }
  const short = summed(owing);
  stock.shortages.set(
    to,
    owing.flatMap(({ owed }) => owed.map((each) => ({ ...each }))),
  );
  stock.qty[to] = short.qty;
  stock.value[to] = short.value;
  const goods = { qty: all.qty - short.qty, value: all.value - short.value };
  const left = shortages.cover(to, goods, { by: NO_MOVE, apart: restates });
  if (stock.qty[to] === 0) methods.of(to).reset(stock, to, left.qty, left.value, lot);
}

function summed(openings: readonly Opening[]): { readonly qty: number; readonly value: number } {
  const sum = (of: (opening: Opening) => number): number => openings.reduce((all, each) => all + of(each), 0);
  return { qty: sum(({ qty }) => qty), value: sum(({ value }) => value) };
}

/** What was last known of the cost is known still. */
function keepCost(stock: Stock, from: number, to: number): void {
  const there = stock.qty[from] > 0 ? stock : null;
  stock.lastQty[to] = there?.qty[from] ?? stock.lastQty[from];
  stock.lastValue[to] = there?.value[from] ?? stock.lastValue[from];
}
