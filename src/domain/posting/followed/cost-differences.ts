import { NONE } from "../../book/lines";
import { VARIANCE } from "../../costing/moves";
import type { Costed } from "../../costing/costed";
import { documentTypes } from "../../documents/index";
import type { StockMoves } from "../moves/move-source";
import type { Ledgers } from "../ledgers";

/** Why goods that are gone cost more than was known: freight, price, production or what ran short. */
export type DifferenceCause = "landed" | "price" | "made" | "shortage";

/**
 * What goods that had left cost more (less, negative) than they left at, booked on the day of the line that
 * says so; smallest units. `origin` = the line that brought them, -1 = what covered a shortage.
 */
export interface CostDifference {
  readonly line: number;
  readonly item: number;
  readonly origin: number;
  readonly cause: DifferenceCause;
  readonly amount: number;
}

/** By the type of the line that says it. */
const CAUSES = documentTypes.map(({ stock, debt }): DifferenceCause => {
  if (stock === "revalue") return "made";
  return debt === "charge" ? "landed" : "price";
});

/**
 * The cost of goods sold that no row of an issue bears, since that keeps its cost: the part of late freight,
 * prices and production costs that was not on stock any more, and what covers shortages that stand cost more
 * than they were booked at. What was late first, each in the order it was booked. Source: DOMAIN §5.9, §5.10,
 * §6.
 */
export function costDifferences(
  { book: { lines } }: Pick<Ledgers, "book">,
  { moves, late, line, bin, bins }: StockMoves,
  costed: Costed,
): readonly CostDifference[] {
  const found: CostDifference[] = [];
  for (const { by, target, sold } of late) {
    if (sold === 0) continue;
    const cause = CAUSES[lines.type[by]];
    found.push({ line: by, item: lines.item[target], origin: target, cause, amount: sold });
  }
  for (let move = 0; move < moves.count; move++) {
    const amount = moves.kind[move] === VARIANCE ? 0 - costed.value[move] : 0;
    if (amount === 0) continue;
    const item = bins.item[bin[move]];
    found.push({ line: line[move], item, origin: NONE, cause: "shortage", amount });
  }
  return found;
}
