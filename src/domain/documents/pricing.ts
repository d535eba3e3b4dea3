import type { Book } from "../book/book";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import { type Amounts, chargedQty, documentAmounts, includesTax, withTax, zeroIfBlank } from "./amounts";
import { type Drafting, note } from "./drafting";

/**
 * Writes net, tax and total of a draft's lines in place. Where a total (or net) was typed without a price,
 * the amounts follow the total and the price is calculated back from it; where both were typed they must
 * agree.
 */
export function priceDocument(drafting: Drafting, members: Int32Array): void {
  const { lines, settings } = drafting.book;
  const computed = documentAmounts(lines, members, settings);
  for (let i = 0; i < members.length; i++) {
    if (Number.isNaN(lines.price[members[i]])) followTotal(drafting.book, members[i]);
    else agree(drafting, members[i], computed[i]);
  }
}

function agree(drafting: Drafting, line: number, { net, tax, total }: Amounts): void {
  const { lines } = drafting.book;
  if (!Number.isFinite(total)) return;
  lines.net[line] = agreed(drafting, { line, column: "net", typed: lines.net[line], computed: net });
  lines.tax[line] = agreed(drafting, { line, column: "tax", typed: lines.tax[line], computed: tax });
  lines.total[line] = agreed(drafting, { line, column: "total", typed: lines.total[line], computed: total });
}

interface TypedAmount {
  readonly line: number;
  readonly column: string;
  readonly typed: number;
  readonly computed: number;
}

function agreed(drafting: Drafting, { line, column, typed, computed }: TypedAmount): number {
  if (Number.isNaN(typed) || typed === computed) return computed;
  const decimals = drafting.book.settings.moneyDecimals;
  const facts = { typed: figure(typed, decimals), computed: figure(computed, decimals) };
  note(drafting, "AMOUNT_DISAGREES", { line, column, facts });
  return computed;
}

function followTotal(book: Book, line: number): void {
  const { lines, settings } = book;
  const typedTotal = lines.total[line];
  const typed = Number.isNaN(typedTotal) ? lines.net[line] : typedTotal;
  if (Number.isNaN(typed)) return;
  const rate = zeroIfBlank(lines.taxRate[line]);
  const amounts = withTax(typed, rate, !Number.isNaN(typedTotal));
  lines.net[line] = amounts.net;
  lines.tax[line] = amounts.tax;
  lines.total[line] = amounts.total;
  const base = includesTax(lines, line, settings) ? amounts.total : amounts.net;
  const off = zeroIfBlank(lines.discountAmount[line]);
  const kept = RATE_WHOLE - zeroIfBlank(lines.discount[line]);
  const perMillionth = powerOfTen(6 - settings.moneyDecimals) * QUANTITY_SCALE;
  const qty = chargedQty(lines, line);
  if (qty > 0 && kept > 0) {
    lines.price[line] = mulDiv(mulDiv(base + off, RATE_WHOLE, kept), perMillionth, qty);
  }
}
