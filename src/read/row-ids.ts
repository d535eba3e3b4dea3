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

/**
 * Rows whose id stands in an earlier row, each with the first that bears it; blank ids count for nothing. An
 * open-addressed table of row numbers, as a Set of a million strings takes three times as long.
 */
export function doubledIds(ids: readonly string[]): readonly DoubledId[] {
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
