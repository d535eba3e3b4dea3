import type { DocumentType } from "./document-type";

/**
 * Our invoice to a customer: completes the debt of the delivery it refers to, or makes its own. Source:
 * DOMAIN §4 XF.
 */
export const salesInvoice: DocumentType = {
  code: "XF",
  title: { zh: "销售发票", en: "Sales invoice" },
  register: "sales",
  stock: "none",
  debt: "invoice",
  side: "receivable",
  partner: "customer",
  refersTo: ["CK"],
  required: ["item", "qty", "price"],
  cash: 0,
  negative: true,
};
