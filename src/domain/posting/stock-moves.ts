import type { Settings } from "../book/settings";
import type { CostingPolicy } from "../costing/moves";
import type { MoveSource, StockMoves } from "./move-source";
import { MoveWriter } from "./move-writer";
import { eachEffect } from "./stock-effects";

/** What costing leaves to the book. */
export function costingPolicy(settings: Settings): CostingPolicy {
  const { moneyDecimals, shortageCost, countGainCost } = settings;
  return { moneyDecimals, shortageCost, countGainCost };
}

/**
 * The moves that the lines' effects on quantity make: receipts with what they cost, price differences of
 * invoices included, returns with what they go back to, counts as the difference to what was there. Source:
 * DOMAIN §4, §5, §7.
 */
export function stockMoves(source: MoveSource): StockMoves {
  const writer = new MoveWriter(source);
  eachEffect({ ...source, bins: writer.bins }, (line, bin, op, qty) => writer.write(line, bin, op, qty));
  return writer.finish();
}
