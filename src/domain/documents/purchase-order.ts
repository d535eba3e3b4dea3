import type { DocumentType } from "./document-type";

/** What we ordered of a supplier: on its way until it is received. Source: DOMAIN §2 CG. */
export const purchaseOrder: DocumentType = {
  code: "CG",
  title: { zh: "采购订单", en: "Purchase order" },
  register: "purchases",
  stock: "none",
  debt: "none",
  side: null,
  partner: "supplier",
  refersTo: ["QG", "XJ", "CH"],
  required: ["item", "qty", "price"],
  cash: 0,
  order: true,
  expects: true,
};
