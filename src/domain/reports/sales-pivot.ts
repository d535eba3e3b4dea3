import { tradePivot } from "./trade-pivot";

/** What we sold, returns taken off, by whatever its lines, items and customers are told apart. */
export const salesPivot = tradePivot({
  code: "sales-pivot",
  title: { zh: "销售分析", en: "Sales pivot" },
  register: "sales",
  types: ["CK", "XT", "LS", "LT"],
});
