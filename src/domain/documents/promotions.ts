import type { Book } from "../book/book";
import { type Lines, NONE } from "../book/lines";
import type { Promotion } from "../book/price-rules";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import { inCoins, shared } from "../kernel/shared";
import { grossOf, zeroIfBlank } from "./amounts";
import { type Drafting, note } from "./drafting";
import { inTypedUnit } from "./price-list";
import { stockQtyOf } from "./stock-quantity";

/** The lines of a document that promotions may fall on, and what each still comes to, smallest units. */
interface Promoted {
  readonly drafting: Drafting;
  readonly lines: readonly number[];
  readonly worth: Map<number, number>;
}

/** What a promotion takes off: so much of each line. */
type Off = ReadonlyMap<number, number>;

const NOTHING_OFF: Off = new Map();

/**
 * Takes off what the promotions that hold for a sale give, in the order of their priority (1 before 2), each
 * of what the one before has left: written into the lines' amount off, and told (PROMOTION_APPLIED). Two of
 * one priority on one line are PROMOTION_CONFLICT, and neither is applied; a gift that was not entered is
 * GIFT_DUE. Lines without a price, and of an agreed price, take no part. Source: DOMAIN §11.
 */
export function applyPromotions(drafting: Drafting, members: readonly number[]): void {
  const { lines, settings, masters } = drafting.book;
  if (masters.promotions.length === 0) return;
  const own = members.filter((line) => isPromoted(lines, line));
  if (own.length === 0) return;
  const worth = new Map(own.map((line) => [line, grossOf(lines, line, settings)]));
  const promoted: Promoted = { drafting, lines: own, worth };
  const valid = masters.promotions.filter((promotion) => holds(drafting.book, own[0], promotion));
  for (const promotion of withoutConflicts(promoted, valid)) apply(promoted, promotion);
}

/**
 * Whether a line's amount is reckoned from its price: what was typed of it stays as it is, and so does what a
 * promotion took off a line that was posted and is amended.
 */
function isPromoted({ item, price, qty, total, net, postedAt }: Lines, line: number): boolean {
  const isTyped = !Number.isNaN(total[line]) || !Number.isNaN(net[line]) || postedAt[line] !== "";
  return !isTyped && item[line] !== NONE && price[line] > 0 && qty[line] > 0;
}

/** Whether a promotion holds on the day of a document and for its partner. */
function holds(book: Book, head: number, promotion: Promotion): boolean {
  const { from, to, kind, value } = promotion;
  const day = book.lines.day[head];
  if (kind === null || !(value > 0) || day < from) return false;
  return (to === NONE || day <= to) && isFor(book, book.lines.partner[head], promotion);
}

function isFor({ masters }: Book, buyer: number, { partner, grade }: Promotion): boolean {
  if (partner !== NONE) return buyer === partner;
  return grade === "" || (buyer !== NONE && masters.partners[buyer].grade === grade);
}

function matches({ lines, masters }: Book, line: number, { item, category }: Promotion): boolean {
  if (item !== NONE) return lines.item[line] === item;
  return category === "" || masters.items[lines.item[line]].category === category;
}

/** The lines that a promotion falls on: of a gift, those that earn it. */
function matched({ drafting, lines }: Promoted, promotion: Promotion): readonly number[] {
  const isGift = (line: number): boolean =>
    promotion.kind === "gift" && promotion.gift !== NONE && drafting.book.lines.item[line] === promotion.gift;
  return lines.filter((line) => matches(drafting.book, line, promotion) && !isGift(line));
}

/** The promotions by priority, those left out that meet another of the same priority on a line. */
function withoutConflicts(promoted: Promoted, promotions: readonly Promotion[]): readonly Promotion[] {
  const inOrder = [...promotions].sort((a, b) => a.priority - b.priority || a.row - b.row);
  const bad = new Set<Promotion>();
  inOrder.forEach((promotion, at) => {
    const met = meeting(promoted, promotion, inOrder.slice(0, at));
    if (met === null) return;
    const facts = { promotion: promotion.code, other: met.other.code, priority: promotion.priority };
    note(promoted.drafting, "PROMOTION_CONFLICT", { line: met.line, column: "item", facts });
    bad.add(promotion).add(met.other);
  });
  return inOrder.filter((promotion) => !bad.has(promotion));
}

/** The first line on which a promotion meets an earlier one of the same priority; null = there is none. */
function meeting(promoted: Promoted, promotion: Promotion, earlier: readonly Promotion[]) {
  const own = matched(promoted, promotion);
  for (const other of earlier.filter(({ priority }) => priority === promotion.priority)) {
    const line = matched(promoted, other).find((each) => own.includes(each));
    if (line !== undefined) return { other, line };
  }
  return null;
}

function apply(promoted: Promoted, promotion: Promotion): void {
  const { drafting, worth } = promoted;
  const { lines, settings } = drafting.book;
  for (const [line, off] of offOf(promoted, promotion)) {
    if (!(off > 0)) continue;
    lines.discountAmount[line] = zeroIfBlank(lines.discountAmount[line]) + off;
    worth.set(line, worthOf(promoted, line) - off);
    const facts = { promotion: promotion.code, amount: figure(off, settings.moneyDecimals) };
    note(drafting, "PROMOTION_APPLIED", { line, column: "discountAmount", facts });
  }
}

