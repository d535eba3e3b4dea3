import { documentTypes } from "../documents/index";
import { uninvoiced } from "../documents/amounts";
import { purchaseCost } from "../documents/purchase-cost";
import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
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
  const { lines, masters, settings } = book;
  const isPurchase = documentTypes.map((type) => type.register === "purchases");
  const isMade = documentTypes.map((type) => type.job === "makes");
  const scale = powerOfTen(12 - settings.moneyDecimals);
  return (line) => {
    if (isPurchase[lines.type[line]]) return receiptCost(source, added, line);
    if (!Number.isNaN(lines.value[line])) return lines.value[line];
    if (!Number.isNaN(lines.unitCost[line])) return mulDiv(lines.qty[line], lines.unitCost[line], scale);
    const standard = isMade[lines.type[line]] ? masters.items[lines.item[line]].standardCost : null;
    return standard === null ? NaN : mulDiv(quantities.base[line], standard, scale);
  };
}

function receiptCost({ book, quantities }: MoveSource, added: AddedCosts, line: number): number {
  const cost = purchaseCost(book, line);
  const invoiced = added.invoiced.get(line);
  const landed = added.landed.get(line);
  if (invoiced === undefined && landed === undefined) return cost;
  const own = uninvoiced(cost, quantities.base[line], invoiced?.qty ?? 0);
  return Math.max(0, own + (invoiced?.cost ?? 0) + (landed ?? 0));
}
