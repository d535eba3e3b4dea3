import { type Formula, type Outcomes, PLANNING_DECIMALS, type Refused, roundedTo } from "./formula";
import { decimalsParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";
import { coveredPeriods, demandParameters, meanDemand, safetyOf } from "./safety-stock";

function run(inputs: Inputs): Outcomes | Refused {
  const mean = meanDemand(inputs);
  if (mean === null) return { what: "demand", expected: "given" };
  const safety = inputs.number("safetyStock") ?? safetyOf(inputs);
  if (typeof safety === "object" && safety !== null) return safety;
  const decimals = inputs.numberOr("decimals", PLANNING_DECIMALS);
  const during = mean * coveredPeriods(inputs);
  const best = inputs.number("orderQty");
  const point = safety === null ? null : during + safety;
  return {
    qty: roundedTo(point, decimals),
    demandDuring: roundedTo(during, decimals),
    safetyStock: roundedTo(safety, decimals),
    maxStock: point === null || best === null ? null : roundedTo(point + best, decimals),
  };
}

/**
 * What must be there or on the way when the next order is made: d·L + safety stock; the safety stock as said,
 * else worked out. The highest stock is that and the quantity of an order. Source: DOMAIN §9.
 */
export const reorderPoint: Formula = {
  code: "reorder-point",
  title: { zh: "补货点", en: "Reorder point" },
  parameters: [
    ...demandParameters,
    {
      id: "safetyStock",
      title: { zh: "安全库存", en: "safety stock" },
      kind: "number",
      also: ["SS", "safety"],
      least: 0,
    },
    {
      id: "orderQty",
      title: { zh: "每次订货量", en: "quantity of an order" },
      kind: "number",
      also: ["Q", "eoq"],
      least: 0,
    },
    decimalsParameter,
  ],
  results: [
    { id: "qty", title: { zh: "补货点", en: "reorder point" } },
    { id: "demandDuring", title: { zh: "提前期需求", en: "demand until goods come" } },
    { id: "safetyStock", title: { zh: "安全库存", en: "safety stock" } },
    { id: "maxStock", title: { zh: "最高库存", en: "highest stock" } },
  ],
  run,
};
