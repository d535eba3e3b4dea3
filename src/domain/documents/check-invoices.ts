import { STATUSES, UNREAD_TYPE } from "../book/lines";
import { finding } from "../kernel/finding";
import type { Drafting } from "./drafting";
import { headOf } from "./group";
import { documentTypes } from "./index";
import { placeOf } from "./place";

const APPROVED = STATUSES.indexOf("approved");
/** Posted, and neither void nor reversed. */
const STANDING = [STATUSES.indexOf("posted"), STATUSES.indexOf("closed")];

/**
 * Notes INVOICE_TWICE where a supplier's invoice stands in another document, red invoices apart; where the
 * draft is approved it is a remark. Source: DOMAIN §8.7, §14.
 */
export function checkInvoices(drafting: Drafting, drafts: readonly number[]): void {
  const { documents, book, findings } = drafting;
  const { invoice, number, status } = book.lines;
  const heads = drafts.map((draft) => headOf(documents, draft)).filter((head) => isInvoice(drafting, head));
  if (heads.length === 0) return;
  const firsts = standingInvoices(drafting);
  for (const head of heads) {
    const key = keyOf(drafting, head);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, head);
    else {
      const facts = { value: invoice[head], number: number[first] || null };
      const found = finding("INVOICE_TWICE", placeOf(book.lines, head, "invoice"), facts);
      findings.push(status[head] === APPROVED ? { ...found, severity: "warning" } : found);
    }
  }
}

/** The first line of each posted invoice, by supplier and number. */
function standingInvoices(drafting: Drafting): Map<string, number> {
  const { documents, book } = drafting;
  const firsts = new Map<string, number>();
  for (let document = 0; document < documents.count; document++) {
    const head = headOf(documents, document);
    if (!STANDING.includes(book.lines.status[head]) || !isInvoice(drafting, head)) continue;
    const key = keyOf(drafting, head);
    if (!firsts.has(key)) firsts.set(key, head);
  }
  return firsts;
}

function keyOf({ book }: Drafting, line: number): string {
  return `${String(book.lines.partner[line])}|${book.lines.invoice[line]}`;
}

/** An invoice of a supplier that bears a number, and no red one. */
function isInvoice({ book }: Drafting, line: number): boolean {
  const { type, invoice, total } = book.lines;
  if (type[line] >= UNREAD_TYPE || invoice[line] === "" || total[line] < 0) return false;
  const { debt, side } = documentTypes[type[line]];
  return debt === "invoice" && side === "payable";
}
