import { isKeptBySerial } from "../book/item-costing";
import type { Day } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import type { Ledgers } from "./ledgers";

/**
 * Goods that lie in a warehouse as one heap: of an item, of a batch or a serial number where it is kept by
 * one.
 */
export interface Heap {
  readonly item: number;
  /** "" = none. */
  readonly batch: string;
  readonly serial: string;
  /** 10⁻⁶ of the stock unit; below 0 where more left than was there. */
  readonly qty: number;
}

/**
 * What lies in a warehouse at the end of a day, by the items' own bins, then by code and batch; heaps of
 * nothing are left out. Source: DOMAIN §7.
 */
export function heapsIn(ledgers: Ledgers, warehouse: number, asOf: Day): readonly Heap[] {
  const { book, stock, costed } = ledgers;
  const { bins } = stock;
  const qty = new Float64Array(bins.item.length);
  for (let move = 0; move < stock.moves.count; move++)
    if (book.lines.day[stock.line[move]] <= asOf) qty[stock.bin[move]] += costed.qty[move];
  const heaps = Array.from(qty, (units, bin): Heap & { readonly warehouse: number } => {
    const bySerial = isKeptBySerial(book, bins.item[bin]);
    const name = bins.batch[bin];
    const named = { batch: bySerial ? "" : name, serial: bySerial ? name : "" };
    return { item: bins.item[bin], ...named, qty: units, warehouse: bins.warehouse[bin] };
  });
  const { items } = book.masters;
  const place = ({ item }: Heap): string => items[item].bin;
  return heaps
    .filter((heap) => heap.warehouse === warehouse && heap.qty !== 0)
    .sort(
      (a, b) =>
        byCodeUnit(place(a), place(b)) ||
        byCodeUnit(items[a.item].code, items[b.item].code) ||
        byCodeUnit(a.batch + a.serial, b.batch + b.serial),
    );
}
