import type { DocumentType } from "./document-type";

/**
 * What production made comes in: at the cost typed or the standard one until its job is closed, then at what
 * the job cost. Source: DOMAIN §5.12 CP.
 */
export const productionReceipt: DocumentType = {
  code: "CP",
  title: { zh: "完工入库", en: "Production receipt" },
  register: "stock",
  stock: "receive",
  job: "makes",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
};
