import type { TableDefinition } from "./definition";
import { costingMethods, periodStates } from "./words";

/** The periods of the accounts; what is closed never changes. */
export const periods: TableDefinition = {
  id: "periods",
  title: { zh: "会计期间", en: "Periods" },
  role: "master",
  yields: true,
  columns: [
    { id: "period", title: { zh: "期间", en: "Period" }, kind: "code", key: true },
    { id: "from", title: { zh: "起", en: "From" }, kind: "day" },
    { id: "to", title: { zh: "止", en: "To" }, kind: "day" },
    { id: "state", title: { zh: "状态", en: "State" }, kind: "word", words: periodStates, computed: true },
    { id: "closedBy", title: { zh: "结账人", en: "Closed by" }, kind: "stamp", computed: true },
    { id: "closedAt", title: { zh: "结账时间", en: "Closed at" }, kind: "stamp", computed: true },
  ],
};

/** From which period on an item is costed by another method. */
export const methodChange: TableDefinition = {
  id: "methodChange",
  title: { zh: "计价变更", en: "Costing changes" },
  role: "master",
  yields: true,
  columns: [
    { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code", key: true, refersTo: "items" },
    { id: "period", title: { zh: "期间", en: "Period" }, kind: "code", key: true },
    { id: "method", title: { zh: "计价方法", en: "Costing method" }, kind: "word", words: costingMethods },
    { id: "reason", title: { zh: "变更原因", en: "Reason" }, kind: "text", width: 24 },
  ],
};
