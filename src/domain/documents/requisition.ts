import type { DocumentType } from "./document-type";

/** What somebody asks us to buy, of whichever supplier. Source: DOMAIN §2 QG. */
export const requisition: DocumentType = {
  code: "QG",
  title: { zh: "请购单", en: "Requisition" },
  register: "purchases",
  stock: "none",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty"],
  cash: 0,
  order: true,
};
