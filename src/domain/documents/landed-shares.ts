import type { Book } from "../book/book";
import { BASES, NONE } from "../book/lines";
import type { Item } from "../book/masters";
import { QUANTITY_SCALE } from "../kernel/numbers";
import { mulDiv } from "../kernel/mul-div";
import { shared } from "../kernel/shared";
import { purchaseCost } from "./purchase-cost";
import type { Link } from "./references";

/** By what the cost of a line is shared; the quantity where it does not say. */
export function basisOf({ lines }: Book, line: number): (typeof BASES)[number] {
  return BASES.at(lines.basis[line]) ?? "qty";
}

type Weigh = (book: Book, target: number, qty: number) => number;

/** What one line weighs by each basis; its quantity is in stock units, 10⁻⁶. */
const WEIGHTS: Readonly<Record<(typeof BASES)[number], Weigh>> = {
  equal: () => 1,
  manual: () => 1,
  qty: (_, __, qty) => qty,
  amount: ({ lines }, target) => Math.max(0, lines.net[target]),
  weight: (book, target, qty) => mulDiv(qty, itemOf(book, target)?.weight ?? 0, QUANTITY_SCALE),
  volume: (book, target, qty) => mulDiv(qty, itemOf(book, target)?.volume ?? 0, QUANTITY_SCALE),
  salesValue: (_, __, qty) => qty,
};

function itemOf({ lines, masters }: Book, line: number): Item | undefined {
  return masters.items.at(lines.item[line]);
}

/** How much each line that a landed cost names weighs in it; 0 for what is no stock. Source: DOMAIN §5.10. */
export function landedWeights(book: Book, line: number, targets: readonly Link[]): readonly number[] {
  const weigh = WEIGHTS[basisOf(book, line)];
  return targets.map(({ target, whole }) => {
    const isStock = book.lines.item[target] !== NONE && itemOf(book, target)?.service === false && whole > 0;
    return isStock ? weigh(book, target, whole) : 0;
  });
}

/**
 * What each line that a landed cost names bears of it: rounded, the remainder on the last that weighs
 * anything; zeros where nothing does. Source: DOMAIN §5.10.
 */
export function landedShares(book: Book, line: number, targets: readonly Link[]): readonly number[] {
  const cost = purchaseCost(book, line);
  return shared(Number.isFinite(cost) ? cost : 0, landedWeights(book, line, targets));
}
