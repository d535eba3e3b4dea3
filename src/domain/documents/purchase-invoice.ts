import type { DocumentType } from "./document-type";

/**
 * The supplier's invoice: completes the debt of the receipt it refers to and corrects its cost. Source:
 * DOMAIN §4 CF.
 */
export const purchaseInvoice: DocumentType = {
  code: "CF",
  title: { zh: "采购发票", en: "Purchase invoice" },
  register: "purchases",
  stock: "none",
  debt: "invoice",
  side: "payable",
  partner: "supplier",
  refersTo: ["RK"],
  required: ["item", "qty", "price"],
  cash: 0,
  negative: true,
};
