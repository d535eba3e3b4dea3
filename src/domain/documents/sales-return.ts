import type { DocumentType } from "./document-type";

/** Goods come back from a customer, at the cost they left with. Source: DOMAIN §4 XT, §5.8. */
export const salesReturn: DocumentType = {
  code: "XT",
  title: { zh: "销售退货", en: "Sales return" },
  register: "sales",
  stock: "return-in",
  debt: "return",
  side: "receivable",
  partner: "customer",
  refersTo: ["CK"],
  required: ["item", "qty", "warehouse", "price"],
  cash: -1,
};
