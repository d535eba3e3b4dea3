import type { Day } from "../kernel/day";
import type { Book } from "./book";
import { kindOn } from "./closed-figures";
import { NONE } from "./lines";
import type { Masters, Warehouse } from "./masters";

/**
 * Whether goods in a warehouse are nobody's to promise: they wait for inspection, were rejected, or are on
 * their way. They are on hand and not available. Source: DOMAIN §1 available.
 */
export function isKeptApart({ kind }: Pick<Warehouse, "kind">): boolean {
  return kind === "inspect" || kind === "reject" || kind === "transit";
}

/**
 * Whether goods in a warehouse are kept apart on a day, by the kind that it has then; of goods in none
 * nothing is.
 */
export function isApartOn(book: Pick<Book, "masters">, warehouse: number, day: Day): boolean {
  return warehouse !== NONE && isKeptApart({ kind: kindOn(book, warehouse, day) });
}

/**
 * The warehouse where goods lie that were sent on their way: the one named where it is of that kind, else the
 * first that is; -1 = none.
 */
export function sentInto({ warehouses }: Pick<Masters, "warehouses">, named: number): number {
  if (named !== NONE && warehouses[named].kind === "transit") return named;
  return warehouses.findIndex(({ kind }) => kind === "transit");
}
