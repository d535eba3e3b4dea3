import type { Title } from "../kernel/title";

/**
 * What a formula may be told. `number` any number; `quantity` and `price` in 10⁻⁶, `rate` per cent in 10⁻⁶,
 * `money` in smallest units, all exact; `whole`, `day`, `flag`, `word` of a list, `text`; `numbers` a list;
 * `rows` a list of named values, which on one line are written `0:10,500:9.5` in the order of `columns`.
 */
export interface FormulaParameter {
  readonly id: string;
  readonly title: Title;
  readonly kind:
    | "number"
    | "quantity"
    | "price"
    | "rate"
    | "money"
    | "whole"
    | "day"
    | "flag"
    | "word"
    | "text"
    | "numbers"
    | "rows";
  /** Other names it goes by: the symbol of the formula, the column of a register. */
  readonly also?: readonly string[];
  readonly required?: true;
  /** The least it may be, and the most, both themselves allowed. */
  readonly least?: number;
  readonly most?: number;
  readonly words?: readonly string[];
  readonly columns?: readonly FormulaParameter[];
}

/** The parameter that says how many decimals the figures have. */
export const decimalsParameter: FormulaParameter = {
  id: "decimals",
  title: { zh: "结果小数位", en: "decimals of the answer" },
  kind: "whole",
  least: 0,
  most: 6,
};

/** The parameter that says how many decimals money has. */
export const moneyDecimalsParameter: FormulaParameter = {
  id: "moneyDecimals",
  title: { zh: "金额小数位", en: "decimals of money" },
  kind: "whole",
  least: 0,
  most: 6,
};

/** How many decimals money has where that is not said. */
export const DEFAULT_MONEY_DECIMALS = 2;

/** The rate at which tax is taken, with other names it goes by. */
export function taxRateParameter(...also: readonly string[]): FormulaParameter {
  const title = { zh: "税率 %", en: "tax rate, per cent" };
  return { id: "taxRate", title, kind: "rate", also, least: 0, most: 100 };
}

/** The parameter that says, under its own title, whether an amount has its tax in it. */
export function includesTaxParameter(title: Title): FormulaParameter {
  return { id: "priceIncludesTax", title, kind: "flag", also: ["includesTax", "inclusive"] };
}

/** How little a supplier takes an order for, and in what multiples. */
export function lotParameters(kind: "number" | "quantity"): readonly FormulaParameter[] {
  const least = 0;
  const alike = kind === "number" ? ["moq", "minQty"] : ["moq"];
  return [
    { id: "minOrder", title: { zh: "起订量", en: "least order" }, kind, also: alike, least },
    {
      id: "orderMultiple",
      title: { zh: "采购倍数", en: "order multiple" },
      kind,
      also: ["multiple", "pack"],
      least,
    },
  ];
}
