import type { Book } from "../../book/book";
import { startOfPeriod } from "../../book/item-costing";
import { type Finding, finding } from "../../kernel/finding";

/**
 * What is wrong with changes of method, each on its row: UNKNOWN_CODE for a period that is neither in the
 * table of periods nor a month, REQUIRED where no reason is given. Source: DOMAIN §5.14.
 */
export function methodChangeFindings(book: Book): readonly Finding[] {
  return book.masters.methodChanges.flatMap(({ row, period, reason }) => {
    const place = (column: string) => ({ table: "methodChange", row, rowId: null, column });
    const facts = { value: period, register: "periods", nearest: null };
    return [
      ...(Number.isNaN(startOfPeriod(book, period)) ? [finding("UNKNOWN_CODE", place("period"), facts)] : []),
      ...(reason === "" ? [finding("REQUIRED", place("reason"))] : []),
    ];
  });
}
