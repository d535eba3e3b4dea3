import type { Lines } from "../book/lines";
import { byCodeUnit } from "../kernel/names";

const DAY_SECONDS = 86_400;
/**
 * Where a line stands among those of one day: 0 stock coming in, 1 all else; asked only when receipts go
 * first.
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
    return (day[line] * 2 + rank(line)) * DAY_SECONDS + seconds;
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
  const moments = new Float64Array(chosen.length);
  let sorted = true;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < chosen.length; i++) {
    const at = moment(chosen[i]);
    moments[i] = at;
    if (at < least) least = at;
    if (at > most) most = at;
    if (i === 0 || at > moments[i - 1]) continue;
    if (at < moments[i - 1] || tie(chosen[i - 1], chosen[i]) > 0) sorted = false;
  }
  if (sorted) return chosen;
  const fits = (most - least + 1) * chosen.length < Number.MAX_SAFE_INTEGER;
  return fits
    ? sortedByKey(chosen, moments, { least, tie })
    : chosen.slice().sort((a, b) => moment(a) - moment(b) || tie(a, b));
}

/** Sorts by numbers that hold the moment above and the place below, then the lines of one moment by `tie`. */
function sortedByKey(
  chosen: Int32Array,
  moments: Float64Array,
  { least, tie }: { readonly least: number; readonly tie: (a: number, b: number) => number },
): Int32Array {
  const count = chosen.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (moments[i] - least) * count + i;
  keys.sort();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = keys[i] % count;
  let start = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && moments[order[i]] === moments[order[i - 1]]) continue;
    for (let k = start; k < i; k++) order[k] = chosen[order[k]];
    if (i - start > 1) order.subarray(start, i).sort(tie);
    start = i;
  }
  return order;
}
