import { type Documents, headOf, linesOf } from "../../documents/group";
import type { Ledgers } from "../ledgers";
import { DebtTerms } from "./debt-terms";

/**
 * Writes into the documents being posted the terms that their debts are under: the partner's where the first
 * row says neither terms nor a day, so that other terms of the partner's never move them. What makes no debt
 * of its own, or one that is due at once, stays without. Rows below the first say what it says. Source:
 * DOMAIN §8.4; CONTRACT §2.
 */
export function writeTerms({ book, debts }: Ledgers, documents: Documents, posting: readonly number[]): void {
  const { lines, masters } = book;
  const terms = new DebtTerms({ book, documents });
  for (const document of posting) {
    const item = debts.itemOf[document];
    const owes = masters.terms.length > 0 && item >= 0 && debts.items.amount[item] > 0;
    const code = lines.terms[headOf(documents, document)] || (owes ? terms.codeOf(document) : "");
    if (code === "") continue;
    for (const line of linesOf(documents, document)) lines.terms[line] ||= code;
  }
}
