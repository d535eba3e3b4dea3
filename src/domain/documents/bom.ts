import type { BomLine } from "../book/masters";

/**
 * The items by which an item is, in the end, made of itself, from it to it again; null where it is not.
 * Source: DOMAIN §5.12.
 */
export function loopIn(bom: readonly BomLine[], item: number): readonly number[] | null {
  const childrenOf = new Map<number, number[]>();
  for (const { parent, child } of bom) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), child]);
  const seen = new Set<number>();
  const wayTo = (at: number, way: readonly number[]): readonly number[] | null => {
    for (const child of childrenOf.get(at) ?? []) {
      if (child === item) return [...way, child];
      if (seen.has(child)) continue;
      seen.add(child);
      const found = wayTo(child, [...way, child]);
      if (found !== null) return found;
    }
    return null;
  };
  return wayTo(item, [item]);
}
