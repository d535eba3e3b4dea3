import { mulDiv } from "../kernel/mul-div";
import { sharedByWorth, uninvoiced } from "./amounts";
import { askedBy, type Link, type Links, linksOf } from "./links";

/** An amount and the quantity it stands for. */
interface Portion {
  readonly amount: number;
  readonly qty: number;
}

/**
 * What the invoices of an original, before a return of it, cover, and what they come to in one column; red
 * ones of goods that went back before are none of it.
 */
function invoicedOf(column: Float64Array, { invoices }: Link, links: Links): Portion {
  let qty = 0;
  let amount = 0;
  for (const { line, at } of invoices) {
    const parts = linksOf(links, line);
    const share = sharedByWorth(column[line], parts, (target) => column[target])[at];
    const asked = askedBy(parts[at]);
    qty += asked;
    amount += parts[at].billed === 0 ? share : mulDiv(share, asked, parts[at].qty);
  }
  return { qty, amount };
}

/** The part of an amount that lies between two of its quantities; nothing where it stands for none. */
function between({ amount, qty }: Portion, from: number, to: number): number {
  return qty > 0 ? mulDiv(amount, to, qty) - mulDiv(amount, from, qty) : 0;
}

/**
 * What goes back of an original where debts arise on invoice: of what no invoice asked for, at its own
 * amount, and of what invoices ask for, at theirs. Parts of one return after the other come to the whole.
 */
export function returnedParts(
  column: Float64Array,
  link: Link,
  links: Links,
): { readonly uninvoiced: number; readonly invoiced: number } {
  const own = link.uninvoiced ?? { qty: 0, before: 0 };
  const whole = { amount: column[link.target], qty: link.whole };
  const before = link.before - own.before;
  return {
    uninvoiced: between(whole, own.before, own.before + own.qty),
    invoiced: between(invoicedOf(column, link, links), before, before + link.qty - own.qty),
  };
}

/** What so much of its original comes to as it stands; parts of all of it come to exactly the whole. */
export function carriedAmount(column: Float64Array, { target, whole, before, qty }: Link): number {
  return between({ amount: column[target], qty: whole }, before, before + qty);
}

/**
 * What a return of so much of its original comes to by what invoices have made of it by then, in one column.
 * Returns of all of it come to exactly what it came to. Source: DOMAIN §10, §11.
 */
export function returnedAmount(column: Float64Array, link: Link, links: Links): number {
  if (link.uninvoiced !== null) {
    const parts = returnedParts(column, link, links);
    return parts.uninvoiced + parts.invoiced;
  }
  const { target, whole, before } = link;
  const invoiced = invoicedOf(column, link, links);
  const worth = uninvoiced(column[target], whole, invoiced.qty) + invoiced.amount;
  return between({ amount: worth, qty: whole }, before, before + link.qty);
}
