import { VARIANCE } from "../../costing/moves";
import { zeroIfBlank } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import type { Day } from "../../kernel/day";
import { costDifferences } from "./cost-differences";
import { eachInvoicedSale } from "./invoiced-sales";
import type { Ledgers } from "../ledgers";

/** What one line adds to the gross profit of its day, of one item; money in smallest units, qty in 10⁻⁶. */
export interface ProfitPart {
  readonly line: number;
  /** The day on which it counts. */
  readonly day: Day;
  readonly item: number;
  readonly qty: number;
  readonly net: number;
  /** What the goods left at. */
  readonly cost: number;
  /** What goods that had left before cost more than they left at. */
  readonly difference: number;
}

const SELLS = documentTypes.map(({ register, stock }) => register === "sales" && stock !== "none");
const SIGNS = documentTypes.map(({ debt }) => (debt === "return" ? -1 : 1));

/**
 * Tells all that gross profit is made of: deliveries, counter sales and what comes back, at their net and at
 * what the stock ledger says that they cost, what invoices say otherwise, and the differences in cost that no
 * row of a sale bears. Σ net with its tax = what customers are charged; Σ cost + Σ difference = what the
 * stock ledger issued for sales, and what came too late for it. Source: DOMAIN §4 XF, §6.
 */
export function eachProfitPart(ledgers: Ledgers, tell: (part: ProfitPart) => void): void {
  const { book, order, stock, costed, quantities } = ledgers;
  const { lines } = book;
  for (const line of order) {
    if (!SELLS[lines.type[line]]) continue;
    const sign = SIGNS[lines.type[line]];
    const net = sign * zeroIfBlank(lines.net[line]);
    const qty = sign * zeroIfBlank(quantities.base[line]);
    tell({ line, day: lines.day[line], item: lines.item[line], qty, net, cost: 0, difference: 0 });
  }
  eachInvoicedSale(ledgers, ({ line, day, qty, net }) => {
    tell({ line, day, item: lines.item[line], qty, net, cost: 0, difference: 0 });
  });
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (!SELLS[lines.type[line]] || stock.moves.kind[move] === VARIANCE) continue;
    const item = stock.bins.item[stock.bin[move]];
    tell({ line, day: lines.day[line], item, qty: 0, net: 0, cost: 0 - costed.value[move], difference: 0 });
  }
  for (const { line, day, item, amount } of costDifferences(ledgers, stock, costed))
    tell({ line, day, item, qty: 0, net: 0, cost: 0, difference: amount });
}
