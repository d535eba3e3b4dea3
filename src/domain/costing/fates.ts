import { shared } from "../kernel/shared";
import { type Conversion, comesBack, TO_STANDARD, TRANSFER_IN } from "./moves";
import { type FatePart, FateParts } from "./fate-parts";
import {
  add,
  carried,
  type FollowedMoves,
  makingsOf,
  nothing,
  type Piece,
  piecesOf,
  ratio,
  ratioOf,
  type Sum,
  weightsOf,
  wholeOf,
} from "./fate-pieces";
import { LACKED, LEFT, MORE } from "./trail";

/** Times that what reaches earlier goods is followed again. */
const MOST_ROUNDS = 50;

/** Walks from goods that came on to where they went. */
class ForwardWalk {
  private readonly parts = new FateParts();
  /** Of each event, how much of it is of the goods, as far as it has been followed. */
  private readonly qty: Float64Array;
  private readonly value: Float64Array;
  private readonly cellQty: Float64Array;
  private readonly cellValue: Float64Array;
  /** By move: how much of what it took out is of the goods; and of what it covered earlier. */
  private readonly out = new Map<number, Sum>();
  private readonly makings: ReadonlyMap<number, Conversion>;
  private readonly isCarried: Uint8Array;
  private readonly pieces: ReadonlyMap<number, readonly Piece[]>;

  constructor(
    private readonly all: FollowedMoves,
    private readonly begins: ReadonlySet<number>,
  ) {
    const { trail, cells } = all;
    this.qty = new Float64Array(trail.count);
    this.value = new Float64Array(trail.count);
    this.cellQty = new Float64Array(cells);
    this.cellValue = new Float64Array(cells);
    this.makings = makingsOf(all.moves);
    this.isCarried = carried(all);
    this.pieces = piecesOf(all);
  }

  run(): readonly FatePart[] {
    const { order, trail } = this.all;
    for (const { by, qty, value } of [...trail.covers.values()].flat()) {
      if (this.begins.has(by)) this.parts.tell({ kind: "began", move: by, cell: -1 }, { qty, value });
    }
    let again = true;
    for (let round = 0; again && round < MOST_ROUNDS; round++) {
      this.cellQty.fill(0);
      this.cellValue.fill(0);
      for (const event of order) this.visit(event);
      this.cellQty.forEach((qty, cell) => {
        this.parts.tell({ kind: "left", move: -1, cell }, { qty, value: this.cellValue[cell] });
      });
      again = order.some((event) => trail.kind[event] !== LEFT && this.newly(event) !== null);
    }
    this.tellCovering();
    this.tellBroughtToStandard();
    this.tellCircles();
    return this.parts.list();
  }

  /** What became of the goods that they were made of themselves, and what still goes round. */
  private tellCircles(): void {
    const { qty, value, order, trail } = this.all;
    const [first] = this.begins;
    for (const event of order) {
      const more = trail.kind[event] === LEFT ? null : this.newly(event);
      if (more !== null) this.parts.tell({ kind: "circle", move: first, cell: -1 }, more);
    }
    for (const move of this.begins) {
      if (comesBack(this.all.moves.kind[move])) continue;
      const whole = { qty: Math.abs(qty[move]), value: Math.abs(value[move]) };
      this.parts.tell({ kind: "circle", move, cell: -1 }, this.cameBy(move, whole));
    }
  }

  private visit(event: number): void {
    const { trail } = this.all;
    const kind = trail.kind[event];
    if (kind === LEFT) this.leave(event);
    else if (kind === MORE) this.revalue(event);
    else {
      const more = this.newly(event);
      if (more !== null) this.come(event, more);
    }
  }

  private come(event: number, more: Sum): void {
    const { trail, moves } = this.all;
    const move = trail.move[event];
    this.qty[event] += more.qty;
    this.value[event] += more.value;
    if (trail.kind[event] === LACKED) {
      this.leaveBy(move, event, more);
      return;
    }
    if (this.begins.has(move)) this.parts.tell({ kind: "began", move, cell: -1 }, more);
    else if (comesBack(moves.kind[move]) && !this.pieces.has(move)) this.comeBack(move, more);
    this.cellQty[trail.cell[event]] += more.qty;
    this.cellValue[trail.cell[event]] += more.value;
  }

