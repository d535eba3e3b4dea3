import type { DocumentType } from "./document-type";

/** What was counted at that moment holds; a blank count counts nothing. Source: DOMAIN §7 PD. */
export const stocktake: DocumentType = {
  code: "PD",
  title: { zh: "盘点", en: "Stocktake" },
  register: "stock",
  stock: "count",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "warehouse"],
  cash: 0,
  onWay: true,
};
