import type { TableDefinition } from "./definition";
import { warehouseKinds } from "./words";

/** Where stock lies. */
export const warehouses: TableDefinition = {
  id: "warehouses",
  title: { zh: "仓库", en: "Warehouses" },
  role: "master",
  required: true,
  columns: [
    { id: "code", title: { zh: "仓库编码", en: "Warehouse code" }, kind: "code", key: true },
    { id: "name", title: { zh: "仓库名称", en: "Warehouse name" }, kind: "text", width: 20 },
    { id: "kind", title: { zh: "类型", en: "Warehouse kind" }, kind: "word", words: warehouseKinds },
    { id: "allowNegative", title: { zh: "允许负库存", en: "Negative stock allowed" }, kind: "flag" },
    { id: "capacity", title: { zh: "容量", en: "Capacity" }, kind: "quantity" },
    { id: "manager", title: { zh: "负责人", en: "Manager" }, kind: "text" },
  ],
};
