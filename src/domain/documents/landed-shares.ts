import type { Book } from "../book/book";
import { itemOn } from "../book/closed-figures";
import { BASES, NONE } from "../book/lines";
import type { Item, ItemFigures } from "../book/masters";
import type { Day } from "../kernel/day";
import { QUANTITY_SCALE } from "../kernel/numbers";
import { mulDiv } from "../kernel/mul-div";
import { shared } from "../kernel/shared";
import { purchaseCost } from "./purchase-cost";
import type { Link } from "./links";
import { restatingDay } from "./restating-day";

/** By what the cost of a line is shared; the quantity where it does not say. */
export function basisOf({ lines }: Book, line: number): (typeof BASES)[number] {
  return BASES.at(lines.basis[line]) ?? "qty";
}

/** A line that bears a part: its quantity in stock units, 10⁻⁶, and the day on which the cost is shared. */
interface Bearing {
  readonly target: number;
  readonly qty: number;
  readonly day: Day;
}

type Weigh = (book: Book, bearing: Bearing) => number;

/** What one line weighs by each basis. */
const WEIGHTS: Readonly<Record<(typeof BASES)[number], Weigh>> = {
  equal: () => 1,
  manual: () => 1,
  qty: (_, { qty }) => qty,
  amount: ({ lines }, { target }) => Math.max(0, lines.net[target]),
  weight: (book, bearing) => mulDiv(bearing.qty, measuresOf(book, bearing).weight ?? 0, QUANTITY_SCALE),
  volume: (book, bearing) => mulDiv(bearing.qty, measuresOf(book, bearing).volume ?? 0, QUANTITY_SCALE),
  salesValue: (_, { qty }) => qty,
};

function measuresOf(book: Book, { target, day }: Bearing): ItemFigures {
  return itemOn(book, book.lines.item[target], day);
}

function itemOf({ lines, masters }: Book, line: number): Item | undefined {
  return masters.items.at(lines.item[line]);
}

/** How much each line that a landed cost names weighs in it; 0 for what is no stock. Source: DOMAIN §5.10. */
export function landedWeights(book: Book, line: number, targets: readonly Link[]): readonly number[] {
  const weigh = WEIGHTS[basisOf(book, line)];
  const day = restatingDay(book, line, targets);
  return targets.map(({ target, whole }) => {
    const isStock = book.lines.item[target] !== NONE && itemOf(book, target)?.service === false && whole > 0;
    return isStock ? weigh(book, { target, qty: whole, day }) : 0;
  });
}

/**
 * What each line that a landed cost names bears of it: rounded, the remainder on the last that weighs
 * anything; zeros where nothing does. Source: DOMAIN §5.10.
 */
export function landedShares(book: Book, line: number, targets: readonly Link[]): readonly number[] {
  const cost = purchaseCost(book, line, restatingDay(book, line, targets));
  return shared(Number.isFinite(cost) ? cost : 0, landedWeights(book, line, targets));
}
