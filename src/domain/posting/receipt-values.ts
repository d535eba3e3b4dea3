import type { Book } from "../book/book";
import { type Lines, NO_TYPE } from "../book/lines";
import type { Settings } from "../book/settings";
import { sharedByQty, uninvoiced } from "../documents/amounts";
import { documentTypes } from "../documents/index";
import type { Links } from "../documents/references";
import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
import type { Quantities } from "./stock-effects";

/**
 * What a line of a purchase costs us: without its tax where that can be deducted, else with it. Source:
 * DOMAIN §4.
 */
function purchaseCost(lines: Lines, line: number, settings: Settings): number {
  const deductible = settings.taxpayer === "general" && lines.ordinaryInvoice[line] === 0;
  return deductible ? lines.net[line] : lines.total[line];
}

/** What invoices have said of a receipt: how much of its quantity they cover, and what that cost. */
interface Invoiced {
  qty: number;
  cost: number;
}

/**
 * What each receipt comes in at, in smallest units: a purchase at its net for what was accepted, with the
 * part that invoices cover at what they say, whenever they came (DOMAIN §4 CF, retroactive), at no less than
 * nothing: an allowance beyond that is a variance of price and never stock (§5.8); an opening or other
 * receipt at its typed value or unit cost; NaN = no cost of its own.
 */
export function receiptValues(book: Book, quantities: Quantities, links: Links): (line: number) => number {
  const { lines, settings } = book;
  const invoiced = invoicedReceipts(book, links);
  const isPurchase = documentTypes.map((type) => type.register === "purchases");
  const scale = powerOfTen(12 - settings.moneyDecimals);
  return (line) => {
    if (isPurchase[lines.type[line]]) return receiptCost(book, line, quantities, invoiced.get(line));
    if (!Number.isNaN(lines.value[line])) return lines.value[line];
    return Number.isNaN(lines.unitCost[line]) ? NaN : mulDiv(lines.qty[line], lines.unitCost[line], scale);
  };
}

function receiptCost(
  book: Book,
  line: number,
  quantities: Quantities,
  invoiced: Invoiced | undefined,
): number {
  const { lines, settings } = book;
  const cost = purchaseCost(lines, line, settings);
  if (invoiced === undefined) return cost;
  const qty = quantities.base[line];
  return Math.max(0, uninvoiced(cost, qty, invoiced.qty) + invoiced.cost);
}

function invoicedReceipts(book: Book, links: Links): ReadonlyMap<number, Invoiced> {
  const { lines, settings } = book;
  const invoiced = new Map<number, Invoiced>();
  for (const [line, targets] of links) {
    const type = lines.type[line] === NO_TYPE ? null : documentTypes[lines.type[line]];
    if (type?.debt !== "invoice" || type.register !== "purchases") continue;
    const costs = sharedByQty(purchaseCost(lines, line, settings), targets);
    targets.forEach(({ target, qty }, i) => {
      const sum = invoiced.get(target) ?? { qty: 0, cost: 0 };
      invoiced.set(target, { qty: sum.qty + qty, cost: sum.cost + costs[i] });
    });
  }
  return invoiced;
}
