import { type Lines, NONE, STATUSES, UNREAD_TYPE } from "../book/lines";
import { finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { type Drafting, note } from "./drafting";
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

/**
 * Notes INVOICE_WITHOUT_RECEIPT for goods that a supplier invoices and whose line refers to no receipt: a
 * debt comes of it and no stock. Services, allowances and red invoices are none. Source: CONTRACT §2 CF.
 */
export function checkReceived(drafting: Drafting, chosen: readonly number[]): void {
  const { lines, masters, settings } = drafting.book;
  for (const line of chosen) {
    const item = lines.item[line];
    if (item === NONE || masters.items[item].service || !refersToNothing(lines, line)) continue;
    const amount = figure(lines.total[line], settings.moneyDecimals);
    const facts = { item: masters.items[item].code, qty: figure(lines.qty[line], 6), amount };
    note(drafting, "INVOICE_WITHOUT_RECEIPT", { line, column: "ref", facts });
  }
}

/** A supplier's invoice of so many that refers to nothing, and takes nothing back. */
function refersToNothing({ type, ref, qty, reverses }: Lines, line: number): boolean {
  const { debt, side } = documentTypes[type[line]];
  const isBill = debt === "invoice" && side === "payable";
  return isBill && ref[line] === "" && qty[line] > 0 && reverses[line] === NONE;
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
