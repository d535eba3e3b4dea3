import { allocated } from "./amounts";
import { fraction, least, minus, most, over, plus, rounded, sign, sum, times, zero } from "./fraction";
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

/** How often something is full. */
function timesFull(all: Fraction, one: Fraction): Fraction {
  const whole = over(all, one);
  return { n: whole.n / whole.d, d: 1n };
}

/** Takes an amount off lines by what they come to. */
function shareOff(lines: readonly Line[], amount: Fraction, decimals: number): void {
  const shares = allocated(
    amount,
    lines.map(({ left }) => left),
    decimals,
  );
  lines.forEach((line, at) => (line.left = minus(line.left, shares[at])));
}

function qtyOf(lines: readonly Line[]): Fraction {
  return sum(lines.map(({ entry }) => entry.qty));
}

/** What so many units of lines come to, all of them alike. */
function worthOf(lines: readonly Line[], qty: Fraction, decimals: number): Fraction {
  const whole = sum(lines.map(({ left }) => left));
  return sign(qty) <= 0 ? zero : rounded(over(times(whole, qty), qtyOf(lines)), decimals);
}

function isFree({ entry }: Line): boolean {
  return sign(amountOf(entry.row, "price")) === 0;
}

/** Of so many units bought and given some of the item itself are free; some may be so already. */
function giveItself(promotion: Row, own: readonly Line[], decimals: number): void {
  const value = amountOf(promotion, "value");
  const free = times(timesFull(qtyOf(own), plus(amountOf(promotion, "threshold"), value)), value);
  const sold = own.filter((line) => !isFree(line));
  shareOff(sold, worthOf(sold, minus(free, qtyOf(own.filter(isFree))), decimals), decimals);
}

/**
 * What is given free, as far as it is entered, what has no price first: it is worth what it comes to, taken
 * off what earns it and itself. DOMAIN §10, §11.
 */
function giveFree(promotion: Row, lines: readonly Line[], decimals: number): void {
  const gift = textOf(promotion, "gift");
  const gifts = lines.filter(({ entry }) => entry.item?.code === gift);
  const own = lines.filter((line) => isFor(promotion, line.entry) && !gifts.includes(line));
  if (gift === "") {
    giveItself(promotion, own, decimals);
    return;
  }
  const bought = qtyOf(own.filter((line) => !isFree(line)));
  let due = times(timesFull(bought, amountOf(promotion, "threshold")), amountOf(promotion, "value"));
  due = minus(due, qtyOf(gifts.filter(isFree)));
  let off = zero;
  for (const line of gifts.filter((one) => !isFree(one))) {
    const qty = most(zero, least(due, line.entry.qty));
    off = plus(off, worthOf([line], qty, decimals));
    due = minus(due, qty);
  }
  shareOff([...own, ...gifts], off, decimals);
}

/** Takes a promotion off the lines that it is for: one by one, or of what they come to together. */
function takeOff(promotion: Row, lines: readonly Line[], decimals: number): void {
  if (textOf(promotion, "kind") === "gift") {
    giveFree(promotion, lines, decimals);
    return;
  }
  const own = lines.filter((line) => isFor(promotion, line.entry) && !isFree(line));
  const threshold = amountOf(promotion, "threshold");
  if (textOf(promotion, "kind") !== "amount") {
    const qty = qtyOf(own);
    if (sign(minus(qty, threshold)) < 0) return;
    for (const line of own) line.left = minus(line.left, offLine(promotion, line, decimals));
    return;
  }
  const count = timesFull(sum(own.map(({ left }) => left)), threshold);
  shareOff(own, times(amountOf(promotion, "value"), count), decimals);
}

/**
 * What is taken off each line of one sales document in money: its own amount off and what promotions take, in
 * the order of their priority, each of what is left. DOMAIN §11. Two promotions of one priority are not
 * known to it.
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
