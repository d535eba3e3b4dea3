import { currentCost, heldIn, takeFrom } from "./bin";
import type { Bin, Lot, Taken } from "./bin";
import { compare, least, minus, negative, over, plus, rounded, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { Entry } from "./oracle-book";
import { referredLines, shareOut } from "./references";
import type { Share } from "./references";
import {
  binOf,
  bringIn,
  goodsOf,
  issuedBin,
  leftToReturn,
  methodOf,
  newLot,
  noteReturned,
  noteTaken,
  takeOut,
} from "./stock-run";
import type { Run } from "./stock-run";

/**
 * What the returned share of a line cost: cumulatively rounded, so that the last unit takes the remainder.
 */
function originalCost(run: Run, share: Share, lineCost: Fraction): Fraction {
  const before = noteReturned(run, share.line, share.qty);
  const upTo = (qty: Fraction): Fraction =>
    rounded(over(times(lineCost, qty), share.line.qty), run.book.decimals);
  return minus(upTo(plus(before, share.qty)), upTo(before));
}

function deliveryCost(run: Run, line: Entry): Fraction {
  const moves = run.moves.filter((move) => move.entry === line);
  return negative(sum(moves.map((move) => move.value)));
}

/**
 * A sales return: in at the cost its delivery carried, or at the current cost; a lot of its own. DOMAIN §5.8.
 */
export function postSalesReturn(run: Run, entry: Entry): void {
  const delivered = referredLines(run.book, entry, "CK").filter((line) =>
    run.moves.some((move) => move.entry === line),
  );
  const shares = shareOut(delivered, entry.qty, (line) => leftToReturn(run, line));
  const original = sum(shares.map((share) => originalCost(run, share, deliveryCost(run, share.line))));
  const unlinked = minus(entry.qty, sum(shares.map((share) => share.qty)));
  const bin = binOf(run, entry, entry.warehouse);
  const byMethod = run.book.setting("salesReturnCost") === "method";
  const value = byMethod ? currentCost(bin, entry.qty) : plus(original, currentCost(bin, unlinked));
  bringIn(run, entry, { lots: [newLot(entry, entry.qty, value)] });
}

/** Out of the referred receipts' own lots first, then by the method. */
function takeOwnLots(bin: Bin, entry: Entry, shares: readonly Share[]): Taken {
  const parts: Lot[] = [];
  for (const share of shares) {
    const lot = bin.lots.find((one) => one.receipt === share.line.rowId);
    if (lot === undefined) continue;
    const qty = least(share.qty, lot.qty);
    bin.last = over(lot.value, lot.qty);
    parts.push({ ...lot, qty, value: takeFrom(lot, qty, bin.decimals) });
    bin.lots = bin.lots.filter((one) => sign(one.qty) > 0);
  }
  const rest = minus(entry.qty, sum(parts.map((part) => part.qty)));
  if (sign(rest) === 0) return { parts, shortage: null };
  const others = methodOf(goodsOf(entry)).issue(bin, rest, entry.date);
  return { parts: [...parts, ...others.parts], shortage: others.shortage };
}

/** Out at `original` when the average can bear it; null when the return must be an ordinary issue. */
function takeAtOriginal(bin: Bin, qty: Fraction, original: Fraction): Taken | null {
  const pool = bin.lots.at(0);
  if (pool === undefined) return null;
  const held = heldIn(bin);
  if (compare(qty, held.qty) >= 0 || compare(original, held.value) > 0) return null;
  bin.last = over(held.value, held.qty);
  pool.qty = minus(pool.qty, qty);
  pool.value = minus(pool.value, original);
  return { parts: [{ ...pool, qty, value: original }], shortage: null };
}

/**
 * A purchase return: out at the original cost of its receipt as far as the stock can bear it. DOMAIN §5.8.
 */
export function postPurchaseReturn(run: Run, entry: Entry): void {
  const lines = referredLines(run.book, entry, "RK").filter((line) =>
    run.moves.some((move) => move.entry === line),
  );
  const shares = shareOut(lines, entry.qty, (line) => leftToReturn(run, line));
  const linked = sum(shares.map((share) => share.qty));
  const receiptCost = (line: Entry): Fraction => run.receiptValues.get(line.rowId) ?? zero;
  const original = sum(shares.map((share) => originalCost(run, share, receiptCost(share.line))));
  const isLinked = shares.length > 0 && compare(linked, entry.qty) === 0;
  if (!isLinked || run.book.setting("purchaseReturnCost") === "method") {
    takeOut(run, entry, entry.qty);
    return;
  }
  const bin = issuedBin(run, entry);
  const isFifo = goodsOf(entry).costing === "fifo";
  const taken = isFifo ? takeOwnLots(bin, entry, shares) : takeAtOriginal(bin, entry.qty, original);
  if (taken === null) takeOut(run, entry, entry.qty);
  else noteTaken(run, entry, taken);
}
