import type { DocumentType } from "./document-type";

/**
 * Settles debts with credits, what is owed one way with what is owed the other, or writes off; a negative
 * amount undoes it. Source: DOMAIN §2 HX, §8.1; CONTRACT §2.
 */
export const allocation: DocumentType = {
  code: "HX",
  title: { zh: "核销", en: "Allocation" },
  register: "payments",
  stock: "none",
  debt: "allocation",
  side: null,
  partner: "any",
  refersTo: [],
  required: ["amount"],
  cash: 0,
  negative: true,
};
