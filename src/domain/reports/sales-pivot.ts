import { tradePivot } from "./trade-pivot";

/**
 * What we sold, returns taken off and invoices counted with what they say otherwise, by whatever its lines,
 * items and customers are told apart.
 */
export const salesPivot = tradePivot({
  code: "sales-pivot",
  title: { zh: "销售分析", en: "Sales pivot" },
  register: "sales",
  types: ["CK", "XF", "XT", "LS", "LT"],
});
