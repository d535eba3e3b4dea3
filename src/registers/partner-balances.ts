import type { TableDefinition } from "./definition";

/** Who owes what, kept up by every post. */
export const partnerBalances: TableDefinition = {
  id: "partnerBalances",
  title: { zh: "往来余额", en: "Partner balances" },
  role: "derived",
  columns: [
    { id: "partner", title: { zh: "往来单位", en: "Partner" }, kind: "code" },
    { id: "partnerName", title: { zh: "单位名称", en: "Partner name" }, kind: "text", width: 24 },
    { id: "receivable", title: { zh: "应收", en: "Receivable" }, kind: "money" },
    { id: "payable", title: { zh: "应付", en: "Payable" }, kind: "money" },
    { id: "advancesReceived", title: { zh: "预收", en: "Advances received" }, kind: "money" },
    { id: "advancesPaid", title: { zh: "预付", en: "Advances paid" }, kind: "money" },
  ],
};
