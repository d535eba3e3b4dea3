import { madeTold } from "../../book/closed-figures";
import { documentTypes } from "../../documents/index";
import type { Day } from "../../kernel/day";
import type { Ledgers } from "../ledgers";

/** Jobs of which something is dated later than a day. */
function goingOn({ book: { lines }, order }: Ledgers, to: Day): ReadonlySet<string> {
  const jobs = new Set<string>();
  for (const line of order) {
    const isOfJob = lines.job[line] !== "" && documentTypes[lines.type[line]].job !== undefined;
    if (isOfJob && lines.day[line] > to) jobs.add(lines.job[line]);
  }
  return jobs;
}

/**
 * What goods that finished jobs made up to a day come in at, where the job takes in or makes more later: what
 * that comes to may still change, these may not once the day is closed. By row ID, piece by piece, smallest
 * units; what an earlier closing told of is left out. Source: DOMAIN §0.6, §5.12.
 */
export function madeBeforeLater(ledgers: Ledgers, to: Day): ReadonlyMap<string, readonly number[]> {
  const { book, stock, costed } = ledgers;
  const { lines } = book;
  const jobs = goingOn(ledgers, to);
  const found = new Map<string, number[]>();
  if (jobs.size === 0) return found;
  const parts = stock.moves.conversions.flatMap((each) => each.parts.map(({ move }) => move));
  for (const move of parts.sort((a, b) => a - b)) {
    const line = stock.line[move];
    const rowId = lines.rowId[line];
    if (lines.day[line] > to || !jobs.has(lines.job[line]) || madeTold(book, rowId) !== null) continue;
    if (documentTypes[lines.type[line]].job !== "makes") continue;
    const worth = costed.value[move] + (costed.variance?.[move] ?? 0);
    found.set(rowId, [...(found.get(rowId) ?? []), worth]);
  }
  return found;
}
