import type { Book } from "../book/book";
import { type Lines, NO_TYPE, NONE } from "../book/lines";
import type { DocumentType } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import type { Links } from "../documents/references";
import { comesIn } from "../documents/roles";
import { type Bins, noBins } from "../ledger/bins";
import { serialPieces } from "./serial-pieces";
import { wayFinder } from "./transit";

/** Quantity comes in. */
export const ADD = 0;
/** Quantity goes out. */
export const TAKE = 1;
/** Quantity is, from now on, what was counted; NaN = was not counted. */
export const COUNT = 2;
/** Quantity stays, its value changes. */
export const REVALUE = 3;

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

/**
 * What a line does first, by what its type does to stock; -1 = nothing; a conversion's lines by their role.
 */
const OP_OF = {
  none: -1,
  receive: ADD,
  "return-in": ADD,
  issue: TAKE,
  "return-out": TAKE,
  transfer: TAKE,
  send: TAKE,
  arrive: TAKE,
  convert: -1,
  count: COUNT,
  revalue: REVALUE,
} as const satisfies Record<DocumentType["stock"], number>;

/** Takes one effect: of a line on a bin, what it does, and how much. */
export type PutEffect = (line: number, bin: number, op: number, qty: number) => void;

/** The lines whose effects are wanted, in order, the bins that they are found in, and what they refer to. */
export interface EffectSource {
  readonly book: Book;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
  readonly bins: Bins;
}

/** By type: its first operation, whether it goes by the roles of its lines, whether it has two ends. */
const OPS = documentTypes.map(({ stock }) => OP_OF[stock]);
const CONVERTS = documentTypes.map(({ stock }) => stock === "convert");
const HAS_WAY = documentTypes.map(({ stock }) => ["transfer", "send", "arrive"].includes(stock));

/**
 * Tells what each line does to the quantity of its bin; what moves between warehouses takes from one bin,
 * then adds to another; goods that lie by serial number one by one. Services do nothing.
 */
export function eachEffect(source: EffectSource, put: PutEffect): void {
  const { book, order, quantities, bins, links } = source;
  const { lines, masters } = book;
  const service = masters.items.map((item) => item.service);
  const wayOf = wayFinder(book, links);
  const piecesOf = serialPieces(book);
  const tell = (line: number, batch: string, op: number, qty: number): void => {
    const item = lines.item[line];
    if (!HAS_WAY[lines.type[line]]) {
      put(line, bins.find(item, lines.warehouse[line], batch), op, qty);
      return;
    }
    const { from, to } = wayOf(line);
    put(line, bins.find(item, from, batch), TAKE, qty);
    if (to !== NONE) put(line, bins.find(item, to, batch), ADD, qty);
  };
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    const type = lines.type[line];
    const item = lines.item[line];
    const warehouse = lines.warehouse[line];
    if (type === NO_TYPE || item === NONE || warehouse === NONE || service[item]) continue;
    const op = CONVERTS[type] ? conversionOp(lines, line) : OPS[type];
    if (op === -1) continue;
    const qty = op === COUNT ? quantities.counted[line] : op === REVALUE ? 0 : quantities.base[line];
    if (op === COUNT ? Number.isNaN(qty) && Number.isNaN(lines.unitCost[line]) : op !== REVALUE && !(qty > 0))
      continue;
    const pieces = piecesOf(line, qty);
    if (pieces === null) tell(line, lines.batch[line], op, qty);
    else for (const { serial, qty: one } of pieces) tell(line, serial, op, one);
  }
}

function conversionOp(lines: Lines, line: number): number {
  const isIn = comesIn(lines, line);
  return isIn === null ? -1 : isIn ? ADD : TAKE;
}

/** The effects of the lines as columns. */
export function stockEffects(source: Omit<EffectSource, "bins">): StockEffects {
  const bins = noBins(source.book);
  const room = roomFor(source.book, source.order);
  const columns = {
    line: new Int32Array(room),
    bin: new Int32Array(room),
    op: new Uint8Array(room),
    qty: new Float64Array(room),
  };
  let count = 0;
  eachEffect({ ...source, bins }, (line, bin, op, qty) => {
    columns.line[count] = line;
    columns.bin[count] = bin;
    columns.op[count] = op;
    columns.qty[count++] = qty;
  });
  return { count, bins, ...columns };
}

/**
 * How many effects there are at most: two of a line that has two ends, and as many as it has serial numbers.
 */
function roomFor({ lines }: Book, order: Int32Array): number {
  let room = 0;
  for (let i = 0; i < order.length; i++) {
    const serial = lines.serial[order[i]];
    const pieces = serial === "" ? 1 : serial.split(/[;；]/).length;
    room += HAS_WAY[lines.type[order[i]]] ? 2 * pieces : pieces;
  }
  return room;
}
