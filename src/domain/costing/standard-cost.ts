import type { CostingMethod } from "./costing-method";
import { movingAverage } from "./moving-average";

/**
 * Standard cost: goods come in at the standard, what they cost more or less is a variance (`standards.ts`);
 * so the average of what is there is the standard, and what leaves costs it. Source: DOMAIN §5.7.
 */
export const standardCost: CostingMethod = {
  ...movingAverage,
  title: { zh: "标准成本", en: "Standard cost" },
};
