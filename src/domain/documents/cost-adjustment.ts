import type { DocumentType } from "./document-type";

/**
 * What lies there gets another value: `value` is added, or `unitCost` becomes its unit cost; `ref` names the
 * receipt whose goods alone are meant. Source: DOMAIN §5.13 CB.
 */
export const costAdjustment: DocumentType = {
  code: "CB",
  title: { zh: "成本调整", en: "Cost adjustment" },
  register: "stock",
  stock: "revalue",
  debt: "none",
  side: null,
  partner: null,
  refersTo: ["RK", "KZ", "QR", "BY", "CP", "ZX", "CJ", "XT"],
  refersWhole: true,
  required: ["item", "warehouse"],
  cash: 0,
  negative: true,
  onWay: true,
};
