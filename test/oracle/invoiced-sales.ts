import { minus, sign, sum } from "./fraction";
import type { Fraction } from "./fraction";
import { amountOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { invoiceShares, uninvoicedPart } from "./receipt-values";
import type { Invoiced } from "./receipt-values";
import { referredLines } from "./references";

/** What a sales invoice's line adds to what was sold, and the day on which it counts. */
export interface InvoicedSale {
  readonly invoice: Entry;
  readonly date: string;
  readonly qty: Fraction;
  readonly net: Fraction;
  readonly total: Fraction;
}

/** What of a delivered line's own amount no invoice asks for. */
function leftOf(book: OracleBook, line: Entry, of: { column: string; invoiced: Invoiced }): Fraction {
  return uninvoicedPart(book, line, { amount: amountOf(line.row, of.column), invoiced: of.invoiced });
}

/**
 * What sales invoices say beyond the deliveries that they are of, in business order: their amount less what
 * of the deliveries' own is invoiced by them; one that is of none is a sale of its own. DOMAIN §4 XF.
 */
export function invoicedSales(book: OracleBook): readonly InvoicedSale[] {
  const invoiced: Invoiced = new Map();
  return book.entries
    .filter(({ type }) => type === "XF")
    .map((invoice) => {
      const delivered = referredLines(book, invoice, "CK");
      const left = (column: string): Fraction =>
        sum(delivered.map((line) => leftOf(book, line, { column, invoiced })));
      const before = { total: left("total"), tax: left("tax") };
      invoiceShares(delivered, invoice, invoiced);
      const more = (column: "total" | "tax"): Fraction =>
        minus(amountOf(invoice.row, column), minus(before[column], left(column)));
      const date = [invoice, ...delivered].map((one) => one.date).reduce((a, b) => (a > b ? a : b));
      const qty = delivered.length === 0 ? invoice.qty : minus(invoice.qty, invoice.qty);
      return { invoice, date, qty, net: minus(more("total"), more("tax")), total: more("total") };
    })
    .filter(({ qty, net, total }) => [qty, net, total].some((amount) => sign(amount) !== 0));
}
