import type { DocumentType } from "./document-type";

/** Goods come back over the counter and their money goes back. Source: DOMAIN §2 LT, §5.8. */
export const counterReturn: DocumentType = {
  code: "LT",
  title: { zh: "零售退货", en: "Counter return" },
  register: "sales",
  stock: "return-in",
  debt: "return",
  side: "receivable",
  partner: null,
  refersTo: ["LS"],
  required: ["item", "qty", "warehouse", "price", "account"],
  cash: -1,
  counter: true,
};
