import type { Book } from "../book/book";
import { NO_TYPE, NONE } from "../book/lines";
import { documentTypes } from "../documents/index";
import { type Bins, noBins } from "../ledger/bins";

/** Quantity comes in. */
export const ADD = 0;
/** Quantity goes out. */
export const TAKE = 1;
/** Quantity is, from now on, what was counted; NaN = was not counted. */
export const COUNT = 2;

/**
 * What the lines do to quantities, in business order, one number a column; quantities in 10⁻⁶ of the stock
 * unit.
 */
export interface StockEffects {
  readonly count: number;
  readonly line: Int32Array;
  readonly bin: Int32Array;
  readonly op: Uint8Array;
  readonly qty: Float64Array;
  readonly bins: Bins;
}

/** Quantities of the lines, by line: in stock units, 10⁻⁶; NaN = none. */
export interface Quantities {
  readonly base: Float64Array;
  readonly counted: Float64Array;
}

const OP_OF = {
  receive: ADD,
  "return-in": ADD,
  issue: TAKE,
  "return-out": TAKE,
  transfer: TAKE,
  count: COUNT,
} as const;

/** Takes one effect: of a line on a bin, what it does, and how much. */
export type PutEffect = (line: number, bin: number, op: number, qty: number) => void;

/** The lines whose effects are wanted, in order, and the bins that they are found in. */
export interface EffectSource {
  readonly book: Book;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly bins: Bins;
}

/**
 * Tells what each line does to the quantity of its bin; a transfer takes from one bin, then adds to another.
 * Services do nothing.
 */
export function eachEffect({ book, order, quantities, bins }: EffectSource, put: PutEffect): void {
  const { lines, masters } = book;
  const service = masters.items.map((item) => item.service);
  const ops = documentTypes.map((type) => (type.stock === "none" ? -1 : OP_OF[type.stock]));
  const transfers = documentTypes.map((type) => type.stock === "transfer");
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    const type = lines.type[line];
    const item = lines.item[line];
    const warehouse = lines.warehouse[line];
    if (type === NO_TYPE || ops[type] === -1 || item === NONE || warehouse === NONE || service[item])
      continue;
    const op = ops[type];
    const qty = op === COUNT ? quantities.counted[line] : quantities.base[line];
    if (op === COUNT ? Number.isNaN(qty) && Number.isNaN(lines.unitCost[line]) : !(qty > 0)) continue;
    put(line, bins.find(item, warehouse, lines.batch[line]), op, qty);
    if (transfers[type] && lines.toWarehouse[line] !== NONE) {
      put(line, bins.find(item, lines.toWarehouse[line], lines.batch[line]), ADD, qty);
    }
  }
}

/** The effects of the lines as columns. */
export function stockEffects(book: Book, order: Int32Array, quantities: Quantities): StockEffects {
  const bins = noBins(book);
  const room = order.length + countOf(book.lines.toWarehouse);
  const columns = {
    line: new Int32Array(room),
    bin: new Int32Array(room),
    op: new Uint8Array(room),
    qty: new Float64Array(room),
  };
  let count = 0;
  eachEffect({ book, order, quantities, bins }, (line, bin, op, qty) => {
    columns.line[count] = line;
    columns.bin[count] = bin;
    columns.op[count] = op;
    columns.qty[count++] = qty;
  });
  return { count, bins, ...columns };
}

/** How many lines name a second warehouse. */
function countOf(toWarehouse: Int32Array): number {
  let count = 0;
  for (let line = 0; line < toWarehouse.length; line++) if (toWarehouse[line] !== NONE) count++;
  return count;
}
