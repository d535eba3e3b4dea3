import type { DocumentType } from "./document-type";

const title = { zh: "期初建账", en: "Opening balance" };

/** What we owed a supplier when the book began. Source: CONTRACT §2 KZ. */
export const openingPayable: DocumentType = {
  code: "KZ",
  title,
  register: "purchases",
  stock: "none",
  debt: "opening",
  side: "payable",
  partner: "supplier",
  refersTo: [],
  required: ["total"],
  cash: 0,
  negative: true,
  opens: true,
};

/** What a customer owed us when the book began. */
export const openingReceivable: DocumentType = {
  ...openingPayable,
  register: "sales",
  side: "receivable",
  partner: "customer",
};

/** What lay in a warehouse when the book began, and what it had cost. */
export const openingStock: DocumentType = {
  code: "KZ",
  title,
  register: "stock",
  stock: "receive",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
  opens: true,
  onWay: true,
};

/**
 * What was in an account when the book began or, with a partner and negative, an advance paid or received.
 */
export const openingCash: DocumentType = {
  code: "KZ",
  title,
  register: "payments",
  stock: "none",
  debt: "opening",
  side: null,
  partner: null,
  refersTo: [],
  required: ["amount"],
  cash: 1,
  negative: true,
  opens: true,
};
