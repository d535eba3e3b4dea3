const FREE = -1;

function spread(id: string): number {
  let hash = id.length;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The slot of an id in a table of row numbers: the one that holds its row, or the free one where it would go.
 */
function slotOf(id: string, ids: readonly string[], slots: Int32Array): number {
  const mask = slots.length - 1;
  let slot = spread(id) & mask;
  while (slots[slot] !== FREE && ids[slots[slot] ?? 0] !== id) slot = (slot + 1) & mask;
  return slot;
}

/** A row whose id stands in an earlier one. */
export interface DoubledId {
  readonly row: number;
  readonly first: number;
}

function doubledAnywhere(ids: readonly string[]): readonly DoubledId[] {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(ids.length * 2 + 2))).fill(FREE);
  const doubled: DoubledId[] = [];
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] ?? "";
    if (id === "") continue;
    const slot = slotOf(id, ids, slots);
    const first = slots[slot] ?? FREE;
    if (first === FREE) slots[slot] = row;
    else doubled.push({ row, first });
  }
  return doubled;
}

/** Where one table begins and ends among the ids of all. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** True where the ids of a table stand in ascending order, as in one that was only ever appended to. */
function ascends(ids: readonly string[], { from, to }: Span): boolean {
  let last = "";
  for (let row = from; row < to; row++) {
    const id = ids[row] ?? "";
    if (id === "") continue;
    if (id <= last) return false;
    last = id;
  }
  return true;
}

/** The ascending ids of two tables gone through side by side: true where they share one. */
function shareOne(ids: readonly string[], one: Span, other: Span): boolean {
  let row = one.from;
  let next = other.from;
  while (row < one.to && next < other.to) {
    const a = ids[row];
    const b = ids[next];
    if (a === b && a !== "") return true;
    if (a === "" || a < b) row++;
    else next++;
  }
  return false;
}

/**
 * Rows whose id stands in an earlier row, each with the first that bears it; blank ids count for nothing.
 * `offsets` say where tables begin and end. Tables whose ids ascend are compared side by side, which is
 * quick; else an open-addressed table of row numbers finds them, as a Set of a million strings takes three
 * times as long.
 */
export function doubledIds(ids: readonly string[], offsets: readonly number[]): readonly DoubledId[] {
  const spans = offsets.slice(1).map((to, i): Span => ({ from: offsets[i] ?? 0, to }));
  const ordered = spans.every((span) => ascends(ids, span));
  const apart =
    ordered && !spans.some((one, i) => spans.slice(i + 1).some((other) => shareOne(ids, one, other)));
  return apart ? [] : doubledAnywhere(ids);
}
