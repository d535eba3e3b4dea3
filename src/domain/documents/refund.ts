import type { DocumentType } from "./document-type";

/**
 * Money paid back: to a customer for a return or an advance, or by a supplier. Source: DOMAIN §2 TK; CONTRACT
 * §2.
 */
export const refund: DocumentType = {
  code: "TK",
  title: { zh: "退款", en: "Refund" },
  register: "payments",
  stock: "none",
  debt: "refund",
  side: null,
  partner: "any",
  refersTo: [],
  required: ["account", "amount"],
  cash: "by-side",
};
