import type { DocumentType } from "./document-type";

/** Goods leave a warehouse and are on their way to another. Source: DOMAIN §5.11 DC. */
export const transferOut: DocumentType = {
  code: "DC",
  title: { zh: "调拨出库", en: "Transfer out" },
  register: "stock",
  stock: "send",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
  onWay: true,
};
