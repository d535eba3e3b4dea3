import type { Book } from "../../book/book";
import { costingMethods } from "../../costing/index";
import { costingOn, type ItemCosting, itemCostings } from "../../book/item-costing";
import { NONE, STATUSES } from "../../book/lines";
import {
  ISSUE,
  MADE,
  NEUTRAL_IN,
  NEUTRAL_OUT,
  RECEIVE,
  RECEIVE_AT_COST,
  RETURN_IN,
  RETURN_OUT,
  REVALUE,
  TO_STANDARD,
  TRANSFER_IN,
  TRANSFER_OUT,
  UNDO_VALUE,
  VARIANCE,
} from "../../costing/moves";
import { type Links, linksOf } from "../../documents/links";
import { type Bins, noBins } from "../../ledger/bins";
import type { AddedCosts } from "./added-costs";
import { conversionsOf } from "./conversions";
import { madeAtCost } from "./made-at-cost";
import { MoveColumns } from "./move-columns";
import { poolsOf } from "./move-pools";
import { type MovePieces, movePieces } from "./move-pieces";
import { ARRIVAL, kindsOf, undoing } from "./move-kinds";
import { lateUpTo } from "./late-costs";
import { receiptValues } from "./receipt-values";
import type { LateMove, MoveSource, PlacedShare, StockMoves } from "./move-source";
import { type ShortDifferences, shortDifferences } from "./short-pools";
import { HAS_WAY } from "./stock-effects";
import { type PartBack, SupplierReturns } from "./supplier-returns";
import { ADD, COUNT, FOUND, REVALUE as REVALUE_ONLY } from "./stock-ops";
import { countMoves, revaluationMove } from "./typed-moves";

const REVERSED = STATUSES.indexOf("reversed");

/** What the moves of lines are written from. */
export interface Writing {
  readonly source: MoveSource;
  readonly added: AddedCosts;
  /** In their order. */
  readonly late: readonly PlacedShare[];
}

/** Writes the moves of lines down as columns, effect by effect, in business order. */
export class MoveWriter {
  readonly bins: Bins;
  private readonly columns: MoveColumns;
  /** What each bin holds by now. */
  private readonly there: number[] = [];
  private readonly bookQty = new Map<number, number>();
  /** First move of every line; null where no line refers to another. */
  private readonly moveOfLine: Int32Array | null;
  private readonly book: Book;
  private readonly links: Links;
  private readonly receiptValue: (line: number) => number;
  private readonly kindOf: (line: number) => number;
  private readonly costings: readonly (readonly ItemCosting[])[];
  /** Null where all shortages are restated. */
  private readonly differs: ShortDifferences | null;
  /** Bin that goods have left by the line at hand. */
  private leaving = -1;
  private readonly isMadeAtCost: (line: number) => boolean;
  private readonly source: MoveSource;
  private readonly late: readonly LateMove[];
  private lateWritten = 0;
  private readonly supplierReturns: SupplierReturns;
  private readonly pieces: MovePieces;
  private readonly writing: Writing;
  /** The moves of lines that others take back. */
  private readonly movesOfReversed = new Map<number, number[]>();

  constructor(writing: Writing) {
    const { source, added, late } = writing;
    const { book, order, links } = source;
    this.source = source;
    this.late = late.flatMap(({ moves }) => moves);
    this.writing = writing;
    this.supplierReturns = new SupplierReturns(source, added, late);
    this.book = book;
    this.links = links;
    this.bins = noBins(book);
    this.columns = new MoveColumns(order.length + 16, book.lines.day);
    this.moveOfLine = links.size === 0 ? null : new Int32Array(book.lines.count).fill(-1);
    this.receiptValue = receiptValues(source, added);
    this.costings = itemCostings(book);
    this.kindOf = kindsOf(book);
    this.differs = shortDifferences(book, this.bins);
    this.isMadeAtCost = madeAtCost(book, order);
    this.pieces = movePieces(source, this.bins);
  }

