import type { ColumnDefinition, TableDefinition } from "./definition";
import { promotionKinds } from "./words";

const item: ColumnDefinition = {
  id: "item",
  title: { zh: "商品编码", en: "Item code" },
  kind: "code",
  refersTo: "items",
};
const partner: ColumnDefinition = {
  id: "partner",
  title: { zh: "往来单位", en: "Partner" },
  kind: "code",
  refersTo: "partners",
};
const validity: readonly ColumnDefinition[] = [
  { id: "from", title: { zh: "生效日期", en: "Valid from" }, kind: "day" },
  { id: "to", title: { zh: "失效日期", en: "Valid to" }, kind: "day" },
];

/** What an item costs whom, from which quantity on and when; the most particular row that fits counts. */
export const prices: TableDefinition = {
  id: "prices",
  title: { zh: "价格表", en: "Price list" },
  role: "master",
  yields: true,
  apart: ["partner", "priceGrade", "unit", "minQty", "from"],
  columns: [
    partner,
    { id: "priceGrade", title: { zh: "价格等级", en: "Price grade" }, kind: "text", width: 10 },
    { ...item, key: true },
    { id: "unit", title: { zh: "单位", en: "Unit" }, kind: "text", width: 8 },
    { id: "minQty", title: { zh: "起始数量", en: "From quantity" }, kind: "quantity" },
    { id: "price", title: { zh: "单价", en: "Price" }, kind: "price" },
    ...validity,
  ],
};

/** What is taken off, given away or sold at a special price, for whom, from which threshold on and when. */
export const promotions: TableDefinition = {
  id: "promotions",
  title: { zh: "促销", en: "Promotions" },
  role: "master",
  yields: true,
  columns: [
    { id: "code", title: { zh: "促销编码", en: "Promotion code" }, kind: "code", key: true },
    { id: "priority", title: { zh: "优先级", en: "Priority" }, kind: "whole" },
    { id: "kind", title: { zh: "方式", en: "Promotion kind" }, kind: "word", words: promotionKinds },
    partner,
    { id: "grade", title: { zh: "等级", en: "Grade" }, kind: "text", width: 10 },
    item,
    { id: "category", title: { zh: "类别", en: "Category" }, kind: "text" },
    { id: "threshold", title: { zh: "门槛", en: "Threshold" }, kind: "number" },
    { id: "value", title: { zh: "优惠值", en: "Benefit" }, kind: "number" },
    { id: "gift", title: { zh: "赠品", en: "Gift" }, kind: "code", refersTo: "items" },
    ...validity,
  ],
};
