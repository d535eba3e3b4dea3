import { mixedUnits, type SizedUnit } from "../book/mixed-units";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen } from "../kernel/numbers";
import type { Formula, Outcomes, Refused } from "./formula";
import type { FormulaParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";

const MOST_FACTOR = 1_000_000_000;
const FINEST = 6;

function sizeOf(inputs: Inputs): SizedUnit {
  return {
    unit: inputs.text("unit") ?? "",
    numerator: inputs.numberOr("numerator", 1),
    denominator: inputs.numberOr("denominator", 1),
  };
}

/** The unit converted from and all others told, for saying a quantity in several units. */
function unitsOf(inputs: Inputs): readonly SizedUnit[] {
  const others = inputs.rows("units").map(sizeOf);
  return [sizeOf(inputs), ...others].filter(({ unit }) => unit !== "");
}

function run(inputs: Inputs): Outcomes | Refused {
  const { numerator, denominator } = sizeOf(inputs);
  const typed = inputs.numberOr("qty", 0);
  const price = inputs.number("price");
  const exact = mulDiv(typed, numerator, denominator);
  if (!Number.isFinite(exact)) return { what: "qty", expected: "quantity" };
  const decimals = inputs.number("decimals");
  const step = powerOfTen(FINEST - (decimals ?? FINEST));
  const isLost = (exact === 0 && typed !== 0) || exact % step !== 0;
  if (isLost) return { what: `qty=${String(figure(typed, FINEST))}`, expected: "wholeUnits" };
  return {
    qty: figure(exact, FINEST),
    text: mixedUnits(exact, inputs.text("stockUnit") ?? "", unitsOf(inputs)),
    price: price === null ? null : figure(mulDiv(price, denominator, numerator), FINEST),
  };
}

const factors: readonly FormulaParameter[] = [
  { id: "unit", title: { zh: "单位", en: "unit" }, kind: "text" },
  {
    id: "numerator",
    title: { zh: "分子", en: "numerator" },
    kind: "whole",
    also: ["factor"],
    least: 1,
    most: MOST_FACTOR,
    required: true,
  },
  { id: "denominator", title: { zh: "分母", en: "denominator" }, kind: "whole", least: 1, most: MOST_FACTOR },
];

/**
 * A quantity of one unit in stock units by an exact ratio, said in several units, and a price of the one as a
 * price of the other. Refused where a fraction of a stock unit that is not divided so finely would be lost.
 * Source: DOMAIN §12.
 */
export const unitConvert: Formula = {
  code: "unit-convert",
  title: { zh: "单位换算", en: "Unit conversion" },
  parameters: [
    { id: "qty", title: { zh: "数量", en: "quantity" }, kind: "quantity", required: true },
    ...factors,
    {
      id: "stockUnit",
      title: { zh: "基本单位", en: "stock unit" },
      kind: "text",
      also: ["baseUnit"],
    },
    {
      id: "decimals",
      title: { zh: "基本单位数量小数位", en: "decimals of the stock unit" },
      kind: "whole",
      least: 0,
      most: FINEST,
    },
    { id: "price", title: { zh: "该单位的单价", en: "price of the unit" }, kind: "price" },
    {
      id: "units",
      title: { zh: "其他单位 单位:分子:分母,…", en: "other units unit:numerator:denominator,…" },
      kind: "rows",
      columns: factors,
    },
  ],
  results: [
    { id: "qty", title: { zh: "基本单位数量", en: "in stock units" } },
    { id: "text", title: { zh: "多单位", en: "in several units" } },
    { id: "price", title: { zh: "基本单位单价", en: "price of the stock unit" } },
  ],
  run,
};
