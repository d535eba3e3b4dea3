import type { DocumentType } from "./document-type";

/** Goods move from one warehouse to another at unchanged value. Source: DOMAIN §5.11 DB. */
export const stockTransfer: DocumentType = {
  code: "DB",
  title: { zh: "调拨", en: "Transfer" },
  register: "stock",
  stock: "transfer",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse", "toWarehouse"],
  cash: 0,
  onWay: true,
};