  private comeBack(move: number, { qty, value }: Sum): void {
    this.parts.tell({ kind: "back", move, cell: -1 }, { qty: -qty, value: -value });
  }

  /** What came back and covered a shortage at once, some of it or all. */
  private tellCovering(): void {
    for (const [move, pieces] of this.pieces) {
      if (!comesBack(this.all.moves.kind[move]) || this.begins.has(move)) continue;
      for (const { of } of pieces) this.comeBack(move, this.pieceOf(move, of));
    }
  }

  /**
   * What goods that covered a shortage where they were sent are worth more by the standard that holds there.
   */
  private tellBroughtToStandard(): void {
    const { moves, value } = this.all;
    for (const [by, pieces] of this.pieces) {
      const change = by + 1;
      const isOther = moves.kind[by] !== TRANSFER_IN || moves.kind[change] !== TO_STANDARD;
      if (isOther || this.begins.has(by)) continue;
      const all = wholeOf(pieces);
      const sent = this.cameBy(by, { qty: all.qty, value: Math.abs(value[by]) });
      const more = this.cameBy(by, all).value - sent.value;
      this.parts.tell({ kind: "added", move: change, cell: -1 }, { qty: 0, value: more });
    }
  }

  /** How much more of an event is of the goods than has been followed so far; null = nothing. */
  private newly(event: number): Sum | null {
    const target = this.targetOf(event);
    const more = { qty: target.qty - this.qty[event], value: target.value - this.value[event] };
    return more.qty === 0 && more.value === 0 ? null : more;
  }

  private targetOf(event: number): Sum {
    const { trail } = this.all;
    const move = trail.move[event];
    if (trail.kind[event] === LACKED) return this.coveredOf(move);
    if (trail.kind[event] === MORE) return { qty: 0, value: this.value[event] };
    const whole = { qty: trail.qty[event], value: trail.value[event] };
    if (this.begins.has(move)) return whole;
    const piece = this.pieces.get(move)?.find(({ of }) => of === event);
    if (piece !== undefined) return this.pieceOf(move, event);
    const first = trail.first[event];
    if (first !== -1) return this.shareOf(first, trail.end[event], whole);
    return this.cameBy(move, whole);
  }

  /** What of goods that came of others which left is of those. */
  private shareOf(first: number, end: number, whole: Sum): Sum {
    const { trail } = this.all;
    const [all, own] = [nothing(), nothing()];
    for (let event = first; event < end; event++) {
      add(all, { qty: trail.qty[event], value: trail.value[event] });
      add(own, { qty: this.qty[event], value: this.value[event] });
    }
    return ratioOf(whole, own, all);
  }

  /** What of a shortage is covered by the goods. */
  private coveredOf(move: number): Sum {
    const { trail } = this.all;
    const sum = nothing();
    for (const cover of trail.covers.get(move) ?? []) {
      const event = -2 - cover.by;
      const part =
        cover.by < 0 ? { qty: this.qty[event], value: this.value[event] } : this.pieceOf(cover.by, cover);
      add(sum, part);
    }
    return sum;
  }

  /**
   * What of a piece of the goods that a move brought is of those followed, where some of them covered what
   * was short. A piece that is known to be of certain goods is of those; the others share the rest one after
   * the other, so that all pieces come to the whole.
   */
  private pieceOf(by: number, piece: Piece["of"]): Sum {
    const { first, end } = this.all.trail;
    const pieces = this.pieces.get(by) ?? [];
    const [known, before, after, others] = [nothing(), nothing(), nothing(), nothing()];
    for (const one of pieces) {
      if (typeof one.of === "number" && first[one.of] !== -1) {
        const share = this.shareOf(first[one.of], end[one.of], one);
        if (one.of === piece) return share;
        add(known, share);
      } else {
        if (one.of === piece) add(before, others);
        add(others, one);
        if (one.of === piece) add(after, others);
      }
    }
    const all = wholeOf(pieces);
    const came = this.begins.has(by) ? all : this.cameBy(by, all);
    const rest = { qty: came.qty - known.qty, value: came.value - known.value };
    const [until, from] = [ratioOf(after, rest, others), ratioOf(before, rest, others)];
    return { qty: until.qty - from.qty, value: until.value - from.value };
  }

