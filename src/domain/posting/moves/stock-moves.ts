import type { Book } from "../../book/book";
import { policiesBefore } from "../../book/closed-figures";
import type { Settings } from "../../book/settings";
import type { CostingPolicy, PassPolicy } from "../../costing/moves";
import { addedCosts } from "./added-costs";
import type { MoveSource, StockMoves } from "./move-source";
import { lateShares } from "./late-shares";
import { MoveWriter, type Writing } from "./move-writer";
import { eachEffect } from "./stock-effects";

/** What costing leaves to the book, now and in closed periods. */
export function costingPolicy(book: Pick<Book, "masters" | "settings">): CostingPolicy {
  const earlier = policiesBefore(book, (a, b) => POLICIES.every((key) => a[key] === b[key]));
  const { moneyDecimals } = book.settings;
  return {
    ...{ moneyDecimals, ...passPolicy(book.settings) },
    earlier: earlier.map(({ until, held }) => ({ until, ...passPolicy(held) })),
  };
}

const POLICIES = ["shortageCost", "countGainCost", "transferDate"] as const satisfies (keyof PassPolicy)[];

function passPolicy(policies: Pick<Settings, keyof PassPolicy>): PassPolicy {
  const { shortageCost, countGainCost, transferDate } = policies;
  return { shortageCost, countGainCost, transferDate };
}

/**
 * The moves that the lines' effects on quantity make: receipts with what they cost, price differences of
 * invoices and landed costs included (what comes too late as moves of its own), returns with what they go
 * back to, counts as the difference to what was there. Source: DOMAIN §4, §5, §7.
 */
export function stockMoves(source: MoveSource): StockMoves {
  const added = addedCosts(source);
  const base = written({ source, added, late: [] });
  if (added.late.length === 0) return base;
  const late = lateShares(base, source, costingPolicy(source.book), added);
  return { ...written({ source, added, late }), late };
}

function written(writing: Writing): StockMoves {
  const writer = new MoveWriter(writing);
  eachEffect({ ...writing.source, bins: writer.bins }, (line, bin, op, qty) =>
    writer.write(line, bin, op, qty),
  );
  return { ...writer.finish(), credited: writing.added.credited };
}
