import { isKeptBySerial } from "../../book/item-costing";
import type { Day } from "../../kernel/day";
import { byCodeUnit } from "../../kernel/names";
import { QUANTITY_SCALE } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";
import { SerialPlaces } from "../moves/serial-places";
import { eachEffect } from "../moves/stock-effects";

type SerialsByBin = ReadonlyMap<number, readonly string[]>;

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
 * The serial numbers that lie in each bin at the end of a day, of goods that lie together whatever they are.
 */
function piecesIn({ book, order, quantities, links, stock }: Ledgers, asOf: Day): SerialsByBin {
  const { items } = book.masters;
  if (!items.some(({ serialized }, item) => serialized && !isKeptBySerial(book, item))) return new Map();
  const { bins } = stock;
  const places = new SerialPlaces(book, bins);
  const until = order.filter((line) => book.lines.day[line] <= asOf);
  eachEffect({ book, order: until, quantities, links, bins }, (line, bin, op) => {
    if (!items[bins.item[bin]].serialized || isKeptBySerial(book, bins.item[bin])) return;
    for (const move of places.movesOf(line, bin, op)) places.move(bin, move);
  });
  return places.lying();
}

/**
 * What lies in a warehouse at the end of a day, by the items' own bins, then by code and batch; heaps of
 * nothing are left out. Of goods with serial numbers a heap each, where the numbers known account for all
 * that lies there.
 * Source: DOMAIN §7.
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
  const numbered = piecesIn(ledgers, asOf);
  const { items } = book.masters;
  const place = ({ item }: Heap): string => items[item].bin;
  return heaps
    .flatMap((heap, bin) => {
      if (heap.warehouse !== warehouse || heap.qty === 0) return [];
      const serials = numbered.get(bin) ?? [];
      if (serials.length * QUANTITY_SCALE !== heap.qty) return [heap];
      return serials.map((serial) => ({ ...heap, serial, qty: QUANTITY_SCALE }));
    })
    .sort(
      (a, b) =>
        byCodeUnit(place(a), place(b)) ||
        byCodeUnit(items[a.item].code, items[b.item].code) ||
        byCodeUnit(a.batch + a.serial, b.batch + b.serial),
    );
}
