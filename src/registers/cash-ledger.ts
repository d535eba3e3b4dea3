import type { TableDefinition } from "./definition";

/** Every movement of money with the balance of its account after it. */
export const cashLedger: TableDefinition = {
  id: "cashLedger",
  title: { zh: "资金流水", en: "Cash ledger" },
  role: "derived",
  columns: [
    { id: "date", title: { zh: "日期", en: "Date" }, kind: "day" },
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "code", width: 20 },
    { id: "account", title: { zh: "资金账户", en: "Account" }, kind: "code" },
    { id: "in", title: { zh: "收入", en: "Money in" }, kind: "money" },
    { id: "out", title: { zh: "支出", en: "Money out" }, kind: "money" },
    { id: "balance", title: { zh: "余额", en: "Balance" }, kind: "money" },
  ],
};
