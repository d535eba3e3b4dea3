import { NONE } from "../../book/lines";
import type { Drafting } from "../../documents/drafting";
import { headOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import { nearest } from "../../kernel/nearest";
import { figure, RATE_WHOLE } from "../../kernel/numbers";
import { shareAsked, termsByCode } from "../../settlement/terms";

/**
 * What is wrong with the terms of drafts that make debts: terms typed that are not there (UNKNOWN_CODE), the
 * partner's that are not (TERMS_UNKNOWN), and instalments that do not come to 100 % (TERMS_NOT_WHOLE).
 * Source: DOMAIN §8.4.
 */
export function termFindings({ book, documents }: Drafting, drafts: readonly number[]): Finding[] {
  const terms = termsByCode(book.masters.terms);
  const codes = [...terms.keys()];
  const { lines, masters } = book;
  return drafts.flatMap((draft): Finding[] => {
    const head = headOf(documents, draft);
    const typed = lines.terms[head];
    const usual = typed === "" && usesPartners(lines.type[head]) ? lines.partner[head] : NONE;
    const partner = usual === NONE ? null : masters.partners[usual];
    const code = partner?.terms ?? typed;
    if (code === "" || lines.due[head] !== NONE) return [];
    const place = placeOf(lines, head, "terms");
    const own = terms.get(code);
    if (own === undefined) {
      const near = nearest(code, codes);
      return partner === null
        ? [finding("UNKNOWN_CODE", place, { value: code, register: "terms", nearest: near })]
        : [finding("TERMS_UNKNOWN", place, { value: code, partner: partner.code, nearest: near })];
    }
    const share = shareAsked(own);
    if (share === RATE_WHOLE) return [];
    const line = own[own.length - 1].line;
    return [
      finding("TERMS_NOT_WHOLE", place, {
        terms: code,
        line,
        sum: Number.isNaN(share) ? null : figure(share, 6),
      }),
    ];
  });
}

function usesPartners(type: number): boolean {
  const { debt } = documentTypes[type];
  return debt === "delivery" || debt === "invoice";
}
