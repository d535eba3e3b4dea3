import type { DocumentType } from "./document-type";

/**
 * Materials go into production for a job, at cost; a cost row is labour or overhead of it. Source: DOMAIN
 * §5.12 LL.
 */
export const productionIssue: DocumentType = {
  code: "LL",
  title: { zh: "生产领料", en: "Production issue" },
  register: "stock",
  stock: "issue",
  job: "uses",
  debt: "none",
  side: null,
  partner: null,
  refersTo: [],
  required: ["item", "qty", "warehouse"],
  cash: 0,
  takesGood: true,
};
