import type { Book } from "../../book/book";
import { isKeptBySerial } from "../../book/item-costing";
import { serialsIn } from "../../book/serials";
import { QUANTITY_SCALE } from "../../kernel/numbers";

/** One piece of a line whose goods lie by serial number, each as if it were a batch. */
export interface SerialPiece {
  readonly serial: string;
  /**
   * 10⁻⁶ of the stock unit: one, none where it was counted and is not there, NaN where it was not counted.
   */
  readonly qty: number;
}

/**
 * The pieces of a line with so much of an item that lies by serial number: one a number; null where the item
 * does not, or the numbers are not as many as the goods.
 */
export function serialPieces(book: Book): (line: number, qty: number) => readonly SerialPiece[] | null {
  const { lines, masters } = book;
  const bySerial = masters.items.map((_, item) => isKeptBySerial(book, item));
  if (!bySerial.includes(true)) return () => null;
  return (line, qty) => {
    if (!bySerial[lines.item[line]] || lines.serial[line] === "") return null;
    const serials = serialsIn(lines.serial[line]);
    if (serials.length === 0 || (qty > 0 && qty !== serials.length * QUANTITY_SCALE)) return null;
    return serials.map((serial) => ({ serial, qty: qty / serials.length }));
  };
}
