import type { Book } from "../../book/book";
import { itemOn } from "../../book/closed-figures";
import { documentTypes } from "../../documents/index";
import { uninvoiced } from "../../documents/amounts";
import { purchaseCost } from "../../documents/purchase-cost";
import { mulDiv } from "../../kernel/mul-div";
import { powerOfTen } from "../../kernel/numbers";
import type { AddedCosts } from "./added-costs";
import type { MoveSource } from "./move-source";

/**
 * What each receipt comes in at, in smallest units: a purchase at its net for what was accepted, with the
 * part that invoices cover at what they say, and its share of landed costs, whenever they came (DOMAIN §4 CF,
 * §5.10, retroactive), at no less than nothing: an allowance beyond that is a variance of price and never
 * stock (§5.8); production at what was typed or its standard cost; an opening or other receipt at its typed
 * value or unit cost; NaN = no cost of its own.
 */
export function receiptValues(source: MoveSource, added: AddedCosts): (line: number) => number {
  const { book, quantities } = source;
  const { lines, settings } = book;
  const isPurchase = documentTypes.map((type) => type.register === "purchases");
  const isMade = documentTypes.map((type) => type.job === "makes");
  const scale = powerOfTen(12 - settings.moneyDecimals);
  return (line) => {
    if (isPurchase[lines.type[line]]) return receiptCost(source, added, line);
    const typed = typedValue(book, line);
    if (!Number.isNaN(typed)) return typed;
    if (!isMade[lines.type[line]]) return NaN;
    const { standardCost } = itemOn(book, lines.item[line], lines.day[line]);
    return standardCost === null ? NaN : mulDiv(quantities.base[line], standardCost, scale);
  };
}

/**
 * What a row of stock says that its goods are worth: its value, else its unit cost by quantity; NaN =
 * nothing.
 */
export function typedValue({ lines, settings }: Book, line: number): number {
  if (!Number.isNaN(lines.value[line]) || Number.isNaN(lines.unitCost[line])) return lines.value[line];
  return mulDiv(lines.qty[line], lines.unitCost[line], powerOfTen(12 - settings.moneyDecimals));
}

/** What invoices add to what a receipt comes in at, late ones left out; smallest units, signed. */
export function invoicedMore(source: MoveSource, added: AddedCosts, line: number): number {
  const landed = added.landed.get(line) ?? 0;
  return receiptCost(source, added, line) - Math.max(0, purchaseCost(source.book, line) + landed);
}

function receiptCost({ book, quantities }: MoveSource, added: AddedCosts, line: number): number {
  const cost = purchaseCost(book, line);
  const invoiced = added.invoiced.get(line);
  const landed = added.landed.get(line);
  if (invoiced === undefined && landed === undefined) return cost;
  const own = uninvoiced(cost, quantities.base[line], invoiced?.qty ?? 0);
  return Math.max(0, own + (invoiced?.cost ?? 0) + (landed ?? 0));
}
