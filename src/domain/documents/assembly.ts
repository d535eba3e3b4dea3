import type { DocumentType } from "./document-type";

/** Components go out, the product made of them comes in at what they cost. Source: DOMAIN §5.12 ZX. */
export const assembly: DocumentType = {
  code: "ZX",
  title: { zh: "组装", en: "Assembly" },
  register: "stock",
  stock: "convert",
  comesIn: "product",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: [],
  cash: 0,
  takesGood: true,
};