  write(line: number, bin: number, op: number, qty: number): void {
    const there = this.lying(bin);
    if (this.book.lines.reverses[line] !== NONE) {
      this.writeUndo(line, bin, op, there);
      return;
    }
    if (op === COUNT || op === FOUND) {
      this.writeCount(line, bin, op, qty);
      return;
    }
    if (op === REVALUE_ONLY) {
      this.writeRevaluation(line, bin);
      return;
    }
    this.there[bin] = op === ADD ? there + qty : there - qty;
    const kind = this.kindOf(line);
    if (kind === RECEIVE) this.writeReceipt(line, bin, qty);
    else if (kind === ISSUE) this.put(line, bin, ISSUE, qty, NaN);
    else if (kind === RETURN_IN || kind === RETURN_OUT) this.writeReturn(line, bin, kind, qty);
    else if (kind === MADE) this.writeMade(line, bin, op, qty);
    else if (kind === ARRIVAL) this.writeArrival(line, bin, op, qty);
    else if (kind === TRANSFER_OUT) this.put(line, bin, this.transferKind(line, op === ADD), qty, NaN);
    else this.put(line, bin, kind, qty, NaN);
  }

  /** What a transfer does: nothing to the cost where that holds for both warehouses. */
  private transferKind(line: number, arrives: boolean): number {
    if (this.costingOf(line).company) return arrives ? NEUTRAL_IN : NEUTRAL_OUT;
    return arrives ? TRANSFER_IN : TRANSFER_OUT;
  }

  private costingOf(line: number): ItemCosting {
    const { item, day } = this.book.lines;
    return costingOn(this.costings[item[line]], day[line]);
  }

  /** Takes back what a line moved in a bin, move by move; of what has two ends once both are known. */
  private writeUndo(line: number, bin: number, op: number, there: number): void {
    const of = this.book.lines.reverses[line];
    const own = this.ofReversed(of).filter((move) => this.columns.bin[move] === bin);
    this.there[bin] = there - own.reduce((sum, move) => sum + this.columns.signedQty(move), 0);
    if (!HAS_WAY[this.book.lines.type[line]]) {
      for (const move of own) this.undo(line, bin, move);
      return;
    }
    if (op !== ADD) {
      this.leaving = bin;
      return;
    }
    for (const sent of own.filter((move) => this.columns.bin[move + 1] === this.leaving)) {
      const qty = this.columns.qty[sent];
      const out = this.put(line, this.leaving, this.transferKind(line, false), qty, NaN);
      this.columns.from(out, sent + 1);
      this.put(line, bin, this.transferKind(line, true), qty, NaN);
    }
  }

  private ofReversed(line: number): readonly number[] {
    return this.movesOfReversed.get(line) ?? [];
  }

  private undo(line: number, bin: number, move: number): void {
    const { kind, qty } = this.columns;
    if (kind[move] === VARIANCE || kind[move] === TO_STANDARD) return;
    const undoes = undoing(kind[move]);
    this.columns.from(this.put(line, bin, undoes, undoes === UNDO_VALUE ? 0 : qty[move], NaN), move);
  }

  private writeReceipt(line: number, bin: number, qty: number): void {
    const isMade = this.isMadeAtCost(line);
    const value = isMade ? NaN : this.pieces.share(line, qty, this.receiptValue(line));
    const kind = Number.isNaN(value) ? RECEIVE_AT_COST : RECEIVE;
    this.put(line, bin, isMade ? MADE : kind, qty, value);
  }

  /**
   * Of a conversion: goods come in at what they are said to cost or what went into them, the others go out.
   */
  private writeMade(line: number, bin: number, op: number, qty: number): void {
    if (op === ADD) this.put(line, bin, MADE, qty, this.pieces.share(line, qty, this.receiptValue(line)));
    else this.put(line, bin, ISSUE, qty, NaN);
  }

  private writeReturn(line: number, bin: number, kind: number, qty: number): void {
    let rest = qty;
    for (const link of linksOf(this.links, line)) {
      const origin = this.moveOf(link.target, bin);
      const part = Math.min(rest, link.qty);
      if (part <= 0 || origin === -1) continue;
      const back = { line, target: link.target, brought: this.columns.qty[origin], qty: part };
      const parts = kind === RETURN_OUT ? this.partsBack(back) : [{ qty: part, more: NaN }];
      for (const { qty: own, more } of parts) this.columns.from(this.put(line, bin, kind, own, more), origin);
      rest -= part;
    }
    if (rest > 0) this.put(line, bin, kind === RETURN_IN ? RECEIVE_AT_COST : ISSUE, rest, NaN);
  }

  private partsBack(back: PartBack) {
    const { layered } = costingMethods[this.costingOf(back.line).method];
    return this.supplierReturns.parts({ ...back, at: this.columns.count - this.lateWritten, layered });
  }

