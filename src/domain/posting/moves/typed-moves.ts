import type { Book } from "../../book/book";
import { COUNT_GAIN, ISSUE, REPRICE, REVALUE, REVALUE_TO } from "../../costing/moves";
import { mulDiv } from "../../kernel/mul-div";
import { powerOfTen } from "../../kernel/numbers";
import { unitPrice } from "./move-kinds";

/**
 * A move as a line says it: its kind, how much, and what it is worth (smallest units) or the price (10⁻⁶).
 */
export interface TypedMove {
  readonly kind: number;
  readonly qty: number;
  readonly value: number;
}

/** What was there, what is there now, and of the value typed the share of the pieces counted here. */
export interface CountedHere {
  readonly there: number;
  readonly now: number;
  readonly share: (value: number) => number;
}

/**
 * What a count does: more than was there comes in at the value typed or at the price, less goes out; then a
 * price holds for all that is there. Source: DOMAIN §7.
 */
export function countMoves(book: Book, line: number, { there, now, share }: CountedHere): TypedMove[] {
  const typed = book.lines.value[line];
  const { price, qty } = unitPrice(book, line);
  const scale = powerOfTen(6 - book.settings.moneyDecimals);
  const worth = (more: number): number =>
    Number.isNaN(typed) ? mulDiv(more, price, qty * scale) : share(typed);
  const moves: TypedMove[] = [];
  if (now > there) moves.push({ kind: COUNT_GAIN, qty: now - there, value: worth(now - there) });
  else if (now < there) moves.push({ kind: ISSUE, qty: there - now, value: NaN });
  if (!Number.isNaN(price)) moves.push({ kind: REPRICE, qty, value: price });
  return moves;
}

/**
 * What a cost adjustment does: the value typed is added, of several pieces in parts, or, where none is, the
 * unit cost becomes the goods'; null = it says neither. Source: DOMAIN §5.13.
 */
export function revaluationMove(
  book: Book,
  line: number,
  share: (value: number) => number,
): TypedMove | null {
  const typed = book.lines.value[line];
  if (!Number.isNaN(typed)) return { kind: REVALUE, qty: 0, value: share(typed) };
  const { price, qty } = unitPrice(book, line);
  return Number.isNaN(price) ? null : { kind: REVALUE_TO, qty, value: price };
}
