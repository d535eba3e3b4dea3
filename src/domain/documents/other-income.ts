import type { DocumentType } from "./document-type";

/** Money that comes in from elsewhere than sales. Source: DOMAIN §2 SR. */
export const otherIncome: DocumentType = {
  code: "SR",
  title: { zh: "其他收入", en: "Other income" },
  register: "payments",
  stock: "none",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["account", "amount"],
  cash: 1,
};
