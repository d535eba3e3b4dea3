import type { Batch, Bin, BomLine } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Lookup } from "./cells/cell-column";
import { filledRows, memberRows, numberAt, placeAt, priceAt, textAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

const DECIMALS = 6;

/** What products are made of, in the order of the sheet. Raises REQUIRED and DUPLICATE_KEY. */
export function readBom(source: Source | null, items: Lookup, found: Finding[]): readonly BomLine[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    parent: columns.codes("parent", items),
    child: columns.codes("child", items),
    qty: columns.amounts("qty", DECIMALS),
    scrap: columns.rates("scrapRate"),
  });
  const rows = filledRows(columns, [
    { id: "parent", isBlank: (row) => read.parent[row] === NONE },
    { id: "child", isBlank: (row) => read.child[row] === NONE },
    { id: "qty", isBlank: (row) => Number.isNaN(read.qty[row]) },
  ]);
  return rows.map((row) => ({
    row: row + 1,
    parent: placeAt(read.parent, row),
    child: placeAt(read.child, row),
    qty: numberAt(read.qty, row),
    scrapRate: priceAt(read.scrap, row),
  }));
}

/** The batches by item, with their dates. Raises REQUIRED and DUPLICATE_KEY. */
export function readBatches(
  source: Source | null,
  { items, partners }: { readonly items: Lookup; readonly partners: Lookup },
  found: Finding[],
): readonly Batch[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    item: columns.codes("item", items),
    batches: columns.texts("batch"),
    produced: columns.days("produced"),
    expires: columns.days("expires"),
    supplier: columns.codes("supplier", partners),
  });
  const keys = read.batches.map((batch, row) => (batch === "" ? "" : `${String(read.item[row])} ${batch}`));
  const rows = memberRows(columns, { id: "batch", keys, names: read.batches });
  return rows
    .filter((row) => read.item[row] !== NONE)
    .map((row) => ({
      item: placeAt(read.item, row),
      batch: textAt(read.batches, row),
      row: row + 1,
      produced: placeAt(read.produced, row),
      expires: placeAt(read.expires, row),
      supplier: placeAt(read.supplier, row),
    }));
}

/** The shelves of the warehouses. Raises REQUIRED and DUPLICATE_KEY. */
export function readBins(source: Source | null, warehouses: Lookup, found: Finding[]): readonly Bin[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    warehouse: columns.codes("warehouse", warehouses),
    bins: columns.texts("bin"),
    order: columns.amounts("pickOrder", 0),
    capacity: columns.amounts("capacity", DECIMALS),
  });
  const keys = read.bins.map((bin, row) => (bin === "" ? "" : `${String(read.warehouse[row])} ${bin}`));
  return memberRows(columns, { id: "bin", keys, names: read.bins }).map((row) => ({
    warehouse: placeAt(read.warehouse, row),
    bin: textAt(read.bins, row),
    pickOrder: numberAt(read.order, row),
    capacity: numberAt(read.capacity, row),
  }));
}
