import type { DocumentType } from "./document-type";

/** A supplier's offer that we asked for; asking several leaves the requisition open. Source: DOMAIN §2 XJ. */
export const quotationRequest: DocumentType = {
  code: "XJ",
  title: { zh: "询价单", en: "Request for quotation" },
  register: "purchases",
  stock: "none",
  debt: "none",
  side: null,
  partner: "supplier",
  refersTo: ["QG"],
  required: ["item", "qty"],
  cash: 0,
  order: true,
  asks: true,
};
