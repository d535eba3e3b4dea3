import type { Book } from "../book/book";
import { policiesOn } from "../book/closed-figures";

/**
 * What a line of a purchase costs us: without its tax where that can be deducted, on the day whose figures
 * count for it, else with it. Source: DOMAIN §4.
 */
export function purchaseCost(book: Book, line: number, day = book.lines.day[line]): number {
  const { lines } = book;
  const { taxpayer } = policiesOn(book, day);
  const deductible = taxpayer === "general" && lines.ordinaryInvoice[line] === 0;
  return deductible ? lines.net[line] : lines.total[line];
}
