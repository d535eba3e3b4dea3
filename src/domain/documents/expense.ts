import type { DocumentType } from "./document-type";

/** Money spent on other things than goods. Source: DOMAIN §2 ZC. */
export const expense: DocumentType = {
  code: "ZC",
  title: { zh: "费用支出", en: "Expense" },
  register: "payments",
  stock: "none",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["account", "amount"],
  cash: -1,
};
