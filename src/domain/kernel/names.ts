/**
 * Codes or words seen so far, each with a small whole number of its own, counted from 0 in the order first
 * seen.
 */
export interface Names {
  readonly list: readonly string[];
  /** The number of a name, given one where it has none. */
  add(name: string): number;
  /** The number of a name, or -1. */
  find(name: string): number;
}

/** A new, empty list of names. */
export function names(initial: readonly string[] = []): Names {
  const list: string[] = [];
  const index = new Map<string, number>();
  const add = (name: string): number => {
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, list.length);
    return list.push(name) - 1;
  };
  initial.forEach(add);
  return { list, add, find: (name) => index.get(name) ?? -1 };
}

/** Compares by UTF-16 code unit: -1, 0 or 1; the order of codes everywhere in the product. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
