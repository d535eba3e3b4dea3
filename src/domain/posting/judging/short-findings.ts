import type { Book } from "../../book/book";
import type { Documents } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Facts, type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import { type Short, shortMoments } from "../moves/availability";
import type { StockEffects } from "../moves/stock-effects";

/**
 * Every draft that would leave a bin short, as STOCK_SHORT on the line that takes too much, or as LATER_SHORT
 * where a later posted document would run short because of it. Source: DOMAIN §5.9.
 */
export function shortFindings(
  book: Book,
  documents: Documents,
  effects: StockEffects,
  isDraft: (line: number) => boolean,
): Finding[] {
  const moments = shortMoments({ book, effects, documentOf: documents.ofLine, isDraft });
  return moments.filter((short) => short.culprit !== -1).map((short) => shortFinding(book, effects, short));
}

/** STOCK_SHORT where the line at fault fails itself, LATER_SHORT where a later one fails because of it. */
export function shortFinding(book: Book, effects: StockEffects, short: Short): Finding {
  const { lines } = book;
  const failing = effects.line[short.effect];
  const own = failing === short.culprit;
  const qty = figure(effects.qty[short.effect], 6);
  const facts: Facts = {
    ...binFacts(book, effects, effects.bin[short.effect]),
    ...(own ? { qty, onHand: figure(short.there, 6) } : { number: lines.number[failing] }),
    date: dayText(lines.day[failing]),
    short: figure(short.missing, 6),
  };
  return finding(own ? "STOCK_SHORT" : "LATER_SHORT", placeOf(lines, short.culprit, "qty"), facts);
}

function binFacts(book: Book, effects: StockEffects, bin: number): Facts {
  const { items, warehouses } = book.masters;
  return {
    item: items[effects.bins.item[bin]].code,
    warehouse: warehouses[effects.bins.warehouse[bin]].code,
    batch: effects.bins.batch[bin] || null,
  };
}
