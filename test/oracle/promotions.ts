import { allocated } from "./amounts";
import { fraction, minus, most, over, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf, type Entry, type OracleBook, rowsOf, textOf } from "./oracle-book";
import type { Row } from "./oracle-book";

/** A line of a document while promotions are taken off it, one after the other. */
interface Line {
  readonly entry: Entry;
  left: Fraction;
}

const hundred = fraction("100");

/** What a line comes to as typed, after its own discounts. */
function ownAmount({ row }: Entry, decimals: number): Fraction {
  const kept = over(minus(hundred, amountOf(row, "discount")), hundred);
  const listed = times(times(amountOf(row, "qty"), amountOf(row, "price")), kept);
  return minus(rounded(listed, decimals), amountOf(row, "discountAmount"));
}

/** Whether a promotion is for a line: of its partner, item and day, where it names any. */
function isFor(promotion: Row, { partner, item, date }: Entry): boolean {
  const says = (column: string, value: string): boolean => ["", value].includes(textOf(promotion, column));
  const [from, to] = ["from", "to"].map((column) => textOf(promotion, column));
  return (
    says("partner", partner) && says("item", item?.code ?? "") && date >= from && (to === "" || date <= to)
  );
}

/** What a promotion takes off one line by itself. */
function offLine(promotion: Row, { entry, left }: Line, decimals: number): Fraction {
  const value = amountOf(promotion, "value");
  if (textOf(promotion, "kind") === "percent") return rounded(over(times(left, value), hundred), decimals);
  return most(zero, minus(left, rounded(times(entry.qty, value), decimals)));
}

/** Takes a promotion off the lines that it is for: one by one, or of what they come to together. */
function takeOff(promotion: Row, lines: readonly Line[], decimals: number): void {
  const own = lines.filter(({ entry }) => isFor(promotion, entry));
  const threshold = amountOf(promotion, "threshold");
  if (textOf(promotion, "kind") !== "amount") {
    const qty = sum(own.map(({ entry }) => entry.qty));
    if (sign(minus(qty, threshold)) < 0) return;
    for (const line of own) line.left = minus(line.left, offLine(promotion, line, decimals));
    return;
  }
  const whole = over(sum(own.map(({ left }) => left)), threshold);
  const count = { n: whole.n / whole.d, d: 1n };
  const shares = allocated(
    times(amountOf(promotion, "value"), count),
    own.map(({ left }) => left),
    decimals,
  );
  own.forEach((line, at) => (line.left = minus(line.left, shares[at])));
}

/**
 * What is taken off each line of one sales document in money: its own amount off and what promotions take, in
 * the order of their priority, each of what is left. DOMAIN §11. Gifts are not known to it, nor two
 * promotions of one priority.
 */
export function discountAmounts(book: OracleBook, entries: readonly Entry[]): readonly Fraction[] {
  const { decimals } = book;
  const promotions = [...rowsOf(book.json, "promotions")].sort(
    (a, b) => Number(textOf(a, "priority")) - Number(textOf(b, "priority")),
  );
  const lines = entries.map((entry) => ({
    entry,
    left: ownAmount(entry, decimals),
    was: ownAmount(entry, decimals),
  }));
  for (const promotion of promotions) takeOff(promotion, lines, decimals);
  return lines.map(({ entry, left, was }) => sum([amountOf(entry.row, "discountAmount"), minus(was, left)]));
}
