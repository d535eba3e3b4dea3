import type { DocumentType } from "./document-type";

/** What was agreed with a customer for some time; orders draw on it. Source: DOMAIN §2 XH. */
export const salesContract: DocumentType = {
  code: "XH",
  title: { zh: "销售合同", en: "Sales contract" },
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
