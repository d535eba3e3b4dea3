import { arisingOnInvoice, resolveReferences } from "../../documents/references";
import type { Finding } from "../../kernel/finding";
import type { Ledgers } from "../ledgers";

/** What references find wrong in one state of the ledgers and not in another of the same lines. */
export function newLinkFindings(before: Ledgers, after: Ledgers): Finding[] {
  const key = ({ code, table, row }: Finding): string => [code, table, row].join(" ");
  const known = new Set(linkFindings(before).map(key));
  return linkFindings(after).filter((found) => !known.has(key(found)));
}

function linkFindings({ book, documents, quantities, order }: Ledgers): readonly Finding[] {
  const onInvoice = arisingOnInvoice(book.settings);
  const referring = {
    lines: book.lines,
    documents,
    base: quantities.base,
    order,
    isOut: () => false,
    onInvoice,
  };
  return resolveReferences(referring).findings;
}
