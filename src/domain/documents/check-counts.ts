import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";

/**
 * Notes stocktakes of which no row says anything (NOTHING_COUNTED): neither a count nor a unit cost. A blank
 * count among others was not counted. Source: DOMAIN §7, §14.
 */
export function checkCounts(drafting: Drafting, drafts: readonly number[]): void {
  const { book, documents } = drafting;
  const { type, counted, recount, unitCost } = book.lines;
  const saysNothing = (line: number): boolean =>
    [counted, recount, unitCost].every((column) => Number.isNaN(column[line]));
  for (const draft of drafts) {
    const line = headOf(documents, draft);
    if (documentTypes[type[line]].stock !== "count") continue;
    const members = linesOf(documents, draft);
    if (!members.every(saysNothing)) continue;
    note(drafting, "NOTHING_COUNTED", { line, column: "counted", facts: { rows: members.length } });
  }
}
