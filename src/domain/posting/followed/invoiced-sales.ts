import { NONE } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { linksOf } from "../../documents/links";
import type { Day } from "../../kernel/day";
import { debtLess, InvoicedParts } from "../debts/invoiced-parts";
import type { Ledgers } from "../ledgers";

/** What a line of a sales invoice adds to what was sold; money in smallest units, qty in 10⁻⁶. */
export interface InvoicedSale {
  readonly line: number;
  /** The delivered line that it is about; NONE = it is a sale of its own. */
  readonly delivered: number;
  /** The day on which it counts: the invoice's, and not before the goods went. */
  readonly day: Day;
  readonly qty: number;
  readonly net: number;
  readonly total: number;
}

const RETURNS = documentTypes.map(({ register, debt }) => register === "sales" && debt === "return");
const INVOICES = documentTypes.map(({ register, debt }) => register === "sales" && debt === "invoice");

/** Whether lines of a type invoice what was sold. */
export function invoicesSales(type: number): boolean {
  return INVOICES[type];
}

/**
 * Tells what sales invoices say beyond what was delivered: of each delivered line what the invoice says less
 * what that stood for until then, where that is anything, and all of an invoice that refers to none. It
 * counts by the day of the invoice, as the debt does, so that no earlier day and no closed month moves.
 * Source: DOMAIN §0.6, §4 XF.
 */
export function eachInvoicedSale(
  { book, order, links, quantities }: Pick<Ledgers, "book" | "order" | "links" | "quantities">,
  tell: (sale: InvoicedSale) => void,
): void {
  const { lines } = book;
  const parts = new InvoicedParts(lines, quantities.base);
  for (const line of order) {
    const own = linksOf(links, line);
    if (RETURNS[lines.type[line]] && own.length > 0) parts.giveBack(own, parts.saidBy(line), false);
    if (!INVOICES[lines.type[line]]) continue;
    const day = lines.day[line];
    if (own.length === 0) {
      const { amount, tax } = parts.saidBy(line);
      const qty = Number.isNaN(quantities.base[line]) ? 0 : quantities.base[line];
      tell({ line, delivered: NONE, day, qty, net: amount - tax, total: amount });
    }
    for (const { target, said, booked } of parts.of(line, own)) {
      const { amount, tax } = debtLess(said, booked);
      if (amount === 0 && tax === 0) continue;
      const from = Math.max(day, lines.day[target]);
      tell({ line, delivered: target, day: from, qty: 0, net: amount - tax, total: amount });
    }
  }
}
