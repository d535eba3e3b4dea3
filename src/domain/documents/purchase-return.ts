import type { DocumentType } from "./document-type";

/** Goods go back to the supplier, at what they cost when received. Source: DOMAIN §4 CT, §5.8. */
export const purchaseReturn: DocumentType = {
  code: "CT",
  title: { zh: "采购退货", en: "Purchase return" },
  register: "purchases",
  stock: "return-out",
  debt: "return",
  side: "payable",
  partner: "supplier",
  refersTo: ["RK"],
  required: ["item", "qty", "warehouse", "price"],
  cash: 1,
};
