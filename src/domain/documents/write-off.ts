import type { DocumentType } from "./document-type";

/**
 * Goods that are damaged or lost go out at cost; with `ref` those that were sent on their way and do not
 * arrive.
 * Source: DOMAIN §4 BS, §5.11.
 */
export const writeOff: DocumentType = {
  code: "BS",
  title: { zh: "报损", en: "Write-off" },
  register: "stock",
  stock: "issue",
  debt: "none",
  side: null,
  partner: null,
  refersTo: ["DC"],
  required: ["item", "qty", "warehouse"],
  cash: 0,
  onWay: true,
};
