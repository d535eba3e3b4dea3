import { isSale } from "../../documents/check-prices";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";

/**
 * BELOW_COST for each draft that is sold for less, without tax, than what left the stock for it cost; what is
 * given free is left out. Source: DOMAIN §14.
 */
export function belowCost({ book, stock, costed }: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  const { lines, masters, settings } = book;
  const costs = new Map<number, number>();
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (isDraft(line)) costs.set(line, (costs.get(line) ?? 0) - costed.value[move]);
  }
  const money = (units: number): number => figure(units, settings.moneyDecimals);
  return [...costs].flatMap(([line, cost]) => {
    const isSold = isSale(documentTypes[lines.type[line]]) && lines.total[line] > 0;
    if (!isSold || !(lines.net[line] < cost)) return [];
    const facts = {
      item: masters.items[lines.item[line]].code,
      net: money(lines.net[line]),
      cost: money(cost),
    };
    return [finding("BELOW_COST", placeOf(lines, line, "price"), facts)];
  });
}
