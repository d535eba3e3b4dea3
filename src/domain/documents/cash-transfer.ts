import type { DocumentType } from "./document-type";

/**
 * Money moved from one account to another; the fee is paid by the first. Source: DOMAIN §2 ZJ, §8.8.
 */
export const cashTransfer: DocumentType = {
  code: "ZJ",
  title: { zh: "资金转账", en: "Cash transfer" },
  register: "payments",
  stock: "none",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["account", "toAccount", "amount"],
  cash: -1,
  transfers: true,
};
