import type { Lines } from "../book/lines";
import { byCodeUnit } from "../kernel/names";

const DAY_SECONDS = 86_400;
const RANKS = 3;
/**
 * Where a line stands among those of one day: 0 stock coming in, 1 transfers, 2 all else; asked only when
 * receipts go first.
 */
export type SameDayRank = (line: number) => number;

/**
 * The lines in the order in which they count: business date, time, rowId (CONTRACT §2); with `rank`, date,
 * rank, time, rowId. So figures do not depend on where a row stands or when it was entered.
 */
export function inBusinessOrder(
  lines: Lines,
  chosen: Int32Array,
  rank: SameDayRank | null = null,
): Int32Array {
  const { day, time, rowId } = lines;
  const moment = (line: number): number => {
    const seconds = time[line] > 0 ? time[line] : 0;
    if (rank === null) return day[line] * DAY_SECONDS + seconds;
    return (day[line] * RANKS + rank(line)) * DAY_SECONDS + seconds;
  };
  return inOrderOf(chosen, moment, (a, b) => byCodeUnit(rowId[a], rowId[b]) || a - b);
}

/**
 * Lines sorted by a moment (a whole number), those of one moment by `tie`. Lines already in order come back
 * as they are; the rest are sorted by one number that holds the moment and the place.
 */
export function inOrderOf(
  chosen: Int32Array,
  moment: (line: number) => number,
  tie: (a: number, b: number) => number,
): Int32Array {
  const span = momentsOf(chosen, moment, tie);
  if (span.sorted) return chosen;
  const fits = (span.most - span.least + 1) * chosen.length < Number.MAX_SAFE_INTEGER;
  return fits
    ? sortedByKey(chosen, (line) => moment(line) - span.least, tie)
    : chosen.slice().sort((a, b) => moment(a) - moment(b) || tie(a, b));
}

/** The earliest and latest moment of the lines, and whether they stand in order already. */
function momentsOf(
  chosen: Int32Array,
  moment: (line: number) => number,
  tie: (a: number, b: number) => number,
): { readonly least: number; readonly most: number; readonly sorted: boolean } {
  let sorted = true;
  let least = Infinity;
  let most = -Infinity;
  let before = -Infinity;
  for (let i = 0; i < chosen.length; i++) {
    const at = moment(chosen[i]);
    if (at < least) least = at;
    if (at > most) most = at;
    if (sorted && at <= before && (at < before || tie(chosen[i - 1], chosen[i]) > 0)) sorted = false;
    before = at;
  }
  return { least, most, sorted };
}

/** Sorts by numbers that hold the moment above and the place below, then the lines of one moment by `tie`. */
function sortedByKey(
  chosen: Int32Array,
  moment: (line: number) => number,
  tie: (a: number, b: number) => number,
): Int32Array {
  const count = chosen.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = moment(chosen[i]) * count + i;
  keys.sort();
  const order = new Int32Array(count);
  let start = 0;
  let last = -1;
  for (let i = 0; i <= count; i++) {
    const at = i < count ? Math.floor(keys[i] / count) : -1;
    if (at !== last || i === count) {
      if (i - start > 1) order.subarray(start, i).sort(tie);
      start = i;
      last = at;
    }
    if (i < count) order[i] = chosen[keys[i] - at * count];
  }
  return order;
}
