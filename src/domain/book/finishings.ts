import type { Book } from "./book";
import { STATUSES } from "./lines";

const POSTED = STATUSES.indexOf("posted");
const CLOSED = STATUSES.indexOf("closed");

/**
 * Tells the status that a line had at the end of a day: finished from the day on that it was. A line finished
 * without a word in the log was so from its own day on. Source: DOMAIN §3.2, §13.
 */
export function statusesAt({ lines, masters }: Book, asOf: number): (line: number) => number {
  const { status, rowId } = lines;
  const { finishings } = masters;
  if (asOf === Infinity || finishings.size === 0) return (line) => status[line];
  return (line) => {
    const standing = status[line];
    if (standing !== POSTED && standing !== CLOSED) return standing;
    const next = finishings.get(rowId[line])?.find(({ day }) => day > asOf);
    const before = next === undefined ? -1 : STATUSES.findIndex((word) => word === next.before);
    return before === -1 ? standing : before;
  };
}
