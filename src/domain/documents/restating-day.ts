import type { Book } from "../book/book";
import { toldUntil } from "../book/closed-figures";
import { wasClosed } from "../book/closed-periods";
import { type Lines, STATUSES } from "../book/lines";
import type { Day } from "../kernel/day";
import type { Link } from "./links";

const POSTED = STATUSES.indexOf("posted");

/** When a line was posted, ISO; null = it is being posted. A posted row that says nothing came first. */
export function postedAtOf({ status, postedAt }: Lines, line: number): string | null {
  return postedAt[line] === "" && status[line] < POSTED ? null : postedAt[line];
}

/**
 * The day whose figures count for what a line (`by`) says of the cost of others: the earliest that it
 * restates, so of its own and of theirs that were open when it was posted. What such a day is closed with,
 * it was restated by. Source: DOMAIN §0.6.
 */
export function restatingDay(
  { masters, lines }: Book,
  by: number,
  targets: readonly Pick<Link, "target">[],
): Day {
  const { day } = lines;
  if (toldUntil({ masters }) === -Infinity) return day[by];
  const postedAt = postedAtOf(lines, by);
  return targets.reduce((first, { target }) => {
    const isEarlier = day[target] < first && !wasClosed(masters.periods, day[target], postedAt);
    return isEarlier ? day[target] : first;
  }, day[by]);
}
