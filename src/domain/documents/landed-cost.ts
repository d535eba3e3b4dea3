import type { DocumentType } from "./document-type";

/**
 * Freight, customs, insurance of goods received: owed to the carrier, and part of what the goods cost.
 * Source: DOMAIN §5.10 FT.
 */
export const landedCost: DocumentType = {
  code: "FT",
  title: { zh: "费用分摊", en: "Landed cost" },
  register: "purchases",
  stock: "none",
  debt: "charge",
  side: "payable",
  partner: "supplier",
  refersTo: ["RK"],
  refersWhole: true,
  required: ["net", "ref"],
  cash: -1,
  negative: true,
};
