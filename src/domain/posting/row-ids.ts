import type { Book } from "../book/book";
import { type Documents, linesOf } from "../documents/group";
import { documentTypes } from "../documents/index";

/**
 * Gives a rowId, in place, to each line of the drafts that has none, in the order in which they are to count:
 * date, time, stock in before stock out, register, row of the sheet. Source: CONTRACT §2, order.
 */
export function stampRowIds(
  book: Book,
  documents: Documents,
  drafts: readonly number[],
  newId: () => string,
): void {
  const { lines } = book;
  const bare = drafts.flatMap((document) =>
    Array.from(linesOf(documents, document)).filter((line) => lines.rowId[line] === ""),
  );
  const takesOut = documentTypes.map((type) =>
    type.stock === "receive" || type.stock === "return-in" ? 0 : 1,
  );
  bare.sort(
    (a, b) =>
      lines.day[a] - lines.day[b] ||
      Math.max(0, lines.time[a]) - Math.max(0, lines.time[b]) ||
      takesOut[lines.type[a]] - takesOut[lines.type[b]] ||
      a - b,
  );
  for (const line of bare) lines.rowId[line] = newId();
}
