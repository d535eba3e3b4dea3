import type { DocumentType } from "./document-type";

/** Goods go out to a customer, who owes their price. Source: DOMAIN §4 CK. */
export const salesDelivery: DocumentType = {
  code: "CK",
  title: { zh: "销售出库", en: "Sales delivery" },
  register: "sales",
  stock: "issue",
  debt: "delivery",
  side: "receivable",
  partner: "customer",
  refersTo: ["XS"],
  required: ["item", "qty", "warehouse", "price"],
  cash: 1,
  takesGood: true,
};
