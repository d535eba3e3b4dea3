/** Up to so many possible groups are counted in a table, more in a map. */
const LARGEST_TABLE = 4_000_000;

/**
 * The lines chosen, each in one of `count` groups. Groups are numbered in the order of what they stand for:
 * first by the group they refine (`above`), then by the code that sets them apart in it.
 */
export interface Groups {
  readonly ofLine: Int32Array;
  readonly count: number;
  /** By group. */
  readonly above: Int32Array;
  readonly code: Int32Array;
}

/** All lines in one group. */
export function oneGroup(): Groups {
  return {
    ofLine: new Int32Array(0),
    count: 1,
    above: new Int32Array(1).fill(-1),
    code: new Int32Array(1),
  };
}

/**
 * The groups that occur when each group is split by a column of codes below `size`, all of which occur. The
 * column is used up: the numbers of the new groups are written over it, for a copy of a million would be paid
 * for.
 */
export function refined(groups: Groups, codes: Int32Array, size: number): Groups {
  if (groups.count === 1) return { ofLine: codes, count: size, ...firstSplit(size) };
  if (size === 1) return { ...groups, above: numbersTo(groups.count), code: new Int32Array(groups.count) };
  const span = groups.count * size;
  return span <= LARGEST_TABLE ? byTable(groups, codes, size) : byMap(groups, codes, size);
}

function numbersTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

function firstSplit(size: number): Pick<Groups, "above" | "code"> {
  return { above: new Int32Array(size), code: numbersTo(size) };
}

function byTable({ ofLine, count }: Groups, codes: Int32Array, size: number): Groups {
  const table = new Int32Array(count * size);
  for (let i = 0; i < codes.length; i++) {
    codes[i] += ofLine[i] * size;
    table[codes[i]] = 1;
  }
  const keys: number[] = [];
  for (let key = 0; key < table.length; key++) if (table[key] === 1) table[key] = keys.push(key) - 1;
  for (let i = 0; i < codes.length; i++) codes[i] = table[codes[i]];
  return numbered(codes, keys, size);
}

function byMap({ ofLine }: Groups, codes: Int32Array, size: number): Groups {
  const first = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const key = ofLine[i] * size + codes[i];
    const known = first.get(key) ?? first.size;
    if (known === first.size) first.set(key, known);
    codes[i] = known;
  }
  const sorted = Float64Array.from(first.keys()).sort();
  const place = new Int32Array(sorted.length);
  sorted.forEach((key, to) => (place[first.get(key) ?? 0] = to));
  for (let i = 0; i < codes.length; i++) codes[i] = place[codes[i]];
  return numbered(codes, sorted, size);
}

/** Groups from their sorted keys, each the group above times `size` plus the code. */
function numbered(ofLine: Int32Array, keys: ArrayLike<number>, size: number): Groups {
  const above = new Int32Array(keys.length);
  const code = new Int32Array(keys.length);
  for (let group = 0; group < keys.length; group++) {
    above[group] = Math.floor(keys[group] / size);
    code[group] = keys[group] - above[group] * size;
  }
  return { ofLine, count: keys.length, above, code };
}

/** Sums of a column by group; exact while they stay within ±2⁵³. */
export function sumsOf({ ofLine, count }: Groups, column: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  if (count === 1) for (let i = 0; i < column.length; i++) sums[0] += column[i];
  else for (let i = 0; i < column.length; i++) sums[ofLine[i]] += column[i];
  return sums;
}
