import type { DocumentType } from "./document-type";

/** A customer's order: holds back stock until it is delivered. Source: DOMAIN §2 XS. */
export const salesOrder: DocumentType = {
  code: "XS",
  title: { zh: "销售订单", en: "Sales order" },
  register: "sales",
  stock: "none",
  debt: "none",
  side: null,
  partner: "customer",
  refersTo: ["BJ", "XH"],
  required: ["item", "qty", "price"],
  cash: 0,
  order: true,
  reserves: true,
  takesGood: true,
};
