import type { CostingCode } from "../book/settings";
import type { CostingMethod } from "./costing-method";
import { fifo } from "./fifo";
import { lifo } from "./lifo";
import { monthlyAverage } from "./monthly-average";
import { movingAverage } from "./moving-average";
import { specificBatch } from "./specific-batch";
import { standardCost } from "./standard-cost";

/** Every costing method by its code in the book. */
export const costingMethods: Readonly<Record<CostingCode, CostingMethod>> = {
  "moving-average": movingAverage,
  fifo,
  lifo,
  "monthly-average": monthlyAverage,
  batch: specificBatch,
  standard: standardCost,
};
