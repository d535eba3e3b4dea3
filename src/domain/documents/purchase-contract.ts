import type { DocumentType } from "./document-type";

/** What was agreed with a supplier for some time; orders draw on it. Source: DOMAIN §2 CH. */
export const purchaseContract: DocumentType = {
  code: "CH",
  title: { zh: "采购合同", en: "Purchase contract" },
  register: "purchases",
  stock: "none",
  debt: "none",
  side: null,
  partner: "supplier",
  refersTo: [],
  required: ["item", "qty", "price"],
  cash: 0,
  order: true,
};
