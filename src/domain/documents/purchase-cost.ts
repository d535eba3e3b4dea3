import type { Book } from "../book/book";

/**
 * What a line of a purchase costs us: without its tax where that can be deducted, else with it. Source:
 * DOMAIN §4.
 */
export function purchaseCost({ lines, settings }: Book, line: number): number {
  const deductible = settings.taxpayer === "general" && lines.ordinaryInvoice[line] === 0;
  return deductible ? lines.net[line] : lines.total[line];
}
