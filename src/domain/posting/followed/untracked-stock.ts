import { isKeptByBatch } from "../../book/item-costing";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";
import { type Heap, heapsIn } from "./lying";

/**
 * UNTRACKED_STOCK where goods lie without a batch, or without numbers for all of them, though their item is
 * tracked so: they came in before it was; or are short there, which nothing that bears one can cover. Told at
 * the row that brought some there, or took some, last. Source: DOMAIN §5.6, §14.
 */
export function untrackedStock(ledgers: Ledgers): Finding[] {
  const { items, warehouses } = ledgers.book.masters;
  const isTracked = items.map(({ serialized }, item) => serialized || isKeptByBatch(ledgers.book, item));
  if (!isTracked.includes(true)) return [];
  return warehouses.flatMap((_, warehouse) =>
    heapsIn(ledgers, warehouse, Infinity)
      .filter((heap) => lacksNames(ledgers, heap))
      .map((heap) => told(ledgers, warehouse, heap)),
  );
}

function lacksNames({ book }: Ledgers, { item, batch, serial }: Heap): boolean {
  if (book.masters.items[item].serialized) return serial === "";
  return batch === "" && isKeptByBatch(book, item);
}

function told(ledgers: Ledgers, warehouse: number, { item, batch, qty }: Heap): Finding {
  const { book, stock, costed } = ledgers;
  const { bins, bin } = stock;
  const isOf = (move: number): boolean =>
    bins.item[bin[move]] === item &&
    bins.warehouse[bin[move]] === warehouse &&
    bins.batch[bin[move]] === batch;
  let last = stock.moves.count - 1;
  while (last > 0 && !(isOf(last) && costed.qty[last] > 0 === qty > 0)) last--;
  const column = book.masters.items[item].serialized ? "serial" : "batch";
  return finding("UNTRACKED_STOCK", placeOf(book.lines, stock.line[last], column), {
    item: book.masters.items[item].code,
    warehouse: book.masters.warehouses[warehouse].code,
    qty: figure(qty, 6),
  });
}
