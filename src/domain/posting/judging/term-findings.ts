import { NONE } from "../../book/lines";
import type { Term } from "../../book/masters";
import type { Drafting } from "../../documents/drafting";
import { headOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Day, dayText } from "../../kernel/day";
import { type Finding, finding, type Place } from "../../kernel/finding";
import { nearest } from "../../kernel/nearest";
import { figure, RATE_WHOLE } from "../../kernel/numbers";
import { dueDay, shareAsked, termsByCode } from "../../settlement/terms";

/**
 * What is wrong with the terms of drafts that make debts: terms typed that are not there (UNKNOWN_CODE), the
 * partner's that are not (TERMS_UNKNOWN), a cell of them that cannot be used (TERMS_UNFIT), instalments that
 * do not come to 100 % (TERMS_NOT_WHOLE), and days that go back before the document (TERMS_EARLY).
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
    return unfitTerms(own, { place, day: lines.day[head] });
  });
}

/** Why nothing can be due by terms that are there; `place` names them, and `day` is the document's. */
function unfitTerms(
  own: readonly Term[],
  { place, day }: { readonly place: Place; readonly day: Day },
): Finding[] {
  const unread = own.find(({ unfit }) => unfit !== "");
  if (unread !== undefined) {
    const { code: terms, line, row, unfit: column } = unread;
    return [
      finding("TERMS_UNFIT", place, { register: "terms", terms, line, termsRow: row, termsColumn: column }),
    ];
  }
  const share = shareAsked(own);
  const { code: terms, line } = own[own.length - 1];
  if (share !== RATE_WHOLE)
    return [
      finding("TERMS_NOT_WHOLE", place, { terms, line, sum: Number.isNaN(share) ? null : figure(share, 6) }),
    ];
  const early = day === NONE ? undefined : own.find((term) => term.days < 0 && dueDay(day, term) < day);
  if (early === undefined) return [];
  const facts = { terms, line: early.line, due: dayText(dueDay(day, early)), date: dayText(day) };
  return [finding("TERMS_EARLY", place, facts)];
}

function usesPartners(type: number): boolean {
  const { debt } = documentTypes[type];
  return debt === "delivery" || debt === "invoice" || debt === "charge";
}
