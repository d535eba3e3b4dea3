import type { DocumentType } from "./document-type";

/**
 * Sold over the counter: goods go out and money comes in; only what a named customer has yet to pay is owed.
 * Source: DOMAIN §4 LS.
 */
export const counterSale: DocumentType = {
  code: "LS",
  title: { zh: "零售", en: "Counter sale" },
  register: "sales",
  stock: "issue",
  debt: "delivery",
  side: "receivable",
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse", "price", "account"],
  cash: 1,
  counter: true,
  takesGood: true,
};
