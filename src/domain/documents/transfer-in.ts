import type { DocumentType } from "./document-type";

/**
 * Goods on their way arrive: so many of what the line referred to sent off, the rest stays on its way.
 * Source: DOMAIN §5.11 DR.
 */
export const transferIn: DocumentType = {
  code: "DR",
  title: { zh: "调拨入库", en: "Transfer in" },
  register: "stock",
  stock: "arrive",
  debt: "none",
  side: null,
  partner: null,
  refersTo: ["DC"],
  required: ["item", "qty", "warehouse", "ref"],
  cash: 0,
  onWay: true,
};
