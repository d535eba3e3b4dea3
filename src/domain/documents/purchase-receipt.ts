import type { DocumentType } from "./document-type";

/**
 * Goods come in from a supplier at the price agreed; what is rejected on inspection does not count. Source:
 * DOMAIN §4 RK.
 */
export const purchaseReceipt: DocumentType = {
  code: "RK",
  title: { zh: "采购入库", en: "Purchase receipt" },
  register: "purchases",
  stock: "receive",
  debt: "delivery",
  side: "payable",
  partner: "supplier",
  refersTo: ["CG"],
  required: ["item", "qty", "warehouse", "price"],
  cash: -1,
};
