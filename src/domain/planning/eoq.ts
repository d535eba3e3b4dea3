import { type Formula, type Outcomes, PLANNING_DECIMALS, type Refused, roundedTo } from "./formula";
import { decimalsParameter, lotParameters } from "./formula-parameter";
import type { Inputs } from "./inputs";

/** What a year of ordering is made of; rates and prices as plain numbers. */
interface Year {
  /** Units a year. */
  readonly demand: number;
  /** What one order costs. */
  readonly orderCost: number;
  /** What one unit costs to hold for a year, at a price. */
  readonly holding: (price: number) => number;
  /** What one unit costs that is a year late; null = nothing may be late. */
  readonly shortageCost: number | null;
}

/** A price from some quantity on. */
interface Tier {
  readonly from: number;
  readonly price: number;
}

/** What may be ordered at once: at least so much, and only whole multiples. */
interface Lots {
  readonly least: number;
  readonly multiple: number;
}

/** The best quantity without regard to lots. Source: Wilson; with backorders √((H + b)/b). */
function bestQty({ demand, orderCost, shortageCost }: Year, holding: number): number {
  const plain = Math.sqrt((2 * demand * orderCost) / holding);
  return shortageCost === null ? plain : plain * Math.sqrt((holding + shortageCost) / shortageCost);
}

/** Ordering, holding and shortage of a year of orders of `qty`, as much of them late as is cheapest. */
function yearCost({ demand, orderCost, shortageCost }: Year, holding: number, qty: number): number {
  const late = shortageCost === null ? 1 : shortageCost / (holding + shortageCost);
  return (demand * orderCost) / qty + (holding * late * qty) / 2;
}

/** The price for a quantity: of the last tier that begins at or below it. */
function priceAt(tiers: readonly Tier[], qty: number): number {
  return tiers.findLast(({ from }) => from <= qty)?.price ?? tiers[0].price;
}

/** Quantities from one on, up to but without another. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** The quantities that may be best in a tier: its own best clipped to it, or the lots beside that. */
function candidates(best: number, { from, to }: Range, lots: Lots | null): number[] {
  const clipped = Math.min(Math.max(best, from, lots?.least ?? 0), to);
  if (lots === null) return clipped < to || best < to ? [clipped] : [];
  const step = lots.multiple > 0 ? lots.multiple : 1;
  const below = Math.floor(clipped / step) * step;
  return [below, below + step].filter((qty) => qty > 0 && qty >= lots.least && qty >= from && qty < to);
}

interface Chosen {
  readonly qty: number;
  readonly price: number;
  readonly cost: number;
  readonly total: number;
}

/** The cheapest quantity over all tiers, the price paid in it; the smaller of equals. */
function cheapest(year: Year, tiers: readonly Tier[], lots: Lots | null): Chosen | null {
  let chosen: Chosen | null = null;
  tiers.forEach(({ from, price }, at) => {
    const to = tiers[at + 1]?.from ?? Infinity;
    const holding = year.holding(price);
    for (const qty of candidates(bestQty(year, holding), { from, to }, lots)) {
      const paid = priceAt(tiers, qty);
      const cost = yearCost(year, year.holding(paid), qty);
      const total = cost + year.demand * paid;
      if (chosen === null || total < chosen.total) chosen = { qty, price: paid, cost, total };
    }
  });
  return chosen;
}

function tiersOf(inputs: Inputs): readonly Tier[] {
  const breaks = inputs.rows("prices").map((row) => ({
    from: row.numberOr("minQty", 0),
    price: row.numberOr("price", 0),
  }));
  const sorted = breaks.sort((a, b) => a.from - b.from);
  return sorted.length > 0 ? sorted : [{ from: 0, price: inputs.numberOr("price", 0) }];
}

function yearOf(inputs: Inputs): Year {
  const rate = inputs.number("holdingRate");
  const fixed = inputs.number("holdingCost");
  return {
    demand: inputs.numberOr("demand", 0),
    orderCost: inputs.numberOr("orderCost", 0),
    holding: (price) => fixed ?? ((rate ?? 0) * price) / 100,
    shortageCost: inputs.number("shortageUnitCost"),
  };
}

/** The lots that were asked for: with none, whole units. */
function lotsOf(inputs: Inputs): Lots {
  return { least: inputs.numberOr("minOrder", 0), multiple: inputs.numberOr("orderMultiple", 1) };
}

const BLANK: Outcomes = {
  ...{ qty: null, cost: null, orders: null, backorder: null, price: null, total: null },
  ...{ lotQty: null, lotCost: null, lotTotal: null },
};

/** Nothing is best where demand, order cost or what holding and shortage cost is not above 0. */
function isDefined({ demand, orderCost, holding, shortageCost }: Year, tiers: readonly Tier[]): boolean {
  const costs = [demand, orderCost, shortageCost ?? 1, ...tiers.map(({ price }) => holding(price))];
  return costs.every((cost) => cost > 0);
}