  /** What arrives left its way as what was sent, line by line; the rest as whatever lies there. */
  private writeArrival(line: number, bin: number, op: number, qty: number): void {
    if (op !== ADD) {
      this.leaving = bin;
      return;
    }
    let rest = qty;
    for (const link of linksOf(this.links, line)) {
      const sent = this.moveOf(link.target, bin);
      const part = Math.min(rest, link.qty);
      if (part <= 0 || sent === -1) continue;
      this.columns.from(this.put(line, this.leaving, this.transferKind(line, false), part, NaN), sent + 1);
      this.put(line, bin, this.transferKind(line, true), part, NaN);
      rest -= part;
    }
    if (rest <= 0) return;
    this.put(line, this.leaving, this.transferKind(line, false), rest, NaN);
    this.put(line, bin, this.transferKind(line, true), rest, NaN);
  }

  private writeCount(line: number, bin: number, op: number, counted: number): void {
    const there = this.lying(bin);
    const now = op === FOUND ? there + counted : Number.isNaN(counted) ? there : counted;
    const was = op === FOUND ? this.source.quantities.counted[line] - counted : there;
    this.bookQty.set(line, (this.bookQty.get(line) ?? 0) + was);
    const share = (value: number): number => this.pieces.gained(line, value, (of) => this.lying(of));
    const moves = countMoves(this.book, line, { there, now, share });
    this.there[bin] = now;
    for (const { kind, qty, value } of moves) this.put(line, bin, kind, qty, value);
  }

  private writeRevaluation(line: number, bin: number): void {
    const typed = revaluationMove(this.book, line, (value) => this.pieces.part(line, value));
    if (typed === null) return;
    const move = this.put(line, bin, typed.kind, typed.qty, typed.value);
    const named = linksOf(this.links, line).at(0);
    const origin = named === undefined ? -1 : (this.moveOfLine?.[named.target] ?? -1);
    if (origin !== -1) this.columns.from(move, origin);
  }

  private lying(bin: number): number {
    return this.there.at(bin) ?? 0;
  }

  /** The move that a line made; of a line in pieces, with the same piece. */
  private moveOf(line: number, bin: number): number {
    return this.pieces.moveOf(line, bin) ?? this.moveOfLine?.[line] ?? -1;
  }

  private put(line: number, bin: number, kind: number, qty: number, value: number): number {
    if (this.lateWritten < this.late.length) this.writeLate(this.columns.count - this.lateWritten);
    const move = this.columns.put(line, bin, kind, qty, value);
    if (this.moveOfLine?.[line] === -1) this.moveOfLine[line] = move;
    this.pieces.note(line, bin, move);
    if (this.book.lines.status[line] === REVERSED)
      this.movesOfReversed.set(line, [...this.ofReversed(line), move]);
    if (this.differs !== null) this.writeVariance(move, this.differs);
    if (kind === TRANSFER_IN && this.costingOf(line).method === "standard")
      this.columns.put(line, bin, TO_STANDARD, 0, NaN);
    return move;
  }

  /** Makes room for the difference where goods come into a pool that is short of some. */
  private writeVariance(move: number, differs: ShortDifferences): void {
    const { kind, qty, bin, line, day } = this.columns;
    const from = differs({ kind: kind[move], bin: bin[move], qty: qty[move], day: day[move] });
    if (from !== null) this.columns.put(line[move], bin[move], VARIANCE, 0, from);
  }

  /** Writes what comes before the move `before` of the others. */
  private writeLate(before: number): void {
    for (; this.lateWritten < this.late.length; this.lateWritten++) {
      const { at, line, bin, value, layer } = this.late[this.lateWritten];
      if (at > before) return;
      const move = this.columns.put(line, bin, REVALUE, 0, value);
      if (layer !== -1) this.columns.from(move, layer + lateUpTo(this.late, layer));
    }
  }

  finish(): Omit<StockMoves, "credited"> {
    const { bins, bookQty, writing } = this;
    this.writeLate(Infinity);
    const { count, kind, qty, value, day, line, bin, origin } = this.columns;
    const { pool, pools } = poolsOf(this.book, { bins, bin, moves: this.columns });
    const { conversions, lateMade } = conversionsOf({ ...this.source, count, line, qty, kind }, writing.late);
    const moves = { count, kind, pool, qty, value, day, origin, conversions };
    return { moves, pools, bins, line, bin, bookQty, late: [], lateMade, beyond: writing.added.beyond };
  }
}
