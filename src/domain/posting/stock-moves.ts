import type { Book } from "../book/book";
import { NO_TYPE } from "../book/lines";
import type { CostingCode, Settings } from "../book/settings";
import {
  COUNT_GAIN,
  type CostingPolicy,
  ISSUE,
  type Moves,
  NEUTRAL_IN,
  NEUTRAL_OUT,
  type Pools,
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
import { mulDiv } from "../kernel/mul-div";
import { powerOfTen } from "../kernel/numbers";
import type { Bins } from "../ledger/bins";
import { receiptValues } from "./receipt-values";
import { ADD, COUNT, type Quantities, type StockEffects } from "./stock-effects";

/** The stock ledger before it is costed: moves in business order, each with its line and bin. */
export interface StockMoves {
  readonly moves: Moves;
  readonly pools: Pools;
  readonly bins: Bins;
  readonly line: Int32Array;
  readonly bin: Int32Array;
  /** What was there before each counted line, by line. */
  readonly bookQty: ReadonlyMap<number, number>;
}

/** What costing leaves to the book. */
export function costingPolicy(settings: Settings): CostingPolicy {
  const { moneyDecimals, shortageCost, countGainCost } = settings;
  return { moneyDecimals, shortageCost, countGainCost };
}

/**
 * The moves that the lines' effects on quantity make: receipts with what they cost, price differences of
 * invoices included, returns with what they go back to, counts as the difference to what was there. Source:
 * DOMAIN §4, §5, §7.
 */
export function stockMoves(
  book: Book,
  effects: StockEffects,
  quantities: Quantities,
  links: Links,
): StockMoves {
  const writer = new MoveWriter(book, effects, quantities, links);
  for (let effect = 0; effect < effects.count; effect++) writer.write(effect);
  return writer.finish();
}

class MoveWriter {
  private count = 0;
  private kind: Uint8Array;
  private pool: Int32Array;
  private qty: Float64Array;
  private value: Float64Array;
  private day: Int32Array;
  private line: Int32Array;
  private bin: Int32Array;
  private origin: Int32Array;
  private returns = false;
  private readonly there: Float64Array;
  private readonly bookQty = new Map<number, number>();
  /** First move of every line; null where no line refers to another. */
  private readonly moveOfLine: Int32Array | null;
  private readonly poolOfBin: Int32Array;
  private readonly pools: Pools;
  private readonly receiptValue: (line: number) => number;
  private readonly kinds: readonly number[];
  /** Quantity × unit cost is so many times the money it comes to. */
  private readonly scale: number;

  constructor(
    private readonly book: Book,
    private readonly effects: StockEffects,
    quantities: Quantities,
    private readonly links: Links,
  ) {
    const room = effects.count + 16;
    this.kind = new Uint8Array(room);
    this.pool = new Int32Array(room);
    this.qty = new Float64Array(room);
    this.value = new Float64Array(room);
    this.day = new Int32Array(room);
    this.line = new Int32Array(room);
    this.bin = new Int32Array(room);
    this.origin = new Int32Array(room);
    this.there = new Float64Array(effects.bins.item.length);
    this.moveOfLine = links.size === 0 ? null : new Int32Array(book.lines.count).fill(-1);
    const { poolOfBin, pools } = poolsOf(book, effects.bins);
    this.poolOfBin = poolOfBin;
    this.pools = pools;
    this.receiptValue = receiptValues(book, quantities, links);
    this.scale = powerOfTen(12 - book.settings.moneyDecimals);
    this.kinds = documentTypes.map((type) => kindOf(type.stock, book.settings));
  }

  write(effect: number): void {
    const { effects } = this;
    const line = effects.line[effect];
    const bin = effects.bin[effect];
    const op = effects.op[effect];
    const qty = effects.qty[effect];
    if (op === COUNT) {
      this.writeCount(line, bin, qty);
      return;
    }
    this.there[bin] += op === ADD ? qty : -qty;
    const kind = this.kinds[this.book.lines.type[line]];
    if (kind === RECEIVE) {
      const value = this.receiptValue(line);
      this.put(line, bin, Number.isNaN(value) ? RECEIVE_AT_COST : RECEIVE, qty, value);
    } else if (kind === ISSUE) this.put(line, bin, ISSUE, qty, NaN);
    else if (kind === RETURN_IN || kind === RETURN_OUT) this.writeReturn(line, bin, kind, qty);
    else if (kind === TRANSFER_OUT) this.put(line, bin, op === ADD ? TRANSFER_IN : TRANSFER_OUT, qty, NaN);
    else if (kind === NEUTRAL_OUT) this.put(line, bin, op === ADD ? NEUTRAL_IN : NEUTRAL_OUT, qty, NaN);
    else this.put(line, bin, kind, qty, NaN);
  }

  private writeReturn(line: number, bin: number, kind: number, qty: number): void {
    let rest = qty;
    for (const link of linksOf(this.links, line)) {
      const origin = this.moveOfLine?.[link.target] ?? -1;
      const part = Math.min(rest, link.qty);
      if (part <= 0 || origin === -1) continue;
      this.put(line, bin, kind, part, NaN);
      this.origin[this.count - 1] = origin;
      this.returns = true;
      rest -= part;
    }
    if (rest > 0) this.put(line, bin, kind === RETURN_IN ? RECEIVE_AT_COST : ISSUE, rest, NaN);
  }

  private writeCount(line: number, bin: number, counted: number): void {
    const there = this.there[bin];
    this.bookQty.set(line, there);
    const { value, unitCost } = this.book.lines;
    const now = Number.isNaN(counted) ? there : counted;
    this.there[bin] = now;
    const priced = Number.isNaN(value[line]) ? mulDiv(now - there, unitCost[line], this.scale) : value[line];
    if (now > there) this.put(line, bin, COUNT_GAIN, now - there, priced);
    else if (now < there) this.put(line, bin, ISSUE, there - now, NaN);
    if (!Number.isNaN(unitCost[line])) this.put(line, bin, REPRICE, 0, unitCost[line]);
  }

  private put(line: number, bin: number, kind: number, qty: number, value: number): void {
    if (this.count === this.kind.length) this.grow();
    const move = this.count++;
    this.kind[move] = kind;
    this.pool[move] = this.poolOfBin[bin];
    this.qty[move] = qty;
    this.value[move] = value;
    this.day[move] = this.book.lines.day[line];
    this.line[move] = line;
    this.bin[move] = bin;
    this.origin[move] = -1;
    if (this.moveOfLine?.[line] === -1) this.moveOfLine[line] = move;
  }

  private grow(): void {
    const room = this.kind.length * 2;
    const wider = <T extends { set(from: T): void }>(column: T, wide: T): T => (wide.set(column), wide);
    this.kind = wider(this.kind, new Uint8Array(room));
    this.pool = wider(this.pool, new Int32Array(room));
    this.qty = wider(this.qty, new Float64Array(room));
    this.value = wider(this.value, new Float64Array(room));
    this.day = wider(this.day, new Int32Array(room));
    this.line = wider(this.line, new Int32Array(room));
    this.bin = wider(this.bin, new Int32Array(room));
    this.origin = wider(this.origin, new Int32Array(room));
  }

  finish(): StockMoves {
    const { count, kind, pool, qty, value, day } = this;
    const origin = this.returns ? this.origin : null;
    const moves = { count, kind, pool, qty, value, day, origin };
    return {
      moves,
      pools: this.pools,
      bins: this.effects.bins,
      line: this.line,
      bin: this.bin,
      bookQty: this.bookQty,
    };
  }
}

function kindOf(stock: string, settings: Settings): number {
  if (stock === "receive") return RECEIVE;
  if (stock === "return-in") return settings.salesReturnCost === "original" ? RETURN_IN : RECEIVE_AT_COST;
  if (stock === "return-out") return settings.purchaseReturnCost === "original" ? RETURN_OUT : ISSUE;
  if (stock === "transfer") return settings.costingScope === "company" ? NEUTRAL_OUT : TRANSFER_OUT;
  return stock === "issue" ? ISSUE : NO_TYPE;
}

/**
 * The pool of every bin: the bin itself, or one an item and batch where the cost holds for the whole company.
 */
function poolsOf(book: Book, bins: Bins): { readonly poolOfBin: Int32Array; readonly pools: Pools } {
  const { settings, masters } = book;
  const shared = settings.costingScope === "company" ? new Map<string, number>() : null;
  const poolOfBin = new Int32Array(bins.item.length);
  const method: CostingCode[] = [];
  const fallback: number[] = [];
  bins.item.forEach((item, bin) => {
    const key = shared === null ? "" : `${String(item)}|${bins.batch[bin]}`;
    poolOfBin[bin] = shared?.get(key) ?? method.length;
    if (poolOfBin[bin] < method.length) return;
    shared?.set(key, method.length);
    method.push(masters.items[item].costing ?? settings.costing);
    fallback.push(masters.items[item].purchasePrice ?? NaN);
  });
  return { poolOfBin, pools: { count: method.length, method, fallback: Float64Array.from(fallback) } };
}
