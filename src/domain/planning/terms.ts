import type { Term } from "../book/masters";
import { NONE } from "../book/lines";
import { dayText } from "../kernel/day";
import { figure, price, RATE_WHOLE } from "../kernel/numbers";
import { instalments, shareAsked } from "../settlement/terms";
import type { Formula, Outcomes, Refused } from "./formula";
import { DEFAULT_MONEY_DECIMALS, moneyDecimalsParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";

const KINDS = ["percentTotal", "percentRemaining", "fixed", "remainder"] as const;
const DISCOUNT_BASES = ["gross", "net"] as const;
const MONTH_ENDS = ["none", "before", "after"] as const;

/** The line of terms that was said, in its place among them. */
function termOf(said: Inputs, at: number): Term {
  const percent = said.number("discountPercent");
  return {
    code: "",
    line: at,
    row: at,
    kind: KINDS.find((kind) => kind === said.text("kind")) ?? "remainder",
    value: said.numberOr("value", NaN),
    months: said.numberOr("months", 0),
    day: said.numberOr("day", NONE),
    days: said.numberOr("days", 0),
    endOfMonth: MONTH_ENDS.find((word) => word === said.text("endOfMonth")) ?? "none",
    discountPercent: percent === null ? null : price(percent),
    discountDays: said.number("discountDays"),
    discountBase: DISCOUNT_BASES.find((base) => base === said.text("discountBase")) ?? "gross",
    unfit: "",
  };
}

function run(inputs: Inputs): Outcomes | Refused {
  const moneyDecimals = inputs.numberOr("moneyDecimals", DEFAULT_MONEY_DECIMALS);
  const terms = inputs.rows("lines").map(termOf);
  const isBlank = ({ kind, value }: Term): boolean => kind !== "remainder" && Number.isNaN(value);
  if (terms.some(isBlank)) return { what: "lines.value", expected: "given" };
  if (shareAsked(terms) !== RATE_WHOLE) return { what: "lines", expected: "whole100" };
  const parts = instalments(inputs.numberOr("amount", 0), inputs.numberOr("date", NONE), {
    terms,
    tax: inputs.numberOr("tax", 0),
    moneyDecimals,
  });
  return {
    instalments: parts.map(({ due, amount, discount, discountUntil }) => ({
      due: dayText(due),
      amount: figure(amount, moneyDecimals),
      discount: discount === 0 ? null : figure(discount, moneyDecimals),
      discountUntil: discountUntil === NONE ? null : dayText(discountUntil),
    })),
  };
}

/**
 * When a document's amount is due by its payment terms, instalment by instalment, in the order of the terms,
 * and what may be taken off each for paying early, until when. Source: DOMAIN §8.4.
 */
export const terms: Formula = {
  code: "terms",
  title: { zh: "收付款条件", en: "Payment terms" },
  parameters: [
    { id: "date", title: { zh: "单据日期", en: "day of the document" }, kind: "day", required: true },
    {
      id: "amount",
      title: { zh: "金额", en: "amount" },
      kind: "money",
      also: ["total"],
      required: true,
      least: 0,
    },
    { id: "tax", title: { zh: "其中税额", en: "tax in it" }, kind: "money", least: 0 },
    {
      id: "lines",
      title: { zh: "条件行", en: "lines of the terms" },
      kind: "rows",
      also: ["terms"],
      required: true,
      columns: [
        { id: "kind", title: { zh: "方式", en: "kind" }, kind: "word", words: KINDS },
        { id: "value", title: { zh: "数值", en: "per cent or amount" }, kind: "price", least: 0 },
        { id: "days", title: { zh: "天数", en: "days" }, kind: "whole", least: -36_500, most: 36_500 },
        { id: "months", title: { zh: "月数", en: "months" }, kind: "whole", least: 0, most: 1_200 },
        { id: "day", title: { zh: "固定日", en: "day of the month" }, kind: "whole", least: 1, most: 31 },
        { id: "endOfMonth", title: { zh: "月末", en: "end of month" }, kind: "word", words: MONTH_ENDS },
        {
          id: "discountPercent",
          title: { zh: "折扣率 %", en: "early discount, per cent" },
          kind: "rate",
          least: 0,
          most: 100,
        },
        {
          id: "discountDays",
          title: { zh: "折扣天数", en: "days for it" },
          kind: "whole",
          least: 0,
          most: 36_500,
        },
        {
          id: "discountBase",
          title: { zh: "折扣基数", en: "what it is taken of" },
          kind: "word",
          words: DISCOUNT_BASES,
        },
      ],
    },
    moneyDecimalsParameter,
  ],
  results: [{ id: "instalments", title: { zh: "各期", en: "instalments" } }],
  run,
};
