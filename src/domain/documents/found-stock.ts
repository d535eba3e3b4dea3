import type { DocumentType } from "./document-type";

/** Goods are found that no document brought: at the cost typed, else at today's. Source: DOMAIN §4 BY. */
export const foundStock: DocumentType = {
  code: "BY",
  title: { zh: "报溢", en: "Found stock" },
  register: "stock",
  stock: "receive",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
};
