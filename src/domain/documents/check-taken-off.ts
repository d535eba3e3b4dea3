import { NO_TYPE } from "../book/lines";
import { figure } from "../kernel/numbers";
import { taxingOf } from "./amounts";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";

/**
 * Whether more is taken off a line, or off its document, than it comes to, so that its total is below
 * nothing.
 */
export function isOverdone({ book: { lines }, documents }: Drafting, line: number): boolean {
  const { total, qty, price, discountAmount, documentDiscount, type } = lines;
  const isSigned = type[line] === NO_TYPE || documentTypes[type[line]].negative === true;
  if (isSigned || !(total[line] < 0) || !(qty[line] > 0) || !(price[line] >= 0)) return false;
  return discountAmount[line] > 0 || documentDiscount[headOf(documents, documents.ofLine[line])] > 0;
}

/**
 * OUT_OF_RANGE where more is taken off than there is, at the amount that was typed: off a line
 * (`discountAmount`), off the document (`documentDiscount`). Source: DOMAIN §11.
 */
export function checkTakenOff(drafting: Drafting, draft: number): void {
  const { lines } = drafting.book;
  const head = headOf(drafting.documents, draft);
  const own = linesOf(drafting.documents, draft).filter((line) => isOverdone(drafting, line));
  if (own.length === 0) return;
  if (lines.documentDiscount[head] > 0) {
    const all = Array.from(linesOf(drafting.documents, draft));
    const left = all.reduce((sum, line) => sum + worthOf(drafting, line), 0);
    tell(drafting, { line: head, column: "documentDiscount" }, left);
  } else for (const line of own) tell(drafting, { line, column: "discountAmount" }, worthOf(drafting, line));
}

/** What a line comes to as its price says it, with the tax or without. */
function worthOf({ book: { lines, settings } }: Drafting, line: number): number {
  const worth = taxingOf(lines, line, settings).includesTax ? lines.total[line] : lines.net[line];
  return Number.isNaN(worth) ? 0 : worth;
}

interface Taken {
  readonly line: number;
  readonly column: "documentDiscount" | "discountAmount";
}

function tell(drafting: Drafting, { line, column }: Taken, left: number): void {
  const { lines, settings } = drafting.book;
  const taken = lines[column][line];
  const money = (units: number): number => figure(units, settings.moneyDecimals);
  const facts = { value: money(taken), least: 0, most: money(Math.max(0, left + taken)) };
  note(drafting, "OUT_OF_RANGE", { line, column, facts });
}
