import type { DocumentType } from "./document-type";

/**
 * Goods come in for another reason (a gift, a sample), at the cost typed or else at today's. Source: DOMAIN
 * §4 QR.
 */
export const otherReceipt: DocumentType = {
  code: "QR",
  title: { zh: "其他入库", en: "Other receipt" },
  register: "stock",
  stock: "receive",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
};
