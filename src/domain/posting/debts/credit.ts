import { zeroIfBlank } from "../../documents/amounts";
import { type Links, linksOf } from "../../documents/links";
import { returnedParts } from "../../documents/returned";
import { mulDiv } from "../../kernel/mul-div";

/**
 * What a return's line lowers debts by, in smallest units: its total; where debts arise on invoice, the part
 * of its total that falls on goods which invoices ask for, since nothing was owed for the rest. Source:
 * DOMAIN §4, §5.8: credited at the price of the return.
 */
export function creditOf(totals: Float64Array, line: number, links: Links): number {
  const total = zeroIfBlank(totals[line]);
  const own = linksOf(links, line).filter(({ uninvoiced }) => uninvoiced !== null);
  if (own.length === 0) return total;
  let invoiced = 0;
  let all = 0;
  let backQty = 0;
  let qty = 0;
  for (const link of own) {
    const parts = returnedParts(totals, link, links);
    invoiced += parts.invoiced;
    all += parts.invoiced + parts.uninvoiced;
    backQty += link.qty - (link.uninvoiced?.qty ?? 0);
    qty += link.qty;
  }
  if (backQty === 0) return 0;
  return all > 0 ? mulDiv(total, invoiced, all) : mulDiv(total, backQty, qty);
}
