import { STATUSES } from "../../book/lines";
import { uninvoiced, zeroIfBlank } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import { arisingOnInvoice } from "../../documents/references";
import { linksOf } from "../../documents/links";
import { RECEIVABLE } from "../../settlement/open-items";
import type { Ledgers } from "../ledgers";

const POSTED = STATUSES.indexOf("posted");

/** What a customer owes or will owe, in smallest units, and what each document adds to it. */
export interface Exposure {
  /** By partner. */
  readonly total: Float64Array;
  /** By document. */
  readonly byDocument: Float64Array;
}

/**
 * The credit that customers take up: receivables less advances and credits, what is delivered and not yet
 * invoiced where debts arise on invoice, and what open orders are worth. Source: DOMAIN §8.6.
 */
export function creditExposure(ledgers: Ledgers): Exposure {
  const exposure = {
    total: new Float64Array(ledgers.book.masters.partners.length),
    byDocument: new Float64Array(ledgers.documents.count),
  };
  addItems(ledgers, exposure);
  addPromises(ledgers, exposure);
  return exposure;
}

function addItems({ debts }: Ledgers, { total, byDocument }: Exposure): void {
  const { items } = debts;
  for (let item = 0; item < items.count; item++) {
    if (items.side[item] !== RECEIVABLE || items.partner[item] < 0) continue;
    total[items.partner[item]] += items.open[item];
    byDocument[items.document[item]] += items.open[item];
  }
}

/** What is ordered and not delivered and, where debts arise on invoice, delivered and not invoiced. */
function addPromises(ledgers: Ledgers, { total, byDocument }: Exposure): void {
  const { book, documents, order, links, quantities } = ledgers;
  const { lines } = book;
  const onInvoice = arisingOnInvoice(book.settings).receivable;
  const isOrder = documentTypes.map(({ reserves }) => reserves === true);
  const isDelivery = documentTypes.map(({ debt, side }) => debt === "delivery" && side === "receivable");
  const taken = new Map<number, number>();
  for (const line of order)
    for (const { target, qty } of linksOf(links, line)) taken.set(target, (taken.get(target) ?? 0) + qty);
  for (const line of order) {
    const type = lines.type[line];
    const isOpen = isOrder[type] ? lines.status[line] <= POSTED : onInvoice && isDelivery[type];
    if (!isOpen || lines.partner[line] < 0) continue;
    const left = uninvoiced(zeroIfBlank(lines.total[line]), quantities.base[line], taken.get(line) ?? 0);
    total[lines.partner[line]] += left;
    byDocument[documents.ofLine[line]] += left;
  }
}
