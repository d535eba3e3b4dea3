import { discountedPrice, withTax } from "../documents/amounts";
import { figure } from "../kernel/numbers";
import type { Formula, Outcomes, Refused } from "./formula";
import {
  DEFAULT_MONEY_DECIMALS,
  includesTaxParameter,
  moneyDecimalsParameter,
  taxRateParameter,
} from "./formula-parameter";
import type { Inputs } from "./inputs";

const ONE = 1_000_000;

/** What was typed: an amount, or a quantity at a price less a discount; null where nothing was. */
function typedAmount(inputs: Inputs, decimals: number): number | null {
  const amount = inputs.number("amount");
  const price = inputs.number("price");
  if (amount !== null || price === null) return amount;
  return discountedPrice(inputs.numberOr("qty", ONE), price, inputs.numberOr("discount", 0), {
    moneyDecimals: decimals,
    moneyStep: 1,
  });
}

function run(inputs: Inputs): Outcomes | Refused {
  const decimals = inputs.numberOr("moneyDecimals", DEFAULT_MONEY_DECIMALS);
  const typed = typedAmount(inputs, decimals);
  if (typed === null) return { what: "amount", expected: "given" };
  const { net, tax, total } = withTax(typed, {
    rate: inputs.numberOr("taxRate", 0),
    includesTax: inputs.flag("priceIncludesTax"),
    step: 1,
  });
  if (!Number.isFinite(total)) return { what: "amount", expected: "money" };
  const money = (units: number): number => figure(units, decimals);
  return { net: money(net), tax: money(tax), total: money(total) };
}

/** Net, tax and total of an amount, as a document's line has them. Source: DOMAIN §10. */
export const tax: Formula = {
  code: "tax",
  title: { zh: "价税分离", en: "Net, tax and total" },
  parameters: [
    {
      id: "amount",
      title: { zh: "金额", en: "amount" },
      kind: "money",
      also: ["value", "total", "gross", "net"],
    },
    { id: "qty", title: { zh: "数量", en: "quantity" }, kind: "quantity" },
    { id: "price", title: { zh: "单价", en: "price" }, kind: "price" },
    {
      id: "discount",
      title: { zh: "折扣率 %", en: "discount, per cent" },
      kind: "rate",
      least: 0,
      most: 100,
    },
    { ...taxRateParameter("rate", "r"), required: true },
    includesTaxParameter({ zh: "含税", en: "tax is in it" }),
    moneyDecimalsParameter,
  ],
  results: [
    { id: "net", title: { zh: "不含税额", en: "net" } },
    { id: "tax", title: { zh: "税额", en: "tax" } },
    { id: "total", title: { zh: "价税合计", en: "total" } },
  ],
  run,
};
