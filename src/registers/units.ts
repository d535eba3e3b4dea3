import type { TableDefinition } from "./definition";

/** Other units of an item: one of this unit is numerator / denominator stock units. */
export const units: TableDefinition = {
  id: "units",
  title: { zh: "单位换算", en: "Unit conversions" },
  role: "master",
  columns: [
    { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code", key: true, refersTo: "items" },
    { id: "unit", title: { zh: "单位", en: "Unit" }, kind: "text", key: true, width: 10 },
    { id: "numerator", title: { zh: "分子", en: "Numerator" }, kind: "whole" },
    { id: "denominator", title: { zh: "分母", en: "Denominator" }, kind: "whole" },
    { id: "barcode", title: { zh: "条码", en: "Barcode" }, kind: "code", width: 16 },
  ],
};
