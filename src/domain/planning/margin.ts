import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen, RATE_WHOLE } from "../kernel/numbers";
import { withTax } from "../documents/amounts";
import type { Formula, Outcomes, Refused } from "./formula";
import {
  DEFAULT_MONEY_DECIMALS,
  includesTaxParameter,
  moneyDecimalsParameter,
  taxRateParameter,
} from "./formula-parameter";
import type { Inputs } from "./inputs";

/** Rates are told with so many decimals. */
const RATE_DECIMALS = 2;

/** A part of a whole per cent; null where there is no whole. */
function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : figure(mulDiv(part, 100 * powerOfTen(RATE_DECIMALS), whole), RATE_DECIMALS);
}

/** Net sales: as said, less the tax in them; or such that the margin wanted is left over the cost. */
function salesOf(inputs: Inputs, cost: number | null): number | null {
  const said = inputs.number("sales");
  const rate = inputs.numberOr("taxRate", 0);
  const taxing = { rate, includesTax: inputs.flag("priceIncludesTax"), step: 1 };
  if (said !== null) return withTax(said, taxing).net;
  const margin = inputs.number("margin");
  if (cost === null || margin === null || margin >= RATE_WHOLE) return null;
  return mulDiv(cost, RATE_WHOLE, RATE_WHOLE - margin);
}

/** The cost: as said, or what sales less the margin wanted leave for it. */
function costOf(inputs: Inputs): number | null {
  const said = inputs.number("cost");
  if (said !== null) return said;
  const sales = salesOf(inputs, null);
  const margin = inputs.number("margin");
  return sales === null || margin === null ? null : mulDiv(sales, RATE_WHOLE - margin, RATE_WHOLE);
}

function run(inputs: Inputs): Outcomes | Refused {
  const decimals = inputs.numberOr("moneyDecimals", DEFAULT_MONEY_DECIMALS);
  const cost = costOf(inputs);
  if (cost === null) return { what: "cost", expected: "given" };
  const sales = salesOf(inputs, cost);
  if (sales === null) return { what: "sales", expected: "given" };
  const profit = sales - cost;
  return {
    sales: figure(sales, decimals),
    cost: figure(cost, decimals),
    profit: figure(profit, decimals),
    margin: percentOf(profit, sales),
    markup: percentOf(profit, cost),
  };
}

/**
 * Gross profit, what of net sales it is (margin) and what of the cost (markup), per cent; sales or cost are
 * worked out from a margin wanted where one of them is not said. Blank where there is nothing to divide by.
 * Source: DOMAIN §1 毛利.
 */
export const margin: Formula = {
  code: "margin",
  title: { zh: "毛利与毛利率", en: "Gross profit and margin" },
  parameters: [
    {
      id: "sales",
      title: { zh: "销售额", en: "sales" },
      kind: "money",
      also: ["net", "price", "revenue", "amount"],
    },
    { id: "cost", title: { zh: "成本", en: "cost" }, kind: "money", also: ["cogs"] },
    {
      id: "margin",
      title: { zh: "想要的毛利率 %", en: "margin wanted, per cent" },
      kind: "rate",
      also: ["marginRate"],
      most: 99.999999,
    },
    taxRateParameter("rate"),
    includesTaxParameter({ zh: "销售额含税", en: "tax is in the sales" }),
    moneyDecimalsParameter,
  ],
  results: [
    { id: "sales", title: { zh: "不含税销售额", en: "net sales" } },
    { id: "cost", title: { zh: "成本", en: "cost" } },
    { id: "profit", title: { zh: "毛利", en: "gross profit" } },
    { id: "margin", title: { zh: "毛利率 %", en: "margin, per cent" } },
    { id: "markup", title: { zh: "加成率 %", en: "markup, per cent" } },
  ],
  run,
};
