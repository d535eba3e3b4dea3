import type { DocumentType } from "../../documents/document-type";
import { headOf } from "../../documents/group";
import { CREDITED, NO_ITEM, PAID } from "../../settlement/open-items";
import type { DebtItems } from "./debt-items";

/** A document that takes another back: both, and the type of the two. */
export interface ReversedDebts {
  readonly document: number;
  readonly original: number;
  readonly type: DocumentType;
}

/**
 * What a reversal does to debts, from its day on: what settled the items of its original is free again, and
 * an item the other way round stands against each, so that nothing of the two is open. Money paid with the
 * original comes back with the reversal. Source: CONTRACT §4 reverse, DOMAIN §8.1.
 */
export function takeDebtsBack(debts: DebtItems, { document, original, type }: ReversedDebts): void {
  if (type.debt === "allocation") return;
  const made = debts.itemOf[document];
  for (const item of debts.besidesOf(original)) debts.noteBesides(against(debts, document, [item]));
  const own = debts.ownItems(original);
  debts.itemOf[document] = own.length === 0 ? made : against(debts, document, own, made);
}

/** One item against all of some of one document, which it settles; `made` where it is there already. */
function against(
  debts: DebtItems,
  document: number,
  ...[own, made = NO_ITEM]: readonly [readonly number[], number?]
): number {
  const { items, source } = debts;
  const { side, partner } = items;
  const day = source.book.lines.day[headOf(source.documents, document)];
  for (const each of own) items.unmatch(each, day);
  const amount = -own.reduce((sum, item) => sum + debts.comesTo(item), 0);
  const header = { document, side: side[own[0]], partner: partner[own[0]], day, due: day };
  const item = made === NO_ITEM ? items.add({ ...header, amount }) : made;
  for (const each of own) {
    const paid = items.paidOnTheSpot(each);
    if (paid !== 0) items.match(item, NO_ITEM, -paid, { day, by: PAID });
    const isDebit = debts.comesTo(each) >= 0;
    const open = isDebit ? items.open[each] : -items.open[each];
    if (open !== 0) items.match(isDebit ? each : item, isDebit ? item : each, open, { day, by: CREDITED });
  }
  return item;
}
