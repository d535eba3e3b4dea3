import type { DocumentType } from "./document-type";

/** A customer pays; what settles nothing yet is an advance. Source: DOMAIN §4 SK, §8.1. */
export const customerReceipt: DocumentType = {
  code: "SK",
  title: { zh: "收款", en: "Receipt" },
  register: "payments",
  stock: "none",
  debt: "payment",
  side: "receivable",
  partner: "customer",
  refersTo: [],
  required: ["account", "amount"],
  cash: 1,
};
