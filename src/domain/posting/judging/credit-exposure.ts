import { STATUSES } from "../../book/lines";
import { uninvoiced, zeroIfBlank } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import { arisingOnInvoice } from "../../documents/references";
import { linesOf } from "../../documents/group";
import { type Link, linksOf } from "../../documents/links";
import { RECEIVABLE } from "../../settlement/open-items";
import type { Ledgers } from "../ledgers";

const POSTED = STATUSES.indexOf("posted");

/** What customers owe or will owe once documents are posted one after the other, in smallest units. */
export interface CreditInTurn {
  /** By partner, without the documents that ask. */
  readonly before: Float64Array;
  /** What a document adds, those granted before it counted in. */
  readonly adds: (document: number) => number;
  /** The document is posted: what it delivers or invoices of others is no promise any more. */
  readonly grant: (document: number) => void;
}

/**
 * The credit that customers take up: receivables less advances and credits, what is delivered and not yet
 * invoiced where debts arise on invoice, and what open orders are worth; documents that ask for credit in
 * their turn, so that one which is refused takes nothing from those after it. Source: DOMAIN §8.6.
 */
export function creditInTurn(ledgers: Ledgers, asking: readonly number[]): CreditInTurn {
  const { book, documents, links } = ledgers;
  const asks = new Set(asking);
  const promises = promisesOf(ledgers, (line) => !asks.has(documents.ofLine[line]));
  const before = new Float64Array(book.masters.partners.length);
  const own = new Map(asking.map((document) => [document, 0]));
  const count = (document: number, partner: number, amount: number): void => {
    const known = own.get(document);
    if (known !== undefined) own.set(document, known + amount);
    else if (partner >= 0) before[partner] += amount;
  };
  const { items } = ledgers.debts;
  for (let item = 0; item < items.count; item++)
    if (items.side[item] === RECEIVABLE) count(items.document[item], items.partner[item], items.open[item]);
  for (const line of ledgers.order)
    if (promises.isOpen(line)) count(documents.ofLine[line], book.lines.partner[line], promises.left(line));
  const taking = (document: number): readonly Link[] =>
    Array.from(linesOf(documents, document)).flatMap((line) => linksOf(links, line));
  return {
    before,
    adds: (document) => {
      const released = taking(document).map(({ target, qty }) => promises.released(target, qty));
      return (own.get(document) ?? 0) - released.reduce((sum, part) => sum + part, 0);
    },
    grant: (document) => taking(document).forEach(({ target, qty }) => promises.take(target, qty)),
  };
}

/** What is ordered and not delivered and, where debts arise on invoice, delivered and not invoiced. */
function promisesOf({ book, order, links, quantities }: Ledgers, counts: (line: number) => boolean) {
  const { lines } = book;
  const onInvoice = arisingOnInvoice(book.settings).receivable;
  const isOrder = documentTypes.map(({ reserves }) => reserves === true);
  const isDelivery = documentTypes.map(({ debt, side }) => debt === "delivery" && side === "receivable");
  const taken = new Map<number, number>();
  const take = (target: number, qty: number): void => {
    taken.set(target, (taken.get(target) ?? 0) + qty);
  };
  for (const line of order)
    if (counts(line)) for (const { target, qty } of linksOf(links, line)) take(target, qty);
  const isOpen = (line: number): boolean => {
    const type = lines.type[line];
    return isOrder[type] ? lines.status[line] <= POSTED : onInvoice && isDelivery[type];
  };
  const left = (line: number, more = 0): number => {
    const whole = zeroIfBlank(lines.total[line]);
    return uninvoiced(whole, quantities.base[line], (taken.get(line) ?? 0) + more);
  };
  const released = (line: number, qty: number): number => (isOpen(line) ? left(line) - left(line, qty) : 0);
  return { take, isOpen, left, released };
}
