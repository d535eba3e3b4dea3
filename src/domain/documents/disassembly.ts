import type { DocumentType } from "./document-type";

/** A product is taken apart: it goes out, and what it was made of comes in. Source: DOMAIN §5.12 CJ. */
export const disassembly: DocumentType = {
  code: "CJ",
  title: { zh: "拆卸", en: "Disassembly" },
  register: "stock",
  stock: "convert",
  comesIn: "component",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: [],
  cash: 0,
};
