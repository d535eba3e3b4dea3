import type { Book } from "../book/book";
import { countedIn } from "../book/lines";
import { mulDiv } from "../kernel/mul-div";
import { figure, MOST_MONEY, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import { type Amounts, baseOf, typedAmounts, zeroIfBlank } from "./amounts";
import { documentAmounts } from "./document-amounts";
import { type Drafting, note } from "./drafting";

/**
 * Writes net, tax and total of a draft's lines in place. Where a total (or net) was typed without a price,
 * the amounts follow it, less what the line bears of the document's discount, and the price is calculated
 * back from it; what was typed besides must agree.
 */
export function priceDocument(
  drafting: Drafting,
  members: Int32Array,
  shares: ReadonlyMap<number, Amounts>,
): void {
  const { lines, settings } = drafting.book;
  const own = shares.size === 0 ? members : members.filter((line) => !shares.has(line));
  const { amounts, borne } = own.length === 0 ? NOTHING : documentAmounts(lines, own, settings);
  checkBorne(drafting, members[0], shares.size > 0 ? 0 : borne);
  for (const [line, share] of shares) agree(drafting, line, share);
  for (let i = 0; i < own.length; i++) {
    const typed = typedAmounts(lines, own[i], settings);
    if (typed === null) agree(drafting, own[i], amounts[i]);
    else followTyped(drafting, own[i], { typed, amounts: amounts[i] });
  }
}

const NOTHING = { amounts: [], borne: 0 } as const;

/** AMOUNT_DISAGREES where the lines cannot bear the document's discount: it is never lost unsaid. */
function checkBorne(drafting: Drafting, head: number, borne: number): void {
  const { lines, settings } = drafting.book;
  const off = zeroIfBlank(lines.documentDiscount[head]);
  if (off === borne || Number.isNaN(borne)) return;
  const facts = {
    typed: figure(off, settings.moneyDecimals),
    computed: figure(borne, settings.moneyDecimals),
  };
  note(drafting, "AMOUNT_DISAGREES", { line: head, column: "documentDiscount", facts });
}

function agree(drafting: Drafting, line: number, { net, tax, total }: Amounts): void {
  const { lines } = drafting.book;
  if (isTooMuch(drafting, line, total)) return;
  if (!Number.isFinite(total)) return;
  lines.net[line] = agreed(drafting, line, { column: "net", computed: net });
  lines.tax[line] = agreed(drafting, line, { column: "tax", computed: tax });
  lines.total[line] = agreed(drafting, line, { column: "total", computed: total });
}

interface Followed {
  /** What was typed, before the document's discount. */
  readonly typed: Amounts;
  readonly amounts: Amounts;
}

function followTyped(drafting: Drafting, line: number, { typed, amounts }: Followed): void {
  const { lines } = drafting.book;
  if (isTooMuch(drafting, line, typed.total)) return;
  agreed(drafting, line, { column: "net", computed: typed.net });
  agreed(drafting, line, { column: "tax", computed: typed.tax });
  lines.net[line] = amounts.net;
  lines.tax[line] = amounts.tax;
  lines.total[line] = amounts.total;
  priceBack(drafting.book, line, typed);
}

/** Notes where quantity times price, or what was typed with its tax, is more than one amount may be. */
function isTooMuch(drafting: Drafting, line: number, total: number): boolean {
  if (!(Math.abs(total) > MOST_MONEY)) return false;
  const { lines, settings } = drafting.book;
  const made = figure(countedIn(lines, line), 6) * figure(lines.price[line], 6);
  const value = Number.isFinite(total) ? figure(total, settings.moneyDecimals) : made;
  const most = figure(MOST_MONEY, settings.moneyDecimals);
  note(drafting, "OUT_OF_RANGE", { line, column: "total", facts: { value, least: 0, most } });
  return true;
}

/** What comes out; notes where something else was typed. */
function agreed(
  drafting: Drafting,
  line: number,
  { column, computed }: { readonly column: "net" | "tax" | "total"; readonly computed: number },
): number {
  const { book } = drafting;
  const typed = book.lines[column][line];
  if (Number.isNaN(typed) || typed === computed) return computed;
  const money = (units: number): number => figure(units, book.settings.moneyDecimals);
  const facts = { typed: money(typed), computed: money(computed) };
  note(drafting, "AMOUNT_DISAGREES", { line, column, facts });
  return computed;
}

/** Writes the price that makes these amounts of the line's quantity, its discounts taken off. */
export function priceBack({ lines, settings }: Book, line: number, amounts: Amounts): void {
  const base = baseOf(amounts, lines, line, settings);
  const off = zeroIfBlank(lines.discountAmount[line]);
  const kept = RATE_WHOLE - zeroIfBlank(lines.discount[line]);
  const perMillionth = powerOfTen(6 - settings.moneyDecimals) * QUANTITY_SCALE;
  const qty = countedIn(lines, line);
  if (qty > 0 && kept > 0) {
    lines.price[line] = mulDiv(mulDiv(base + off, RATE_WHOLE, kept), perMillionth, qty);
  }
}
