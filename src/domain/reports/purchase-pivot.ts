import { tradePivot } from "./trade-pivot";

/** What we bought, returns taken off, by whatever its lines, items and suppliers are told apart. */
export const purchasePivot = tradePivot({
  code: "purchase-pivot",
  title: { zh: "采购分析", en: "Purchase pivot" },
  register: "purchases",
  types: ["RK", "CT"],
});
