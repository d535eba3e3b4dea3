import type { DocumentType } from "../../documents/document-type";
import { linesOf } from "../../documents/group";
import { linksOf } from "../../documents/links";
import { CREDITED } from "../../settlement/open-items";
import { creditOf } from "./credit";
import type { DebtItems } from "./debt-items";
import type { MoneyWithGoods } from "./money-with-goods";

/** A return makes a credit, which lowers what the return refers to. Source: DOMAIN §4 XT, CT. */
export function takeBack(
  debts: DebtItems,
  money: MoneyWithGoods,
  { document, type }: { readonly document: number; readonly type: DocumentType },
): void {
  const { documents, links, book } = debts.source;
  const credited = new Map<number, readonly number[]>();
  let amount = 0;
  for (const line of linesOf(documents, document)) {
    const own = linksOf(links, line);
    const back = creditOf(book.lines.total, line, links);
    if (back === 0 && own.length > 0) continue;
    amount += back;
    credited.set(line, [...new Set(own.flatMap(({ target }) => debts.itemsOfDelivered(target)))]);
  }
  if (amount === 0) return;
  const credit = debts.add(document, type.side, -amount);
  money.payNow(document, [credit], -1);
  for (const [line, items] of credited) creditItems(debts, line, { debits: items, credit });
}

/** Each line lowers what it refers to, by no more than it is credited with itself. */
function creditItems(
  { items, source }: DebtItems,
  line: number,
  { debits, credit }: { readonly debits: readonly number[]; readonly credit: number },
): void {
  const { total, day } = source.book.lines;
  let rest = creditOf(total, line, source.links);
  for (const debit of debits) {
    const part = Math.min(rest, -items.open[credit], items.open[debit]);
    if (part <= 0) continue;
    items.match(debit, credit, part, { day: day[line], by: CREDITED });
    rest -= part;
  }
}
