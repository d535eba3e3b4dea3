import type { TableDefinition } from "./definition";
import { discountBases, monthEnds, termKinds } from "./words";

/**
 * When what is owed falls due, an instalment a row: first the months are added, then the day, then the days.
 */
export const terms: TableDefinition = {
  id: "terms",
  title: { zh: "收付款条件", en: "Payment terms" },
  role: "master",
  yields: true,
  columns: [
    { id: "code", title: { zh: "条件编码", en: "Terms code" }, kind: "code", key: true },
    { id: "line", title: { zh: "行号", en: "Line" }, kind: "whole", key: true },
    { id: "kind", title: { zh: "方式", en: "Share kind" }, kind: "word", words: termKinds },
    { id: "value", title: { zh: "数值", en: "Value" }, kind: "number" },
    { id: "months", title: { zh: "月数", en: "Months" }, kind: "whole" },
    { id: "day", title: { zh: "固定日", en: "Day of month" }, kind: "whole" },
    { id: "days", title: { zh: "天数", en: "Days" }, kind: "whole" },
    { id: "endOfMonth", title: { zh: "月末", en: "End of month" }, kind: "word", words: monthEnds },
    { id: "discountPercent", title: { zh: "折扣率", en: "Discount rate" }, kind: "rate" },
    { id: "discountDays", title: { zh: "折扣天数", en: "Discount days" }, kind: "whole" },
    {
      id: "discountBase",
      title: { zh: "折扣基数", en: "Discount base" },
      kind: "word",
      words: discountBases,
    },
  ],
};
