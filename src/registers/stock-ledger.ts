import type { TableDefinition } from "./definition";

/** Every movement of stock in the order of processing, with the balance after it. */
export const stockLedger: TableDefinition = {
  id: "stockLedger",
  title: { zh: "库存流水", en: "Stock ledger" },
  role: "derived",
  columns: [
    { id: "seq", title: { zh: "序号", en: "Sequence" }, kind: "whole" },
    { id: "date", title: { zh: "日期", en: "Date" }, kind: "day" },
    { id: "time", title: { zh: "时间", en: "Time" }, kind: "time" },
    { id: "type", title: { zh: "单据类型", en: "Document type" }, kind: "code" },
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "code", width: 20 },
    { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code" },
    { id: "warehouse", title: { zh: "仓库", en: "Warehouse" }, kind: "code" },
    { id: "batch", title: { zh: "批次", en: "Batch" }, kind: "code" },
    { id: "qty", title: { zh: "数量", en: "Quantity" }, kind: "quantity" },
    { id: "value", title: { zh: "金额", en: "Value" }, kind: "money" },
    { id: "balanceQty", title: { zh: "结存数量", en: "Balance quantity" }, kind: "quantity" },
    { id: "balanceValue", title: { zh: "结存金额", en: "Balance value" }, kind: "money" },
    { id: "rowId", title: { zh: "行ID", en: "Row ID" }, kind: "stamp", width: 28, hidden: true },
  ],
};
