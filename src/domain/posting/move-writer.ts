import type { Book } from "../book/book";
import { costingOn, type ItemCosting, itemCostings } from "../book/item-costing";
import { NO_TYPE } from "../book/lines";
import type { Settings } from "../book/settings";
import {
  COUNT_GAIN,
  ISSUE,
  NEUTRAL_IN,
  NEUTRAL_OUT,
  RECEIVE,
  RECEIVE_AT_COST,
  REPRICE,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "../costing/moves";
import { documentTypes } from "../documents/index";
import { type Links, linksOf } from "../documents/references";
import { factorOf } from "../documents/stock-quantity";
import { mulDiv } from "../kernel/mul-div";
import { LARGEST, powerOfTen, QUANTITY_SCALE } from "../kernel/numbers";
import { type Bins, noBins } from "../ledger/bins";
import { poolsOf } from "./move-pools";
import { receiptValues } from "./receipt-values";
import { ADD, COUNT } from "./stock-effects";
import type { MoveSource, StockMoves } from "./move-source";

/** Writes the moves of lines down as columns, effect by effect, in business order. */
export class MoveWriter {
  readonly bins: Bins;
  private count = 0;
  private kind: Uint8Array;
  private qty: Float64Array;
  private value: Float64Array;
  private day: Int32Array;
  private line: Int32Array;
  private bin: Int32Array;
  /** Null until something is returned. */
  private origin: Int32Array | null = null;
  /** What each bin holds by now. */
  private readonly there: number[] = [];
  private readonly bookQty = new Map<number, number>();
  /** First move of every line; null where no line refers to another. */
  private readonly moveOfLine: Int32Array | null;
  private readonly book: Book;
  private readonly links: Links;
  private readonly receiptValue: (line: number) => number;
  private readonly kinds: readonly number[];
  private readonly costings: readonly (readonly ItemCosting[])[];
  /** Money in 10⁻⁶ is so many times the money it comes to. */
  private readonly scale: number;

  constructor({ book, order, quantities, links }: MoveSource) {
    const room = order.length + 16;
    this.book = book;
    this.links = links;
    this.bins = noBins(book);
    this.kind = new Uint8Array(room);
    this.qty = new Float64Array(room);
    this.value = new Float64Array(room);
    this.day = new Int32Array(room);
    this.line = new Int32Array(room);
    this.bin = new Int32Array(room);
    this.moveOfLine = links.size === 0 ? null : new Int32Array(book.lines.count).fill(-1);
    this.receiptValue = receiptValues(book, quantities, links);
    this.costings = itemCostings(book);
    this.scale = powerOfTen(6 - book.settings.moneyDecimals);
    this.kinds = documentTypes.map((type) => kindOf(type.stock, book.settings));
  }

  write(line: number, bin: number, op: number, qty: number): void {
    const there = bin < this.there.length ? this.there[bin] : 0;
    if (op === COUNT) {
      this.writeCount(line, bin, qty, there);
      return;
    }
    this.there[bin] = op === ADD ? there + qty : there - qty;
    const kind = this.kinds[this.book.lines.type[line]];
    if (kind === RECEIVE) {
      const value = this.receiptValue(line);
      this.put(line, bin, Number.isNaN(value) ? RECEIVE_AT_COST : RECEIVE, qty, value);
    } else if (kind === ISSUE) this.put(line, bin, ISSUE, qty, NaN);
    else if (kind === RETURN_IN || kind === RETURN_OUT) this.writeReturn(line, bin, kind, qty);
    else if (kind === TRANSFER_OUT) this.put(line, bin, this.transferKind(line, op === ADD), qty, NaN);
    else this.put(line, bin, kind, qty, NaN);
  }

  /** What a transfer does: nothing to the cost where that holds for both warehouses. */
  private transferKind(line: number, arrives: boolean): number {
    const { item, day } = this.book.lines;
    const { company } = costingOn(this.costings[item[line]], day[line]);
    if (company) return arrives ? NEUTRAL_IN : NEUTRAL_OUT;
    return arrives ? TRANSFER_IN : TRANSFER_OUT;
  }

  private writeReturn(line: number, bin: number, kind: number, qty: number): void {
    let rest = qty;
    for (const link of linksOf(this.links, line)) {
      const origin = this.moveOfLine?.[link.target] ?? -1;
      const part = Math.min(rest, link.qty);
      if (part <= 0 || origin === -1) continue;
      this.put(line, bin, kind, part, NaN);
      this.origin ??= new Int32Array(this.kind.length).fill(-1);
      this.origin[this.count - 1] = origin;
      rest -= part;
    }
    if (rest > 0) this.put(line, bin, kind === RETURN_IN ? RECEIVE_AT_COST : ISSUE, rest, NaN);
  }

  private writeCount(line: number, bin: number, counted: number, there: number): void {
    this.bookQty.set(line, there);
    const { value } = this.book.lines;
    const now = Number.isNaN(counted) ? there : counted;
    this.there[bin] = now;
    const { price, qty } = unitPrice(this.book, line);
    const worth = Number.isNaN(value[line]) ? mulDiv(now - there, price, qty * this.scale) : value[line];
    if (now > there) this.put(line, bin, COUNT_GAIN, now - there, worth);
    else if (now < there) this.put(line, bin, ISSUE, there - now, NaN);
    if (!Number.isNaN(price)) this.put(line, bin, REPRICE, qty, price);
  }

  private put(line: number, bin: number, kind: number, qty: number, value: number): void {
    if (this.count === this.kind.length) this.grow();
    const move = this.count++;
    this.kind[move] = kind;
    this.qty[move] = qty;
    this.value[move] = value;
    this.day[move] = this.book.lines.day[line];
    this.line[move] = line;
    this.bin[move] = bin;
    if (this.moveOfLine?.[line] === -1) this.moveOfLine[line] = move;
  }

  private grow(): void {
    const room = this.kind.length * 2;
    const wider = <T extends { set(from: T): void }>(column: T, wide: T): T => (wide.set(column), wide);
    this.kind = wider(this.kind, new Uint8Array(room));
    this.qty = wider(this.qty, new Float64Array(room));
    this.value = wider(this.value, new Float64Array(room));
    this.day = wider(this.day, new Int32Array(room));
    this.line = wider(this.line, new Int32Array(room));
    this.bin = wider(this.bin, new Int32Array(room));
    if (this.origin !== null) this.origin = wider(this.origin, new Int32Array(room).fill(-1));
  }

  finish(): StockMoves {
    const { count, kind, qty, value, day, line, bin, bins, bookQty, origin } = this;
    const { pool, pools } = poolsOf(this.book, bins, bin);
    return { moves: { count, kind, pool, qty, value, day, origin }, pools, bins, line, bin, bookQty };
  }
}

/**
 * The unit cost of a counted line as a price (10⁻⁶) for so much of the stock (10⁻⁶): what it says of the unit
 * typed, exactly, unless the unit is so large or small that the price of one stock unit must do.
 */
function unitPrice(book: Book, line: number): { readonly price: number; readonly qty: number } {
  const unitCost = book.lines.unitCost[line];
  const factor = Number.isNaN(unitCost) ? null : factorOf(book, line);
  if (factor === null) return { price: unitCost, qty: QUANTITY_SCALE };
  const price = unitCost * factor.denominator;
  const qty = factor.numerator * QUANTITY_SCALE;
  const isExact = price <= LARGEST && qty * powerOfTen(6) <= LARGEST;
  if (isExact) return { price, qty };
  return { price: mulDiv(unitCost, factor.denominator, factor.numerator), qty: QUANTITY_SCALE };
}

function kindOf(stock: string, settings: Settings): number {
  if (stock === "receive") return RECEIVE;
  if (stock === "return-in") return settings.salesReturnCost === "original" ? RETURN_IN : RECEIVE_AT_COST;
  if (stock === "return-out") return settings.purchaseReturnCost === "original" ? RETURN_OUT : ISSUE;
  if (stock === "transfer") return TRANSFER_OUT;
  return stock === "issue" ? ISSUE : NO_TYPE;
}
