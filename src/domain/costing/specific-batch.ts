import type { CostingMethod } from "./costing-method";
import { movingAverage } from "./moving-average";

/**
 * Specific identification: what leaves costs what its own batch, or its own serial number, costs. Each is a
 * pool of its own, within which the moving average holds. Source: DOMAIN §5.6.
 */
export const specificBatch: CostingMethod = {
  ...movingAverage,
  title: { zh: "个别计价", en: "Specific batch" },
};
