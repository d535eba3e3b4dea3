import type { DocumentType } from "./document-type";

/** Asks that a supplier be paid; moves nothing. Source: DOMAIN §2 FQ. */
export const paymentRequest: DocumentType = {
  code: "FQ",
  title: { zh: "付款申请", en: "Payment request" },
  register: "payments",
  stock: "none",
  debt: "none",
  side: "payable",
  partner: "supplier",
  refersTo: [],
  required: ["amount"],
  cash: 0,
};
