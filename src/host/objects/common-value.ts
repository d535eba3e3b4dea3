/** The value that all have; null where they differ. */
export function common<T, V>(all: Iterable<T>, of: (one: T) => V): V | null {
  let found: V | undefined;
  for (const one of all) {
    const value = of(one);
    if (found === undefined) found = value;
    else if (found !== value) return null;
  }
  return found ?? null;
}