/** The most that is late when orders are of `qty`. */
function mostLate({ holding, shortageCost }: Year, { qty, price }: Chosen): number {
  return shortageCost === null ? 0 : (qty * holding(price)) / (holding(price) + shortageCost);
}

function run(inputs: Inputs): Outcomes | Refused {
  const isHolding = inputs.number("holdingCost") !== null || inputs.number("holdingRate") !== null;
  if (!isHolding) return { what: "holdingCost", expected: "given" };
  const year = yearOf(inputs);
  const tiers = tiersOf(inputs);
  const free = isDefined(year, tiers) ? cheapest(year, tiers, null) : null;
  const lot = free === null ? null : cheapest(year, tiers, lotsOf(inputs));
  return free === null || lot === null ? BLANK : outcomes(inputs, year, { free, lot });
}

interface Best {
  readonly free: Chosen;
  readonly lot: Chosen;
}

function outcomes(inputs: Inputs, year: Year, { free, lot }: Best): Outcomes {
  const decimals = inputs.numberOr("decimals", PLANNING_DECIMALS);
  const told = (figure: number): number | null => roundedTo(figure, decimals);
  const isPriced = inputs.number("price") !== null || inputs.rows("prices").length > 0;
  return {
    qty: told(free.qty),
    cost: told(free.cost),
    orders: told(year.demand / free.qty),
    backorder: told(mostLate(year, free)),
    price: isPriced ? free.price : null,
    total: isPriced ? told(free.total) : null,
    lotQty: told(lot.qty),
    lotCost: told(lot.cost),
    lotTotal: isPriced ? told(lot.total) : null,
  };
}

/**
 * The quantity of an order at which ordering and holding cost least in a year, with planned shortage and
 * price breaks where they are told; blank where demand, order cost or holding cost is not above 0. The lot is
 * the cheaper of its neighbours that may be ordered: from `minOrder` up, by whole `orderMultiple` (else whole
 * units). Source: DOMAIN §9 EOQ; worked examples in docs/spec/calc.md.
 */
export const eoq: Formula = {
  code: "eoq",
  title: { zh: "经济订货批量", en: "Economic order quantity" },
  parameters: [
    {
      id: "demand",
      title: { zh: "年需求量", en: "demand of a year" },
      kind: "number",
      also: ["D", "annualDemand"],
      required: true,
    },
    {
      id: "orderCost",
      title: { zh: "每次订货费", en: "cost of one order" },
      kind: "number",
      also: ["S", "orderingCost", "setupCost"],
      required: true,
    },
    {
      id: "holdingCost",
      title: { zh: "单位年持有成本", en: "cost of holding one unit for a year" },
      kind: "number",
      also: ["H", "unitHoldingCost"],
    },
    {
      id: "holdingRate",
      title: { zh: "年持有费率 %（按单价）", en: "holding cost as a percentage of the price" },
      kind: "number",
      also: ["i", "rate"],
    },
    {
      id: "shortageUnitCost",
      title: { zh: "单位缺货损失（年）", en: "cost of one unit a year late" },
      kind: "number",
      also: ["b", "shortageCost", "backorderCost"],
    },
    { id: "price", title: { zh: "单价", en: "unit price" }, kind: "number", also: ["p"], least: 0 },
    {
      id: "prices",
      title: { zh: "阶梯价 起订量:单价,…", en: "price breaks from:price,…" },
      kind: "rows",
      also: ["priceBreaks", "breaks", "tiers"],
      columns: [
        {
          id: "minQty",
          title: { zh: "起订量", en: "from quantity" },
          kind: "number",
          also: ["from", "qty", "min"],
          least: 0,
          required: true,
        },
        {
          id: "price",
          title: { zh: "单价", en: "unit price" },
          kind: "number",
          also: ["p"],
          least: 0,
          required: true,
        },
      ],
    },
    ...lotParameters("number"),
    decimalsParameter,
  ],
  results: [
    { id: "qty", title: { zh: "经济批量", en: "best quantity" } },
    { id: "cost", title: { zh: "年订货与持有成本", en: "ordering and holding a year" } },
    { id: "orders", title: { zh: "年订货次数", en: "orders a year" } },
    { id: "backorder", title: { zh: "最大缺货量", en: "most that is late" } },
    { id: "price", title: { zh: "单价", en: "unit price" } },
    { id: "total", title: { zh: "年总成本（含货款）", en: "all of a year, goods included" } },
    { id: "lotQty", title: { zh: "按起订量与倍数", en: "as it can be ordered" } },
    { id: "lotCost", title: { zh: "此时年订货与持有成本", en: "ordering and holding then" } },
    { id: "lotTotal", title: { zh: "此时年总成本", en: "all of a year then" } },
  ],
  run,
};
