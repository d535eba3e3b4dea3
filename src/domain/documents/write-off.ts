import type { DocumentType } from "./document-type";

/** Goods that are damaged or lost go out at cost. Source: DOMAIN §4 BS. */
export const writeOff: DocumentType = {
  code: "BS",
  title: { zh: "报损", en: "Write-off" },
  register: "stock",
  stock: "issue",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
  onWay: true,
};
