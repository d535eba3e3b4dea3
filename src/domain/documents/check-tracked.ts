import { isKeptByBatch, isKeptBySerial } from "../book/item-costing";
import type { Book } from "../book/book";
import { serialsIn } from "../book/serials";
import { type Drafting, note } from "./drafting";

/** What keeps apart the pieces of an item. */
interface Tracking {
  readonly batch: boolean;
  readonly serial: boolean;
}

/** Whether the batch and the serial numbers of an item's rows say anything of its goods. */
export function trackingOf(book: Book, item: number): Tracking {
  const { batched, serialized } = book.masters.items[item];
  return { batch: isKeptBySerial(book, item) ? batched : isKeptByBatch(book, item), serial: serialized };
}

/**
 * Notes what tells goods apart in a row that moves them: REQUIRED where goods that lie by batch, or by serial
 * number, name none; NOT_TRACKED where a row names one that is not looked at; SERIAL_TWICE. Source: DOMAIN
 * §5.6, §14.
 */
export function checkTracked(drafting: Drafting, line: number): void {
  const { book } = drafting;
  const { lines, masters } = book;
  const item = lines.item[line];
  const tracked = trackingOf(book, item);
  const required = { batch: tracked.batch, serial: isKeptBySerial(book, item) };
  for (const column of ["serial", "batch"] as const) {
    const value = lines[column][line];
    if (value === "" && required[column]) note(drafting, "REQUIRED", { line, column });
    if (value === "" || tracked[column]) continue;
    const facts = { item: masters.items[item].code, batch: null, serial: null, [column]: value };
    note(drafting, "NOT_TRACKED", { line, column, facts });
  }
  if (tracked.serial) checkPieces(drafting, line);
}

/** Each piece that a row names has a number of its own. */
function checkPieces(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  if (!/[;；]/.test(lines.serial[line])) return;
  const serials = serialsIn(lines.serial[line]);
  const twice = serials.find((serial, at) => serials.indexOf(serial) !== at);
  if (twice === undefined) return;
  const facts = { item: masters.items[lines.item[line]].code, serial: twice };
  note(drafting, "SERIAL_TWICE", { line, column: "serial", facts });
}
