import type { TableDefinition } from "./definition";

/** What lies where and what it cost, kept up by every post. */
export const stockBalances: TableDefinition = {
  id: "stockBalances",
  title: { zh: "库存余额", en: "Stock balances" },
  role: "derived",
  columns: [
    { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code" },
    { id: "itemName", title: { zh: "商品名称", en: "Item name" }, kind: "text", width: 24 },
    { id: "warehouse", title: { zh: "仓库", en: "Warehouse" }, kind: "code" },
    { id: "batch", title: { zh: "批次", en: "Batch" }, kind: "code" },
    { id: "qty", title: { zh: "现存量", en: "On hand" }, kind: "quantity" },
    { id: "value", title: { zh: "库存金额", en: "Stock value" }, kind: "money" },
    { id: "unitCost", title: { zh: "单位成本", en: "Unit cost" }, kind: "price" },
    { id: "reserved", title: { zh: "占用量", en: "Reserved" }, kind: "quantity" },
    { id: "available", title: { zh: "可用量", en: "Available" }, kind: "quantity" },
  ],
};
