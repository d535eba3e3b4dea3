import type { TableDefinition } from "./definition";
import { accountKinds } from "./words";

/** Cash in hand, at the bank, on a phone. */
export const accounts: TableDefinition = {
  id: "accounts",
  title: { zh: "资金账户", en: "Accounts" },
  role: "master",
  columns: [
    { id: "code", title: { zh: "账户编码", en: "Account code" }, kind: "code", key: true },
    { id: "name", title: { zh: "账户名称", en: "Account name" }, kind: "text", width: 24 },
    { id: "kind", title: { zh: "类型", en: "Account kind" }, kind: "word", words: accountKinds },
    { id: "overdraft", title: { zh: "透支额度", en: "Overdraft" }, kind: "money" },
  ],
};
