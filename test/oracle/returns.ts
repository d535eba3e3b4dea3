import { heldIn, takeFrom, takePart } from "./bin";
import type { Bin, Lot, Taken } from "./bin";
import { ofNone, ofReceipt, without } from "./contents";
import { compare, least, minus, most, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { Era } from "./item-costing";
import { canGoBack, goBack } from "./monthly-average";
import type { Entry } from "./oracle-book";
import { keyOf } from "./pieces";
import { referredLines, shareOut } from "./references";
import type { Share } from "./references";
import { bringIn, bringInAtCurrent, issuedBin, newLot, noteTaken, takeOut, takeOutOf } from "./stock-moving";
import { eraAt, leftToReturn, monthOf, noteReturned } from "./stock-run";
import type { Move, Run } from "./stock-run";

/**
 * What the returned share of a move cost: each return rounded by itself, what takes the last unit takes the
 * remainder, and together they never carry more than there was. DOMAIN §5.8.
 */
function originalCost(run: Run, { share, move, besides = zero }: Going): Original {
  const before = noteReturned(run, `returned ${keyOf(share.line)}`, share.qty);
  const [cost, whole] = [size(move.value), size(move.qty)];
  const left = minus(cost, run.returned.get(`cost ${keyOf(share.line)}`) ?? zero);
  const isLast = compare(plus(before, share.qty), whole) >= 0;
  const part = rounded(over(times(cost, share.qty), whole), run.book.decimals);
  const own = isLast ? left : least(part, left);
  noteReturned(run, `cost ${keyOf(share.line)}`, own);
  const upTo = (gone: Fraction): Fraction =>
    rounded(over(times(besides, least(gone, whole)), whole), run.book.decimals);
  const more = most(minus(zero, own), minus(upTo(plus(before, share.qty)), upTo(before)));
  return { cost: plus(own, more), more };
}

/**
 * So much of a line that goes or comes back, what that line moved, and what a whole one of it cost besides.
 */
interface Going {
  readonly share: Share;
  readonly move: Move;
  readonly besides?: Fraction | undefined;
}

/** What returned goods cost, and how much of that is beside their share of what brought them. */
interface Original {
  readonly cost: Fraction;
  readonly more: Fraction;
}

/** So much of a receipt that goes back, and what a whole receipt of it would cost beside its value. */
interface PartBack {
  readonly entry: Entry;
  readonly share: Share;
  readonly move: Move;
  readonly besides: Fraction;
}

/** The quantity of a line, all its pieces together. */
function wholeOf(run: Run, { rowId, qty }: Entry): Fraction {
  const book = run.book.whole ?? run.book;
  return book.entries.find((one) => one.rowId === rowId)?.qty ?? qty;
}

/** What went back uninvoiced, as far as so much invoiced leaves it so; never below nothing. */
function still(gone: Fraction, whole: Fraction, invoiced: Fraction): Fraction {
  return most(zero, least(gone, minus(whole, invoiced)));
}

/** What is invoiced of a receipt line: by the time of a return, and by invoices that are not late. */
interface InvoicedOf {
  readonly whole: Fraction;
  readonly byThen: Fraction;
  readonly inTime: Fraction;
}

/**
 * What a whole receipt costs beside its value by now, in an averaged pool: as goods that no invoice asks for,
 * and as those that stay.
 */
function besidesOf(run: Run, { rowId }: Entry, { whole, byThen, inTime }: InvoicedOf) {
  const known = (what: string): Fraction => run.returned.get(`${what} ${rowId}`) ?? zero;
  const more = run.invoices.byInvoices.get(rowId) ?? zero;
  const [gone, goneLate] = [inTime, byThen].map((invoiced) => still(known("uninvoiced"), whole, invoiced));
  const without = minus(known("late landed"), more);
  const [stays, staysLate] = [minus(whole, gone), minus(whole, goneLate)];
  if (sign(stays) <= 0 || sign(staysLate) <= 0) return { without, kept: zero };
  const part = (amount: Fraction, qty: Fraction, of: Fraction): Fraction =>
    rounded(over(times(amount, qty), of), run.book.decimals);
  const late = part(known("late invoiced"), whole, staysLate);
  return { without, kept: sum([known("late landed"), late, part(more, gone, stays)]) };
}

/**
 * What goes back of a receipt: first what no invoice asked for by then, at the receipt's own price, so that
 * what invoices say is of the goods that stay; then the rest, at that. DOMAIN §4 CT, §5.8.
 */
function partsBack(
  run: Run,
  entry: Entry,
  { share, move }: { share: Share; move: Move },
): readonly PartBack[] {
  const { line } = share;
  const whole = wholeOf(run, line);
  const byThen = run.invoices.invoicedAt.get(entry.rowId)?.get(line.rowId) ?? zero;
  const inTime = run.invoices.invoicedInTime.get(line.rowId) ?? zero;
  const before = run.returned.get(`uninvoiced ${line.rowId}`) ?? zero;
  const own = most(zero, least(share.qty, minus(minus(whole, byThen), before)));
  noteReturned(run, `uninvoiced ${line.rowId}`, own);
  const first = most(zero, least(own, minus(most(zero, minus(whole, inTime)), before)));
  const besides = besidesIn(run, entry, { line, invoiced: { whole, byThen, inTime } });
  const ofPiece = (amount: Fraction): Fraction =>
    rounded(over(times(amount, line.qty), whole), run.book.decimals);
  return [
    { entry, share: { line, qty: first }, move, besides: ofPiece(besides.without) },
    {
      entry: { ...entry, part: "invoiced" as const },
      share: { line, qty: minus(share.qty, first) },
      move,
      besides: ofPiece(besides.kept),
    },
  ].filter((part) => sign(part.share.qty) > 0);
}

/** The same in layers, which hold what came late: what goes back without it leaves that there. */
function besidesIn(run: Run, entry: Entry, { line, invoiced }: { line: Entry; invoiced: InvoicedOf }) {
  if (!eraAt(run, entry).method.layered) return besidesOf(run, line, invoiced);
  const more = run.invoices.byInvoices.get(line.rowId) ?? zero;
  const late = run.returned.get(`late invoiced ${line.rowId}`) ?? zero;
  return { without: minus(zero, plus(more, late)), kept: zero };
}

function isMoved(move: Move): boolean {
  return sign(move.qty) !== 0;
}

function size(a: Fraction): Fraction {
  return sign(a) < 0 ? minus(zero, a) : a;
}

/**
 * The shares of a row in the lines it refers to, each with what that line moved first (or brought, of what
 * was sent); and what is left over.
 */
export function sharesOf(
  run: Run,
  entry: Entry,
  of: { types: readonly string[]; isWanted?: typeof isMoved },
) {
  const { types, isWanted = isMoved } = of;
  const moveOf = (line: Entry): Move | undefined =>
    run.moves.find((move) => move.entry === line && isWanted(move));
  const lines = types
    .flatMap((type) => referredLines(run.book, entry, type))
    .filter((line) => moveOf(line) !== undefined);
  const shares = shareOut(lines, entry.qty, (line) => leftToReturn(run, line)).flatMap((share) => {
    const move = moveOf(share.line);
    return move === undefined ? [] : [{ share, move }];
  });
  for (const { share } of shares) noteReturned(run, keyOf(share.line), share.qty);
  return { shares, rest: minus(entry.qty, sum(shares.map(({ share }) => share.qty))) };
}

/**
 * A sales return: in at the cost its delivery carried, or at the current cost; a lot of its own. In an
 * averaged month it takes from the issues, at the average. DOMAIN §5.3, §5.8.
 */
export function postSalesReturn(run: Run, entry: Entry): void {
  const { shares, rest } = sharesOf(run, entry, { types: ["CK", "LS"] });
  if (run.book.setting("salesReturnCost") === "method") {
    bringInAtCurrent(run, entry, entry.qty);
    return;
  }
  for (const { share, move } of shares) {
    if (monthOf(run, entry, entry.warehouse) !== null) {
      bringInAtCurrent(run, entry, share.qty);
      continue;
    }
    const value = originalCost(run, { share, move }).cost;
    const of = run.takenOf.get(keyOf(share.line)) ?? ofNone;
    bringIn(run, entry, { lots: [{ ...newLot(entry, share.qty, value), of }] });
  }
  bringInAtCurrent(run, entry, rest);
}

/**
 * Out of the referred receipt's own lots first, also of those that transfers have laid, `more` from what is
 * left of the last; then by the method. DOMAIN §5.8, §5.11.
 */
function takeOwnLots(bin: Bin, { line, qty }: Share, { era, more }: { era: Era; more: Fraction }): Taken {
  const parts: Lot[] = [];
  let rest = qty;
  for (const lot of bin.lots.filter((one) => [one.receipt, one.brought].includes(line.rowId))) {
    const part = least(rest, lot.qty);
    if (sign(part) === 0) continue;
    bin.last = over(lot.value, lot.qty);
    const taken = takePart(lot, part, bin.decimals);
    rest = minus(rest, part);
    const before = sum([taken, ...parts].map((one) => one.value));
    const bearable =
      sign(rest) === 0 && sign(lot.qty) > 0 ? least(lot.value, most(more, minus(zero, before))) : zero;
    lot.value = minus(lot.value, bearable);
    parts.push({ ...taken, value: plus(taken.value, bearable) });
  }
  bin.lots = bin.lots.filter((one) => sign(one.qty) > 0);
  if (sign(rest) === 0) return { parts, shortage: null };
  const others = era.method.issue(bin, rest, line.date);
  return { parts: [...parts, ...others.parts], shortage: others.shortage };
}

/** Out at `original` as far as the average can bear it; all of the value with all of the goods. */
function takeAtOriginal(bin: Bin, { line, qty }: Share, original: Fraction): Taken {
  const held = heldIn(bin);
  const pool = bin.lots.at(0);
  if (pool === undefined) return { parts: [], shortage: null };
  bin.last = over(held.value, held.qty);
  if (compare(qty, held.qty) === 0 || compare(original, held.value) > 0) {
    const value = takeFrom(pool, qty, bin.decimals);
    bin.lots = bin.lots.filter((lot) => sign(lot.qty) > 0);
    return { parts: [{ ...pool, qty, value }], shortage: null };
  }
  const back = { ...pool, of: ofReceipt(line.rowId), qty, value: original };
  pool.of = without(pool, back);
  pool.qty = minus(pool.qty, qty);
  pool.value = minus(pool.value, original);
  return { parts: [back], shortage: null };
}

/** Goods that leave as what one line brought: its own lots, or at its cost. Answers what was taken. */
export function takeBack(
  run: Run,
  entry: Entry,
  { share, move, warehouse, besides }: { share: Share; move: Move; warehouse: string; besides?: Fraction },
): Taken {
  const bin = issuedBin(run, entry, warehouse);
  const isThere = compare(share.qty, heldIn(bin).qty) <= 0 && bin.shortages.length === 0;
  if (!isThere) return takeOutOf(run, entry, { qty: share.qty, warehouse });
  const { cost, more } = originalCost(run, { share, move, besides });
  if (bin.standard !== null) return takeOutOf(run, entry, { qty: share.qty, warehouse });
  const era = eraAt(run, entry);
  const taken = era.method.layered
    ? takeOwnLots(bin, share, { era, more })
    : takeAtOriginal(bin, share, cost);
  noteTaken(run, entry, { ...taken, warehouse });
  return taken;
}

function returnShare(run: Run, { entry, share, move, besides }: PartBack): void {
  const { warehouse } = entry;
  const month = monthOf(run, entry, warehouse);
  if (month === null) {
    takeBack(run, entry, { share, move, warehouse, besides });
    return;
  }
  if (!canGoBack(month, share.qty)) {
    takeOut(run, entry, share.qty);
    return;
  }
  const { cost } = originalCost(run, { share, move, besides });
  const value = goBack(month, {
    qty: share.qty,
    cost,
    decimals: run.book.decimals,
    of: run.lateCosts.size === 0 ? ofNone : ofReceipt(share.line.rowId),
  });
  const part = newLot(entry, share.qty, value);
  noteTaken(run, entry, { parts: [part], shortage: null });
}

/**
 * A purchase return: out at the original cost of its receipt as far as the stock can bear it. DOMAIN §5.8.
 */
export function postPurchaseReturn(run: Run, entry: Entry): void {
  const { shares, rest } = sharesOf(run, entry, { types: ["RK"] });
  const parts = shares.flatMap((one) => partsBack(run, entry, one));
  if (run.book.setting("purchaseReturnCost") === "method") {
    takeOut(run, entry, entry.qty);
    return;
  }
  for (const part of parts) returnShare(run, part);
  takeOut(run, entry, rest);
}