function offOf(promoted: Promoted, promotion: Promotion): Off {
  const lines = matched(promoted, promotion);
  if (lines.length === 0) return NOTHING_OFF;
  if (promotion.kind === "amount") return amountOff(promoted, promotion, lines);
  if (promotion.kind === "gift") return giftOff(promoted, promotion, lines);
  if (total(lines, (line) => stockQtyOf(promoted.drafting.book, line)) < promotion.threshold)
    return NOTHING_OFF;
  const each = promotion.kind === "percent" ? percentOff : priceOff;
  return new Map(lines.map((line) => [line, each(promoted, promotion, line)]));
}

function total(lines: readonly number[], of: (line: number) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}

function worthOf({ worth }: Promoted, line: number): number {
  return worth.get(line) ?? 0;
}

/** So much per cent of what is left. */
function percentOff(promoted: Promoted, { value }: Promotion, line: number): number {
  const step = promoted.drafting.book.settings.moneyStep;
  return inCoins(worthOf(promoted, line), Math.min(value, RATE_WHOLE), { divisor: RATE_WHOLE, step });
}

/** What is above a special price of the stock unit. */
function priceOff(promoted: Promoted, { value }: Promotion, line: number): number {
  const { book } = promoted.drafting;
  const { moneyDecimals, moneyStep: step } = book.settings;
  const special = inTypedUnit(book, line, value);
  const at = inCoins(book.lines.qty[line], special, { divisor: powerOfTen(12 - moneyDecimals), step });
  return Math.max(0, worthOf(promoted, line) - at);
}

/** So much money for each full threshold that the lines come to; once where there is no threshold. */
function amountOff(promoted: Promoted, { threshold, value }: Promotion, lines: readonly number[]): Off {
  const { moneyDecimals, moneyStep } = promoted.drafting.book.settings;
  const perUnit = powerOfTen(6 - moneyDecimals);
  const worth = total(lines, (line) => worthOf(promoted, line));
  const times = threshold > 0 ? Math.floor((worth * perUnit) / threshold) : 1;
  const off = Math.min(worth, times * Math.floor(value / perUnit));
  return spread(promoted, lines, { off, moneyStep });
}

/** An amount shared over lines by what they come to. */
function spread(
  promoted: Promoted,
  lines: readonly number[],
  { off, moneyStep }: { readonly off: number; readonly moneyStep: number },
): Off {
  const shares = shared(
    off,
    lines.map((line) => worthOf(promoted, line)),
    moneyStep,
  );
  return new Map(lines.map((line, i) => [line, shares[i]]));
}

/**
 * What is given free, taken off what earns it and the gift together by what they come to, so that revenue is
 * split over both (DOMAIN §10). A gift of the item itself is in the quantity: of every n + m, m are free,
 * those entered at no price among them.
 */
function giftOff(promoted: Promoted, promotion: Promotion, lines: readonly number[]): Off {
  const { gift, threshold, value } = promotion;
  const { book } = promoted.drafting;
  const { moneyStep } = book.settings;
  const bought = total(lines, (line) => stockQtyOf(promoted.drafting.book, line));
  const least = threshold > 0 ? threshold : QUANTITY_SCALE;
  if (gift === NONE) {
    const given = freeAlready(promoted.drafting, lines[0], (own) => matches(book, own, promotion));
    const free = Math.max(0, Math.floor((bought + given) / (least + value)) * value - given);
    const off = mulDiv(
      total(lines, (line) => worthOf(promoted, line)),
      free,
      bought,
    );
    return spread(promoted, lines, { off, moneyStep });
  }
  const due = Math.floor(bought / least) * value;
  const gifts = promoted.lines.filter((line) => book.lines.item[line] === gift);
  let left = due - freeAlready(promoted.drafting, lines[0], (own) => book.lines.item[own] === gift);
  let off = 0;
  for (const line of gifts) {
    const qty = stockQtyOf(promoted.drafting.book, line);
    const part = Math.min(qty, Math.max(0, left));
    off += mulDiv(worthOf(promoted, line), part, qty);
    left -= part;
  }
  if (left > 0) tellGiftDue(promoted, promotion, { line: lines[0], left });
  return off > 0 ? spread(promoted, [...lines, ...gifts], { off, moneyStep }) : NOTHING_OFF;
}

/** What of the gift was entered at no price already, 10⁻⁶ stock units. */
function freeAlready({ book, documents }: Drafting, line: number, isGift: (line: number) => boolean): number {
  const { starts, members, ofLine } = documents;
  const { item, price, qty } = book.lines;
  let free = 0;
  for (let i = starts[ofLine[line]]; i < starts[ofLine[line] + 1]; i++) {
    const own = members[i];
    if (item[own] !== NONE && price[own] === 0 && qty[own] > 0 && isGift(own)) free += stockQtyOf(book, own);
  }
  return free;
}

function tellGiftDue(
  { drafting }: Promoted,
  { code, gift }: Promotion,
  { line, left }: { readonly line: number; readonly left: number },
): void {
  const facts = { promotion: code, item: drafting.book.masters.items[gift].code, qty: figure(left, 6) };
  note(drafting, "GIFT_DUE", { line, column: "item", facts });
}
