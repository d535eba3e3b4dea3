import type { TableDefinition } from "./definition";
import { sides } from "./words";

/** Every debt with what has been settled of it; advances and credit notes are negative. */
export const openItems: TableDefinition = {
  id: "openItems",
  title: { zh: "往来明细", en: "Open items" },
  role: "derived",
  columns: [
    { id: "side", title: { zh: "方向", en: "Side" }, kind: "word", words: sides },
    { id: "partner", title: { zh: "往来单位", en: "Partner" }, kind: "code" },
    { id: "type", title: { zh: "单据类型", en: "Document type" }, kind: "code" },
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "code", width: 20 },
    { id: "line", title: { zh: "行号", en: "Line" }, kind: "whole" },
    { id: "date", title: { zh: "日期", en: "Date" }, kind: "day" },
    { id: "due", title: { zh: "到期日", en: "Due date" }, kind: "day" },
    { id: "amount", title: { zh: "金额", en: "Amount" }, kind: "money" },
    { id: "paid", title: { zh: "已收付", en: "Paid" }, kind: "money" },
    { id: "credited", title: { zh: "已冲减", en: "Credited" }, kind: "money" },
    { id: "settled", title: { zh: "已核销", en: "Settled" }, kind: "money" },
    { id: "open", title: { zh: "未核销", en: "Open amount" }, kind: "money" },
  ],
};
