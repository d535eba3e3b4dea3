import type { ColumnDefinition, TableDefinition } from "./definition";

const period: ColumnDefinition = {
  id: "period",
  title: { zh: "期间", en: "Period" },
  kind: "code",
  key: true,
};
const value: ColumnDefinition = { id: "value", title: { zh: "数值", en: "Value" }, kind: "money" };

/** What somebody is to sell, or what is to be sold of an item or category, in a period. */
export const targets: TableDefinition = {
  id: "targets",
  title: { zh: "目标", en: "Targets" },
  role: "master",
  yields: true,
  apart: ["person", "item", "category"],
  columns: [
    period,
    { id: "person", title: { zh: "人员", en: "Person" }, kind: "code" },
    { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code", refersTo: "items" },
    { id: "category", title: { zh: "类别", en: "Category" }, kind: "text" },
    value,
  ],
};

/** What an account may cost or bring in a period. */
export const budgets: TableDefinition = {
  id: "budgets",
  title: { zh: "预算", en: "Budgets" },
  role: "master",
  yields: true,
  apart: ["category", "account"],
  columns: [
    period,
    { id: "category", title: { zh: "收支项目", en: "Category" }, kind: "code" },
    { id: "account", title: { zh: "科目", en: "Ledger account" }, kind: "code" },
    value,
  ],
};
