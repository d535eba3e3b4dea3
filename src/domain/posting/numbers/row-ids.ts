import type { Book } from "../../book/book";
import type { Documents } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { inOrderOf } from "../../ledger/order";

/**
 * Gives a rowId, in place, to each line of the drafts that has none, in the order in which they are to count:
 * date, time, stock in before stock out, register, row of the sheet. Source: CONTRACT §2, order.
 */
export function stampRowIds(
  book: Book,
  { starts, members }: Documents,
  drafts: readonly number[],
  newId: () => string,
): void {
  const { lines } = book;
  const bare: number[] = [];
  for (const document of drafts) {
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      if (lines.rowId[members[i]] === "") bare.push(members[i]);
    }
  }
  const takesOut = documentTypes.map((type) =>
    type.stock === "receive" || type.stock === "return-in" ? 0 : 1,
  );
  const moment = (line: number): number =>
    (lines.day[line] * 86_400 + Math.max(0, lines.time[line])) * 2 + takesOut[lines.type[line]];
  const ordered = inOrderOf(Int32Array.from(bare).sort(), moment, (a, b) => a - b);
  for (const line of ordered) lines.rowId[line] = newId();
}
