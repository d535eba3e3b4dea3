import type { CostingMethod } from "./costing-method";
import { layered } from "./layered";

/**
 * Last in, first out, at every moment: an issue takes the newest layers first; what comes back from a
 * customer is the newest. The parts of a transfer are laid down in the order in which they were taken. Not
 * permitted for accounts (CAS 1, IAS 2), so it is labelled a view for management. Source: DOMAIN §5.5, §5.8.
 */
export const lifo: CostingMethod = layered(
  { zh: "后进先出（管理口径）", en: "Last in, first out (management view)" },
  (layers, pool) => layers.back(pool),
);
