import { mulDiv } from "../kernel/mul-div";
import { figure, QUANTITY_SCALE } from "../kernel/numbers";
import type { Formula, Outcomes, Refused } from "./formula";
import { DEFAULT_MONEY_DECIMALS, moneyDecimalsParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";

/** Quantity (10⁻⁶) and worth (smallest units). */
interface Heap {
  readonly qty: number;
  readonly value: number;
}

/** All that was there in the month: what it began with and every receipt. */
function cameTogether(inputs: Inputs): Heap {
  const receipts = inputs.rows("receipts");
  const sum = (id: string): number => receipts.reduce((total, row) => total + row.numberOr(id, 0), 0);
  return {
    qty: inputs.numberOr("openingQty", 0) + inputs.numberOr("inQty", 0) + sum("qty"),
    value: inputs.numberOr("openingValue", 0) + inputs.numberOr("inValue", 0) + sum("value"),
  };
}

/** The cost of each issue, rounded, the last taking what is left so that they come to all that was sold. */
function issueCosts(issues: readonly number[], all: Heap, sold: number): number[] {
  const costs = issues.map((qty) => mulDiv(all.value, qty, all.qty));
  if (costs.length > 0) costs[costs.length - 1] += sold - costs.reduce((sum, each) => sum + each, 0);
  return costs;
}

function run(inputs: Inputs): Outcomes | Refused {
  const decimals = inputs.numberOr("moneyDecimals", DEFAULT_MONEY_DECIMALS);
  const all = cameTogether(inputs);
  const issues = inputs.rows("issues").map((row) => row.numberOr("qty", 0));
  const counted = inputs.number("closingQty");
  const issued = inputs.numberOr("outQty", 0) + issues.reduce((sum, qty) => sum + qty, 0);
  const closingQty = counted ?? all.qty - issued;
  if (closingQty < 0 || closingQty > all.qty)
    return { what: "outQty", expected: `0 – ${String(figure(all.qty, 6))}` };
  if (!(all.qty > 0)) return BLANK;
  const closingValue = closingQty === 0 ? 0 : mulDiv(all.value, closingQty, all.qty);
  const sold = all.value - closingValue;
  const costs = counted === null && inputs.number("outQty") === null ? issueCosts(issues, all, sold) : [];
  return {
    unitCost: figure(mulDiv(all.value, UNIT_SCALE / 10 ** decimals, all.qty), 6),
    closingQty: figure(closingQty, 6),
    closingValue: figure(closingValue, decimals),
    outQty: figure(all.qty - closingQty, 6),
    cogs: figure(sold, decimals),
    costs: costs.map((cost) => figure(cost, decimals)),
  };
}

const BLANK: Outcomes = {
  ...{ unitCost: null, closingQty: null, closingValue: null, outQty: null, cogs: null, costs: [] },
};

/** Smallest units of money by 10⁻⁶ units of quantity into 10⁻⁶ of currency. */
const UNIT_SCALE = QUANTITY_SCALE * QUANTITY_SCALE;

/**
 * One average for a month: opening and receipts together, the closing stock at it, and what was sold by
 * difference (倒挤); the cost of each issue, the last taking the remainder. What was issued, or what was
 * counted at the end. Blank where nothing was there. Source: DOMAIN §5.3.
 */
export const periodicCost: Formula = {
  code: "periodic-cost",
  title: { zh: "全月一次加权平均成本", en: "Cost by the average of a month" },
  parameters: [
    {
      id: "openingQty",
      title: { zh: "期初数量", en: "opening quantity" },
      kind: "quantity",
      least: 0,
    },
    { id: "openingValue", title: { zh: "期初金额", en: "opening value" }, kind: "money" },
    { id: "inQty", title: { zh: "入库数量", en: "received" }, kind: "quantity", least: 0 },
    { id: "inValue", title: { zh: "入库金额", en: "value received" }, kind: "money" },
    {
      id: "receipts",
      title: { zh: "各次入库 数量:金额,…", en: "receipts qty:value,…" },
      kind: "rows",
      columns: [
        { id: "qty", title: { zh: "数量", en: "quantity" }, kind: "quantity", required: true },
        {
          id: "value",
          title: { zh: "金额", en: "value" },
          kind: "money",
          also: ["amount"],
          required: true,
        },
      ],
    },
    {
      id: "outQty",
      title: { zh: "出库数量", en: "issued" },
      kind: "quantity",
      also: ["issuedQty"],
      least: 0,
    },
    {
      id: "issues",
      title: { zh: "各次出库数量", en: "issues, one by one" },
      kind: "rows",
      columns: [
        { id: "qty", title: { zh: "数量", en: "quantity" }, kind: "quantity", least: 0, required: true },
      ],
    },
    {
      id: "closingQty",
      title: { zh: "期末数量（代替出库）", en: "closing quantity, instead of what was issued" },
      kind: "quantity",
      least: 0,
    },
    moneyDecimalsParameter,
  ],
  results: [
    { id: "unitCost", title: { zh: "单位成本", en: "unit cost" } },
    { id: "closingQty", title: { zh: "期末数量", en: "closing quantity" } },
    { id: "closingValue", title: { zh: "期末金额", en: "closing value" } },
    { id: "outQty", title: { zh: "出库数量", en: "issued" } },
    { id: "cogs", title: { zh: "销售成本", en: "cost of goods sold" } },
    { id: "costs", title: { zh: "各次出库成本", en: "cost of each issue" } },
  ],
  run,
};
