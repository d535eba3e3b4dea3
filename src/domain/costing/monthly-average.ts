import type { CostingMethod } from "./costing-method";
import { movingAverage } from "./moving-average";

/**
 * Weighted average of the month: all issues of a month cost the average of what was there at its start and
 * all that came in. The pass lays what a month will bring into the pool at its first move and costs by
 * `month-averages.ts`; what is asked of the method itself is done as by the moving average. Source: DOMAIN
 * §5.3.
 */
export const monthlyAverage: CostingMethod = {
  ...movingAverage,
  title: { zh: "全月一次加权平均", en: "Monthly average" },
};
