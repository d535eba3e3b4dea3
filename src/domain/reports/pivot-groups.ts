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
export function oneGroup(lines: number): Groups {
  const ofLine = new Int32Array(lines);
  return { ofLine, count: 1, above: new Int32Array(1).fill(-1), code: new Int32Array(1) };
}

/** The groups that occur when each group is split by a column of codes below `size`. */
export function refined(groups: Groups, codes: Int32Array, size: number): Groups {
  const span = groups.count * Math.max(1, size);
  return span <= LARGEST_TABLE ? byTable(groups, codes, size) : byMap(groups, codes, size);
}

function byTable({ ofLine, count }: Groups, codes: Int32Array, size: number): Groups {
  const table = new Int32Array(count * Math.max(1, size));
  for (let i = 0; i < codes.length; i++) table[ofLine[i] * size + codes[i]] = 1;
  const keys: number[] = [];
  for (let key = 0; key < table.length; key++) if (table[key] === 1) table[key] = keys.push(key) - 1;
  const fine = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) fine[i] = table[ofLine[i] * size + codes[i]];
  return numbered(fine, keys, size);
}

function byMap({ ofLine }: Groups, codes: Int32Array, size: number): Groups {
  const first = new Map<number, number>();
  const fine = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const key = ofLine[i] * size + codes[i];
    const known = first.get(key) ?? first.size;
    if (known === first.size) first.set(key, known);
    fine[i] = known;
  }
  const keys = Float64Array.from(first.keys());
  const sorted = keys.slice().sort();
  const place = new Int32Array(keys.length);
  sorted.forEach((key, to) => (place[first.get(key) ?? 0] = to));
  for (let i = 0; i < fine.length; i++) fine[i] = place[fine[i]];
  return numbered(fine, sorted, size);
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
  for (let i = 0; i < ofLine.length; i++) sums[ofLine[i]] += column[i];
  return sums;
}
