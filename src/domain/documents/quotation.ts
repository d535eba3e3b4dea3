import type { DocumentType } from "./document-type";

/** What we offered a customer; it holds back nothing. Source: DOMAIN §2 BJ. */
export const quotation: DocumentType = {
  code: "BJ",
  title: { zh: "报价单", en: "Quotation" },
  register: "sales",
  stock: "none",
  debt: "none",
  side: null,
  partner: "customer",
  refersTo: [],
  required: ["item", "qty", "price"],
  cash: 0,
  order: true,
};
