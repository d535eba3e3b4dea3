import type { Book } from "../book/book";
import { countedIn } from "../book/lines";
import { mulDiv } from "../kernel/mul-div";
import { figure, MOST_TYPED, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import { type Amounts, documentAmounts, includesTax, withTax, zeroIfBlank } from "./amounts";
import { type Drafting, note } from "./drafting";

/**
 * Writes net, tax and total of a draft's lines in place. Where a total (or net) was typed without a price,
 * the amounts follow the total and the price is calculated back from it; where both were typed they must
 * agree.
 */
export function priceDocument(
  drafting: Drafting,
  members: Int32Array,
  shares: ReadonlyMap<number, Amounts>,
): void {
  const computed = documentAmounts(drafting.book.lines, members, drafting.book.settings);
  for (let i = 0; i < members.length; i++) {
    const share = shares.get(members[i]);
    if (share !== undefined) agree(drafting, members[i], share);
    else if (Number.isNaN(drafting.book.lines.price[members[i]])) followTotal(drafting.book, members[i]);
    else agree(drafting, members[i], computed[i]);
  }
}

function agree(drafting: Drafting, line: number, { net, tax, total }: Amounts): void {
  const { lines } = drafting.book;
  if (Math.abs(total) > MOST_TYPED) {
    tellTooMuch(drafting, line);
    return;
  }
  if (!Number.isFinite(total)) return;
  lines.net[line] = agrees(lines.net[line], net)
    ? net
    : disagreed(drafting, line, { column: "net", computed: net });
  lines.tax[line] = agrees(lines.tax[line], tax)
    ? tax
    : disagreed(drafting, line, { column: "tax", computed: tax });
  if (!agrees(lines.total[line], total)) disagreed(drafting, line, { column: "total", computed: total });
  lines.total[line] = total;
}

/** Quantity times price is more than one amount may be. */
function tellTooMuch(drafting: Drafting, line: number): void {
  const { lines, settings } = drafting.book;
  const value = figure(countedIn(lines, line), 6) * figure(lines.price[line], 6);
  const most = figure(MOST_TYPED, settings.moneyDecimals);
  note(drafting, "OUT_OF_RANGE", { line, column: "total", facts: { value, least: 0, most } });
}

function agrees(typed: number, computed: number): boolean {
  return Number.isNaN(typed) || typed === computed;
}

/** Notes that what was typed is not what comes out; answers what comes out. */
function disagreed(
  drafting: Drafting,
  line: number,
  { column, computed }: { readonly column: "net" | "tax" | "total"; readonly computed: number },
): number {
  const decimals = drafting.book.settings.moneyDecimals;
  const typed = figure(drafting.book.lines[column][line], decimals);
  note(drafting, "AMOUNT_DISAGREES", {
    line,
    column,
    facts: { typed, computed: figure(computed, decimals) },
  });
  return computed;
}

function followTotal(book: Book, line: number): void {
  const { lines } = book;
  const typedTotal = lines.total[line];
  const typed = Number.isNaN(typedTotal) ? lines.net[line] : typedTotal;
  if (Number.isNaN(typed)) return;
  const rate = zeroIfBlank(lines.taxRate[line]);
  const amounts = withTax(typed, rate, !Number.isNaN(typedTotal));
  lines.net[line] = amounts.net;
  lines.tax[line] = amounts.tax;
  lines.total[line] = amounts.total;
  priceBack(book, line, amounts);
}

/** Writes the price that makes these amounts of the line's quantity, its discounts taken off. */
export function priceBack({ lines, settings }: Book, line: number, amounts: Amounts): void {
  const base = includesTax(lines, line, settings) ? amounts.total : amounts.net;
  const off = zeroIfBlank(lines.discountAmount[line]);
  const kept = RATE_WHOLE - zeroIfBlank(lines.discount[line]);
  const perMillionth = powerOfTen(6 - settings.moneyDecimals) * QUANTITY_SCALE;
  const qty = countedIn(lines, line);
  if (qty > 0 && kept > 0) {
    lines.price[line] = mulDiv(mulDiv(base + off, RATE_WHOLE, kept), perMillionth, qty);
  }
}
