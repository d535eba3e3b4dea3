import type { DocumentType } from "./document-type";

/** Goods go out for another reason (a gift, own use), at cost. Source: DOMAIN §4 QC. */
export const otherIssue: DocumentType = {
  code: "QC",
  title: { zh: "其他出库", en: "Other issue" },
  register: "stock",
  stock: "issue",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
};
