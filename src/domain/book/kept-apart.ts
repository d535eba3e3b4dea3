import type { Warehouse } from "./masters";

/**
 * Whether goods in a warehouse are nobody's to promise: they wait for inspection, were rejected, or are on
 * their way. They are on hand and not available. Source: DOMAIN §1 available.
 */
export function isKeptApart({ kind }: Pick<Warehouse, "kind">): boolean {
  return kind === "inspect" || kind === "reject" || kind === "transit";
}
