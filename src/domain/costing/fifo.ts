import type { CostingMethod } from "./costing-method";
import { layered } from "./layered";

/** First in, first out: an issue takes the oldest layers first. Source: DOMAIN §5.4, §5.8. */
export const fifo: CostingMethod = layered({ zh: "先进先出", en: "First in, first out" }, (layers, pool) =>
  layers.front(pool),
);
