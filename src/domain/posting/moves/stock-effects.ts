import type { Book } from "../../book/book";
import { type Lines, NO_TYPE, NONE } from "../../book/lines";
import type { DocumentType } from "../../documents/document-type";
import { documentTypes } from "../../documents/index";
import { type Links, linksOf } from "../../documents/links";
import { comesIn, isJobDifference } from "../../documents/roles";
import { type Bins, noBins } from "../../ledger/bins";
import { serialPieces } from "./serial-pieces";
import { countingPieces } from "./serial-places";
import { ADD, COUNT, type PutEffect, REVALUE, TAKE, UNCOUNT } from "./stock-ops";
import { type Way, wayFinder } from "./transit";

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

/** The lines whose effects are wanted, in order, the bins that they are found in, and what they refer to. */
export interface EffectSource {
  readonly book: Book;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
  readonly bins: Bins;
}

/** What takes back an operation. */
const UNDOES = [TAKE, ADD, UNCOUNT, REVALUE, -1];

/** By type: its first operation, whether it goes by the roles of its lines, whether it has two ends. */
const OPS = documentTypes.map(({ stock }) => OP_OF[stock]);
const CONVERTS = documentTypes.map(({ stock }) => stock === "convert");
/** By type: whether it moves goods between two places. */
export const HAS_WAY = documentTypes.map(({ stock }) => ["transfer", "send", "arrive"].includes(stock));

/**
 * Tells what each line does to the quantity of its bin; what moves between warehouses takes from one bin,
 * then adds to another; goods that lie by serial number one by one, and so are those counted by it. A line
 * that takes another back does the contrary of what that did, where that did it. Services do nothing.
 */
export function eachEffect(source: EffectSource, take: PutEffect): void {
  const { book, order, quantities, bins, links } = source;
  const put = countingPieces(book, bins, take);
  const { lines, masters } = book;
  const service = masters.items.map((item) => item.service);
  const wayOf = wayFinder(book, links);
  const piecesOf = serialPieces(book);
  // what a job's goods cost more is shared out by where they are
  const isShared = (line: number): boolean =>
    linksOf(links, line).some(({ target }) => isJobDifference(lines, line, target));
  const tell = (line: number, batch: string, op: number, qty: number): void => {
    const of = originOf(lines, line);
    const item = lines.item[of];
    if (!HAS_WAY[lines.type[of]]) {
      put(line, bins.find(item, lines.warehouse[of], batch), op, qty);
      return;
    }
    const { from, to } = of === line ? wayOf(of) : turned(wayOf(of));
    if (from !== NONE) put(line, bins.find(item, from, batch), TAKE, qty);
    if (to !== NONE) put(line, bins.find(item, to, batch), ADD, qty);
  };
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    const of = originOf(lines, line);
    const type = lines.type[of];
    const item = lines.item[of];
    if (type === NO_TYPE || item === NONE || lines.warehouse[of] === NONE || service[item]) continue;
    const does = CONVERTS[type] ? conversionOp(lines, of) : OPS[type];
    if (does === -1) continue;
    const qty = effectQty(quantities, of, does);
    if (isIdle(book, of, { op: does, qty }) || isShared(of)) continue;
    const op = of === line ? does : UNDOES[does];
    const pieces = piecesOf(of, qty);
    if (pieces === null) tell(line, lines.batch[of], op, op === UNCOUNT ? NaN : qty);
    else for (const { serial, qty: one } of pieces) tell(line, serial, op, op === UNCOUNT ? NaN : one);
  }
}

/** The line whose effects a line has: the one that it takes back, else itself. */
function originOf({ reverses }: Lines, line: number): number {
  return reverses[line] === NONE ? line : reverses[line];
}

function turned({ from, to }: Way): Way {
  return { from: to, to: from };
}

function effectQty({ base, counted }: Quantities, line: number, op: number): number {
  if (op === REVALUE) return 0;
  return op === COUNT ? counted[line] : base[line];
}

/** Nothing was counted or priced; nothing moves. */
function isIdle(
  { lines }: Book,
  line: number,
  { op, qty }: { readonly op: number; readonly qty: number },
): boolean {
  if (op === COUNT) return Number.isNaN(qty) && Number.isNaN(lines.unitCost[line]);
  return op !== REVALUE && !(qty > 0);
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
    const serial = lines.serial[originOf(lines, order[i])];
    const pieces = serial === "" ? 1 : serial.split(/[;；]/).length;
    room += HAS_WAY[lines.type[order[i]]] ? 2 * pieces : pieces;
  }
  return room;
}
