import type { BomLine, Item } from "../book/masters";
import { type Finding, finding } from "../kernel/finding";

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

/**
 * BOM_LOOP on each row of the bills of materials that closes a circle, whether or not anything is made by it.
 * Source: DOMAIN §5.12.
 */
export function bomFindings({
  bom,
  items,
}: {
  readonly bom: readonly BomLine[];
  readonly items: readonly Pick<Item, "code">[];
}): readonly Finding[] {
  const linesOf = new Map<number, BomLine[]>();
  for (const line of bom) linesOf.set(line.parent, [...(linesOf.get(line.parent) ?? []), line]);
  const found: Finding[] = [];
  const done = new Set<number>();
  const visit = (item: number, way: readonly number[]): void => {
    done.add(item);
    for (const { row, child } of linesOf.get(item) ?? []) {
      const from = way.indexOf(child);
      if (from !== -1) found.push(loopFinding(row, [...way.slice(from), child]));
      else if (!done.has(child)) visit(child, [...way, child]);
    }
  };
  const loopFinding = (row: number, loop: readonly number[]): Finding => {
    const codes = loop.map((place) => items[place].code);
    const place = { table: "bom", row, rowId: null, column: "child" };
    return finding("BOM_LOOP", place, { item: codes[0], parts: codes.join(" → ") });
  };
  for (const item of linesOf.keys()) if (!done.has(item)) visit(item, [item]);
  return found;
}
