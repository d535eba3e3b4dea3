import type { TableDefinition } from "./definition";
import { arranged, commonColumns } from "./register-columns";
import { purposes } from "./words";

const shown = "type date partner partnerName account amount against note status number".split(" ");

/** Everything received and paid. */
export const payments: TableDefinition = {
  id: "payments",
  title: { zh: "收付款单据", en: "Payments" },
  role: "register",
  required: true,
  columns: arranged(shown, [
    ...commonColumns,
    { id: "account", title: { zh: "资金账户", en: "Account" }, kind: "code", refersTo: "accounts" },
    { id: "toAccount", title: { zh: "转入账户", en: "To account" }, kind: "code", refersTo: "accounts" },
    { id: "amount", title: { zh: "金额", en: "Amount" }, kind: "money" },
    { id: "fee", title: { zh: "手续费", en: "Fee" }, kind: "money" },
    { id: "discountTaken", title: { zh: "现金折扣", en: "Cash discount" }, kind: "money" },
    { id: "against", title: { zh: "被核销单号", en: "Settles number" }, kind: "code", width: 20 },
    { id: "purpose", title: { zh: "款项类型", en: "Purpose" }, kind: "word", words: purposes },
    { id: "category", title: { zh: "收支项目", en: "Income or expense category" }, kind: "code" },
    { id: "taxRate", title: { zh: "税率", en: "Tax rate" }, kind: "rate" },
    { id: "tax", title: { zh: "税额", en: "Tax amount" }, kind: "money" },
  ]),
};
