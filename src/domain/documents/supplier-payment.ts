import type { DocumentType } from "./document-type";

/** We pay a supplier; what settles nothing yet is an advance. Source: DOMAIN §4 FK, §8.1. */
export const supplierPayment: DocumentType = {
  code: "FK",
  title: { zh: "付款", en: "Payment" },
  register: "payments",
  stock: "none",
  debt: "payment",
  side: "payable",
  partner: "supplier",
  refersTo: [],
  required: ["account", "amount"],
  cash: -1,
};
