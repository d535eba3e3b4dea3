import { type Lines, NONE, rowOf, STATUSES } from "../../book/lines";
import type { Partner } from "../../book/masters";
import { headOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import type { FindingCode } from "../../kernel/finding-codes";
import { figure } from "../../kernel/numbers";
import { RECEIVABLE } from "../../settlement/open-items";
import { creditInTurn } from "./credit-exposure";
import { documentsInOrder, type Ledgers } from "../ledgers";

const APPROVED = STATUSES.indexOf("approved");

/** Whether a document asks for credit: a customer's order, delivery or invoice. */
function asksForCredit(ledgers: Ledgers, document: number): boolean {
  const { debt, side, reserves } =
    documentTypes[ledgers.book.lines.type[headOf(ledgers.documents, document)]];
  return reserves === true || (side === "receivable" && (debt === "delivery" || debt === "invoice"));
}

/**
 * What forbids the drafts that would have a customer owe more than its limit, or that go to one who is
 * overdue: CREDIT_EXCEEDED and OVERDUE, warnings only where the customer is to be warned of (or nothing is
 * said), errors that an approval lifts, or errors. Drafts count one after the other, in business order.
 * Source: DOMAIN §8.6.
 */
export function creditFindings(ledgers: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  const { lines, masters } = ledgers.book;
  const isWatched = masters.partners.map(
    ({ creditLimit, overdueControl }) => creditLimit !== null || overdueControl !== null,
  );
  if (!isWatched.includes(true)) return [];
  const asking = Array.from(
    documentsInOrder(ledgers.documents, ledgers.order).filter((document) => {
      const head = headOf(ledgers.documents, document);
      const isKnown = lines.partner[head] !== NONE && isWatched[lines.partner[head]];
      return isKnown && isDraft(head) && asksForCredit(ledgers, document);
    }),
  );
  if (asking.length === 0) return [];
  return [...overLimit(ledgers, asking), ...overdue(ledgers, asking)];
}

function overLimit(ledgers: Ledgers, asking: readonly number[]): Finding[] {
  const { lines, masters, settings } = ledgers.book;
  const { before, adds, grant } = creditInTurn(ledgers, asking);
  const partnerOf = (document: number): number => lines.partner[headOf(ledgers.documents, document)];
  const running = before.slice();
  return asking.flatMap((document) => {
    const partner = masters.partners[partnerOf(document)];
    const amount = adds(document);
    const exposure = running[partnerOf(document)] + amount;
    const limit = partner.creditLimit ?? Infinity;
    const isOver = exposure > limit;
    const forbids = isOver && severityOf(ledgers, document, partner) === "error";
    if (!forbids) {
      running[partnerOf(document)] = exposure;
      grant(document);
    }
    if (!isOver) return [];
    const money = (units: number): number => figure(units, settings.moneyDecimals);
    const facts = { partner: partner.code, exposure: money(exposure), limit: money(limit) };
    return [told(ledgers, document, "CREDIT_EXCEEDED", { ...facts, amount: money(amount) })];
  });
}

/** Approved drafts pass where an approval is enough; it is then a remark. */
function severityOf(ledgers: Ledgers, document: number, { overdueControl }: Partner): "error" | "warning" {
  if (overdueControl === "block") return "error";
  const isApproved = ledgers.book.lines.status[headOf(ledgers.documents, document)] === APPROVED;
  return overdueControl === "approve" && !isApproved ? "error" : "warning";
}

function told(ledgers: Ledgers, document: number, code: FindingCode, facts: Finding["facts"]): Finding {
  const { lines, masters } = ledgers.book;
  const head = headOf(ledgers.documents, document);
  const severity = severityOf(ledgers, document, masters.partners[lines.partner[head]]);
  return { ...finding(code, placeOf(lines, head, "partner"), facts), severity };
}

function overdue(ledgers: Ledgers, asking: readonly number[]): Finding[] {
  const { lines, masters, settings } = ledgers.book;
  const oldest = oldestDue(ledgers);
  return asking.flatMap((document) => {
    const head = headOf(ledgers.documents, document);
    const item = oldest.get(lines.partner[head]);
    const { code, overdueControl } = masters.partners[lines.partner[head]];
    if (item === undefined || overdueControl === null) return [];
    const { due, open, document: of } = ledgers.debts.items;
    const days = lines.day[head] - due[item];
    if (days <= 0 || of[item] === document) return [];
    const credits = creditsOf(ledgers, lines.partner[head]);
    const facts = {
      partner: code,
      ...named(lines, headOf(ledgers.documents, of[item])),
      due: dayText(due[item]),
      days,
      open: figure(open[item], settings.moneyDecimals),
      ...(credits === 0 ? {} : { credits: figure(credits, settings.moneyDecimals) }),
    };
    return [told(ledgers, document, "OVERDUE", facts)];
  });
}

/** A document by its number; a draft, which has none yet, by where it stands. */
function named(lines: Lines, head: number): Finding["facts"] {
  if (lines.number[head] !== "") return { number: lines.number[head] };
  const { table, row } = rowOf(lines, head);
  return { draftTable: table, draftRow: row };
}

/** The receivable of each customer that is due first and open. */
function oldestDue({ debts }: Ledgers): ReadonlyMap<number, number> {
  const { items } = debts;
  const oldest = new Map<number, number>();
  for (let item = 0; item < items.count; item++) {
    if (items.side[item] !== RECEIVABLE || items.open[item] <= 0) continue;
    const known = oldest.get(items.partner[item]);
    if (known === undefined || items.due[item] < items.due[known]) oldest.set(items.partner[item], item);
  }
  return oldest;
}

/** What lies there of a customer's and could settle what it owes: advances and credits. */
function creditsOf({ debts: { items } }: Ledgers, partner: number): number {
  let credits = 0;
  for (let item = 0; item < items.count; item++) {
    const isOurs = items.side[item] === RECEIVABLE && items.partner[item] === partner;
    if (isOurs && items.open[item] < 0) credits -= items.open[item];
  }
  return credits;
}
