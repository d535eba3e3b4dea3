import { byCodeUnit, names } from "../kernel/names";
import type { Book } from "../book/book";
import { isKeptByBatch } from "../book/item-costing";

/** Above so many item × warehouse places the bins are found in a map instead of a table. */
const DENSE_PLACES = 16_000_000;

/** Where stock of one kind lies: item, warehouse and, for an item kept by batch, its batch. */
export interface Bins {
  readonly item: number[];
  readonly warehouse: number[];
  /** "" = not kept by batch. */
  readonly batch: string[];
  /** The number of the bin, made where there is none yet. */
  find(item: number, warehouse: number, batch: string): number;
}

/** No bins yet. */
export function noBins(book: Pick<Book, "masters" | "settings">): Bins {
  const { masters } = book;
  const isKept = masters.items.map((_, item) => isKeptByBatch(book, item));
  const width = Math.max(1, masters.warehouses.length);
  const places = masters.items.length * width;
  const dense = places <= DENSE_PLACES ? new Int32Array(places).fill(-1) : null;
  const sparse = new Map<number, number>();
  const batches = names([""]);
  const item: number[] = [];
  const warehouse: number[] = [];
  const batch: string[] = [];
  const add = (anItem: number, aWarehouse: number, aBatch: string): number => {
    item.push(anItem);
    warehouse.push(aWarehouse);
    return batch.push(aBatch) - 1;
  };
  const byMap = (anItem: number, aWarehouse: number, aBatch: string): number => {
    const key = batches.add(aBatch) * places + anItem * width + aWarehouse;
    const known = sparse.get(key);
    if (known !== undefined) return known;
    const bin = add(anItem, aWarehouse, aBatch);
    sparse.set(key, bin);
    return bin;
  };
  const find = (anItem: number, aWarehouse: number, aBatch: string): number => {
    const kept = aBatch !== "" && isKept[anItem] ? aBatch : "";
    if (dense === null || kept !== "") return byMap(anItem, aWarehouse, kept);
    const place = anItem * width + aWarehouse;
    if (dense[place] === -1) dense[place] = add(anItem, aWarehouse, "");
    return dense[place];
  };
  return { item, warehouse, batch, find };
}

/** Orders bins of one item by the code of their warehouse, then by batch. */
export function byPlaceOf(
  { masters: { warehouses } }: Pick<Book, "masters">,
  { warehouse, batch }: Pick<Bins, "warehouse" | "batch">,
): (a: number, b: number) => number {
  const code = (bin: number): string => warehouses[warehouse[bin]].code;
  return (a, b) => byCodeUnit(code(a), code(b)) || byCodeUnit(batch[a], batch[b]);
}
