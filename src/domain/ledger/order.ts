import type { Lines } from "../book/lines";
import { byCodeUnit } from "../kernel/names";

const DAY_SECONDS = 86_400;
/** Room for the line's place below the moment, within 2⁵³: 4,000 years of seconds by 2 million lines. */
const MOST_LINES = 2_097_152;

/**
 * Where a line stands among those of one day: 0 stock coming in, 1 all else; asked only when receipts go
 * first.
 */
export type SameDayRank = (line: number) => number;

/** The moment a line counts at, in seconds; a blank time is the start of the day. */
function moment(lines: Lines, line: number, rank: SameDayRank | null): number {
  const seconds = Math.max(0, lines.time[line]);
  const day = lines.day[line] * DAY_SECONDS;
  return rank === null ? day + seconds : day * 2 + rank(line) * DAY_SECONDS + seconds;
}

/**
 * The lines in the order in which they count: business date, time, rowId (CONTRACT §2); with `rank`, date,
 * rank, time, rowId. So figures do not depend on where a row stands or when it was entered.
 */
export function inBusinessOrder(
  lines: Lines,
  chosen: Int32Array,
  rank: SameDayRank | null = null,
): Int32Array {
  const moments = new Float64Array(chosen.length);
  let sorted = true;
  let least = Infinity;
  for (let i = 0; i < chosen.length; i++) {
    moments[i] = moment(lines, chosen[i], rank);
    if (moments[i] < least) least = moments[i];
    if (i > 0 && before(lines, chosen, moments, i)) sorted = false;
  }
  return sorted ? chosen : sortedByMoment(lines, chosen, moments, least);
}

function before(lines: Lines, chosen: Int32Array, moments: Float64Array, i: number): boolean {
  if (moments[i] !== moments[i - 1]) return moments[i] < moments[i - 1];
  return lines.rowId[chosen[i]] < lines.rowId[chosen[i - 1]];
}

function sortedByMoment(lines: Lines, chosen: Int32Array, moments: Float64Array, least: number): Int32Array {
  const count = chosen.length;
  if (count > MOST_LINES) throw new Error(`${String(count)} lines are more than the order key holds`);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (moments[i] - least) * MOST_LINES + i;
  keys.sort();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = chosen[keys[i] % MOST_LINES];
  let start = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && Math.floor(keys[i] / MOST_LINES) === Math.floor(keys[start] / MOST_LINES)) continue;
    if (i - start > 1) sortTies(lines, order, start, i);
    start = i;
  }
  return order;
}

function sortTies(lines: Lines, order: Int32Array, from: number, to: number): void {
  const { rowId } = lines;
  order.subarray(from, to).sort((a, b) => byCodeUnit(rowId[a], rowId[b]) || a - b);
}
