import type { ColumnDefinition, TableDefinition } from "./definition";

const item: ColumnDefinition = {
  id: "item",
  title: { zh: "商品编码", en: "Item code" },
  kind: "code",
  key: true,
  refersTo: "items",
};

/** What a product is made of: a row a component, in stock units for one of the product. */
export const bom: TableDefinition = {
  id: "bom",
  title: { zh: "物料清单", en: "Bill of materials" },
  role: "master",
  yields: true,
  columns: [
    { id: "parent", title: { zh: "父件", en: "Parent" }, kind: "code", key: true, refersTo: "items" },
    { id: "child", title: { zh: "子件", en: "Component" }, kind: "code", key: true, refersTo: "items" },
    { id: "qty", title: { zh: "用量", en: "Quantity per parent" }, kind: "quantity" },
    { id: "scrapRate", title: { zh: "损耗率", en: "Scrap rate" }, kind: "rate" },
  ],
};

/** When the units of a batch were made and until when they may be used. */
export const batches: TableDefinition = {
  id: "batches",
  title: { zh: "批次", en: "Batches" },
  role: "master",
  yields: true,
  columns: [
    item,
    { id: "batch", title: { zh: "批号", en: "Batch" }, kind: "code", key: true },
    { id: "produced", title: { zh: "生产日期", en: "Produced" }, kind: "day" },
    { id: "expires", title: { zh: "有效期至", en: "Expires" }, kind: "day" },
    { id: "supplier", title: { zh: "供应商", en: "Supplier" }, kind: "code", refersTo: "partners" },
  ],
};

/** The shelves of a warehouse; cost knows nothing of them. */
export const bins: TableDefinition = {
  id: "bins",
  title: { zh: "货位", en: "Bins" },
  role: "master",
  yields: true,
  columns: [
    {
      id: "warehouse",
      title: { zh: "仓库", en: "Warehouse" },
      kind: "code",
      key: true,
      refersTo: "warehouses",
    },
    { id: "bin", title: { zh: "货位码", en: "Bin" }, kind: "code", key: true },
    { id: "pickOrder", title: { zh: "拣货顺序", en: "Picking order" }, kind: "whole" },
    { id: "capacity", title: { zh: "容量", en: "Capacity" }, kind: "quantity" },
  ],
};