  /** What of the goods that a move brought is of those followed. */
  private cameBy(move: number, whole: Sum): Sum {
    const { moves, qty, value } = this.all;
    const making = this.makings.get(move);
    if (making !== undefined) return this.madeOf(move, making, whole);
    const isReturn = comesBack(moves.kind[move]);
    const from = isReturn ? (moves.origin?.[move] ?? -1) : move - 1;
    const out = this.out.get(from);
    if ((!isReturn && moves.kind[move] !== TRANSFER_IN) || out === undefined) return { qty: 0, value: 0 };
    return ratioOf(whole, out, { qty: Math.abs(qty[from]), value: Math.abs(value[from]) });
  }

  /**
   * What of goods made of others is of those: of their value what went in, of their quantity the largest part
   * of any one component.
   */
  private madeOf(move: number, { sources, parts }: Conversion, whole: Sum): Sum {
    const { value, qty, itemOf } = this.all;
    const went = new Map<number, { own: number; all: number }>();
    let cost = 0;
    for (const source of sources) {
      const own = this.out.get(source) ?? { qty: 0, value: 0 };
      const item = went.get(itemOf(source)) ?? { own: 0, all: 0 };
      went.set(itemOf(source), { own: item.own + own.qty, all: item.all + Math.abs(qty[source]) });
      cost += own.value;
    }
    const list = parts.map((part) => part.move);
    const worths = parts.map((part) => Math.max(0, Math.abs(value[part.move]) - part.late));
    const qtys = list.map((each) => qty[each]);
    const values = shared(
      cost,
      weightsOf(
        list.map((_, at) => at),
        worths,
        qtys,
      ),
    );
    const mine = values[list.indexOf(move)];
    const largest = [...went.values()].map(({ own, all }) => ratio(whole.qty, own, all));
    return { qty: Math.max(0, ...largest), value: mine };
  }

  private leave(event: number): void {
    const { trail, afterQty, afterValue } = this.all;
    const cell = trail.cell[event];
    const there = { qty: this.cellQty[cell], value: this.cellValue[cell] };
    if (there.qty === 0 && there.value === 0) return;
    const isAll = afterQty[event] <= 0;
    const qty = isAll ? there.qty : ratio(trail.qty[event], there.qty, afterQty[event] + trail.qty[event]);
    const worth = afterValue[event] + trail.value[event];
    const value = isAll ? there.value : ratio(trail.value[event], there.value, worth);
    this.cellQty[cell] -= qty;
    this.cellValue[cell] -= value;
    this.qty[event] += qty;
    this.value[event] += value;
    if (trail.move[event] !== -1) this.leaveBy(trail.move[event], event, { qty, value });
  }

  private leaveBy(move: number, event: number, { qty, value }: Sum): void {
    const out = this.out.get(move) ?? { qty: 0, value: 0 };
    this.out.set(move, { qty: out.qty + qty, value: out.value + value });
    this.parts.tell({ kind: this.isCarried[event] === 1 ? "passed" : "out", move, cell: -1 }, { qty, value });
  }

  private revalue(event: number): void {
    const { trail, afterQty } = this.all;
    const cell = trail.cell[event];
    if (this.cellQty[cell] === 0 || afterQty[event] <= 0) return;
    const value = ratio(trail.value[event], this.cellQty[cell], afterQty[event]);
    this.cellValue[cell] += value;
    this.parts.tell({ kind: "added", move: trail.move[event], cell: -1 }, { qty: 0, value });
  }
}

/** Where the goods went that some moves brought. Source: DOMAIN §3.3 成本耗用, CONTRACT §5 lineage. */
export function fatesOf(all: FollowedMoves, begins: ReadonlySet<number>): readonly FatePart[] {
  return new ForwardWalk(all, begins).run();
}
