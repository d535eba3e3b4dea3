import type { TableDefinition } from "./definition";
import { cashDirections, vatTreatments } from "./words";

/** What other income comes from and what expenses are for. */
export const categories: TableDefinition = {
  id: "categories",
  title: { zh: "收支项目", en: "Income and expense categories" },
  role: "master",
  yields: true,
  columns: [
    { id: "code", title: { zh: "项目编码", en: "Category code" }, kind: "code", key: true },
    { id: "name", title: { zh: "项目名称", en: "Category name" }, kind: "text", width: 20 },
    { id: "direction", title: { zh: "收支方向", en: "Direction" }, kind: "word", words: cashDirections },
  ],
};

/** Why stock or debts are written off or given away, and what that means for the accounts and the tax. */
export const reasons: TableDefinition = {
  id: "reasons",
  title: { zh: "业务原因", en: "Reasons" },
  role: "master",
  yields: true,
  columns: [
    { id: "code", title: { zh: "原因编码", en: "Reason code" }, kind: "code", key: true },
    { id: "name", title: { zh: "原因名称", en: "Reason name" }, kind: "text", width: 20 },
    { id: "account", title: { zh: "科目", en: "Ledger account" }, kind: "code" },
    { id: "vat", title: { zh: "税务处理", en: "Tax treatment" }, kind: "word", words: vatTreatments },
  ],
};
