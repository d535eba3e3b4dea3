import { mulDiv } from "../kernel/mul-div";
import { shared } from "../kernel/shared";
import { type coveringBy, type PartLeft } from "./covering";
import { lateOf, type Sum, weightsOf } from "./fate-pieces";
import { BIN_SIGNS, comesBack, type Conversion, type Moves, TRANSFER_IN, TRANSFER_OUT } from "./moves";
import { CAME, type Followed, LACKED, LEFT } from "./trail";

/** Times that what comes of later goods is followed again; what circles longer is told as such. */
const MOST_ROUNDS = 200;

/**
 * What a cost is made of. `came` goods at a cost of their own; `added` a later change of their value,
 * or of goods made what came late while they were in production;
 * `labour` of what was made; `estimate` a shortage that keeps what it was booked at; `lacking` one not
 * covered yet; `circle` goods that came of themselves. `passed` is no part of the cost: a transfer or making
 * or return that it came through.
 */
export type OriginKind = "came" | "added" | "labour" | "estimate" | "lacking" | "circle" | "passed";

/** Moves with what happened to their goods. */
export interface TracedMoves extends Followed {
  readonly moves: Moves;
  /** What each move came to, signed. */
  readonly qty: Float64Array;
  readonly value: Float64Array;
}

/** One origin, and whether it was told of in more than one round, the last of them. */
export interface Told extends Sum {
  readonly kind: OriginKind;
  readonly move: number;
  isAgain: boolean;
  round: number;
}

/** Walks from a cost back to what it is made of. */
export class BackWalk {
  private readonly found = new Map<string, Told>();
  /** Of what left by each event, and of what lies in each cell, how much is of the cost asked for. */
  private readonly leftQty: Float64Array;
  private readonly leftValue: Float64Array;
  private readonly cellQty: Float64Array;
  private readonly cellValue: Float64Array;
  private place = Infinity;
  /** Where the next round begins; -1 = there is none. */
  private next = -1;
  private rounds = 0;

  constructor(
    private readonly traced: TracedMoves,
    private readonly makings: ReadonlyMap<number, Conversion>,
    private readonly coveringOf: ReturnType<typeof coveringBy>,
  ) {
    const { trail, cells } = traced;
    this.leftQty = new Float64Array(trail.count);
    this.leftValue = new Float64Array(trail.count);
    this.cellQty = new Float64Array(cells);
    this.cellValue = new Float64Array(cells);
  }

  /** The origins of what a move took out, or brought in. */
  of(move: number, qty: number, value: number): readonly Told[] {
    if (this.traced.leaving.has(move)) this.leave(move, { qty, value });
    else this.arrive(move, { qty, value });
    while (this.next !== -1 && this.rounds < MOST_ROUNDS) this.round();
    this.tellCircles(move);
    return [...this.found.values()];
  }

  private round(): void {
    const { order } = this.traced;
    const start = this.next;
    this.next = -1;
    this.rounds++;
    for (this.place = start; this.place >= 0; this.place--) this.visit(order[this.place]);
    this.place = Infinity;
  }

  private visit(event: number): void {
    const { trail } = this.traced;
    const kind = trail.kind[event];
    if (kind === LEFT || kind === LACKED) {
      const [qty, value] = [this.leftQty[event], this.leftValue[event]];
      this.leftQty[event] = 0;
      this.leftValue[event] = 0;
      if (qty === 0 && value === 0) return;
      if (kind === LACKED) this.lacked(event, { qty, value });
      else {
        this.cellQty[trail.cell[event]] += qty;
        this.cellValue[trail.cell[event]] += value;
      }
      return;
    }
    const part = this.partOf(event);
    if (part.qty === 0 && part.value === 0) return;
    this.cellQty[trail.cell[event]] -= part.qty;
    this.cellValue[trail.cell[event]] -= part.value;
    const first = trail.first[event];
    if (kind !== CAME) this.tell("added", trail.move[event], part);
    else if (first === -1) this.arrive(trail.move[event], part);
    else {
      const sent = trail.move[first];
      if (this.traced.moves.kind[sent] === TRANSFER_OUT) this.tell("passed", sent, part);
      this.spread(eventsOf(first, trail.end[event]), part);
    }
  }

  /** What of the cost is of what an event brought into its cell. */
  private partOf(event: number): Sum {
    const { trail, afterQty, afterValue } = this.traced;
    const cell = trail.cell[event];
    const [qty, value] = [this.cellQty[cell], this.cellValue[cell]];
    if (qty === 0 && value === 0) return { qty, value };
    if (trail.kind[event] === CAME && afterQty[event] <= trail.qty[event]) return { qty, value };
    const share = afterValue[event] > 0 ? mulDiv(trail.value[event], value, afterValue[event]) : NaN;
    return {
      qty: mulDiv(trail.qty[event], qty, afterQty[event]),
      value: Number.isNaN(share) ? mulDiv(trail.value[event], qty, afterQty[event]) : share,
    };
  }

  private tell(kind: OriginKind, move: number, { qty, value }: Sum): void {
    const key = `${kind}|${String(move)}`;
    const round = this.rounds;
    const sum = this.found.get(key) ?? { kind, move, qty: 0, value: 0, isAgain: false, round };
    sum.qty += qty;
    sum.value += value;
    if (sum.round !== round) sum.isAgain = true;
    sum.round = round;
    this.found.set(key, sum);
  }

  /** Follows goods on that a move brought. */
  private arrive(move: number, part: Sum): void {
    const { kind, origin } = this.traced.moves;
    const making = this.makings.get(move);
    const from = origin?.[move] ?? -1;
    if (making !== undefined) this.unmake(move, making, part);
    else if (kind[move] === TRANSFER_IN) this.leave(move - 1, part);
    else if (comesBack(kind[move]) && from !== -1 && from < move) {
      this.tell("passed", move, part);
      this.leave(from, part);
    } else this.tell(BIN_SIGNS[kind[move]] === 0 ? "added" : "came", move, part);
  }

  /** Follows goods that a move took out. */
  private leave(move: number, part: Sum): void {
    const events = this.traced.leaving.get(move);
    if (this.traced.moves.kind[move] === TRANSFER_OUT) this.tell("passed", move, part);
    if (events === undefined) this.tell("came", move, part);
    else this.spread(events, part);
  }

  private spread(events: readonly number[], part: Sum): void {
    const { qty, value } = this.traced.trail;
    this.share(
      events.map((event) => ({ event, qty: qty[event], value: value[event] })),
      part,
    );
  }

  /** Shares goods out among what left, by how much of each is meant. */
  private share(left: readonly PartLeft[], part: Sum): void {
    const { rank } = this.traced;
    const byQty = left.map(({ qty }) => qty);
    const byValue = left.map(({ value }) => value);
    const qtys = shared(part.qty, byQty);
    const values = shared(part.value, byValue.some((value) => value !== 0) ? byValue : byQty);
    left.forEach(({ event }, at) => {
      this.leftQty[event] += qtys[at];
      this.leftValue[event] += values[at];
      if (rank[event] >= this.place || this.place === Infinity) this.next = Math.max(this.next, rank[event]);
    });
  }

  private lacked(event: number, part: Sum): void {
    const { trail } = this.traced;
    const move = trail.move[event];
    const covers = trail.covers.get(move) ?? [];
    const open = Math.max(0, trail.qty[event] - covers.reduce((sum, { qty }) => sum + qty, 0));
    const known = covers.reduce((sum, { value }) => sum + value, 0);
    const qtys = shared(part.qty, [...covers.map(({ qty }) => qty), open]);
    const worths = [...covers.map(({ value }) => value), Math.max(0, trail.value[event] - known)];
    const values = shared(
      part.value,
      weightsOf(eventsOf(0, worths.length), worths, [...covers.map(({ qty }) => qty), open]),
    );
    covers.forEach(({ by, isKept }, at) => {
      const own = { qty: qtys[at], value: values[at] };
      if (isKept || this.isItself(move, by)) this.tell("estimate", move, own);
      else if (by >= 0) this.cover(by, own);
      else this.spread([-2 - by], own);
    });
    const rest = { qty: qtys[covers.length], value: values[covers.length] };
    if (rest.qty !== 0 || rest.value !== 0) this.tell("lacking", move, rest);
  }

  /**
   * Follows goods on that a move brought, and that covered what was short: those of them that did not stay.
   */
  private cover(by: number, part: Sum): void {
    const covering = this.coveringOf(by);
    if (covering === null) this.arrive(by, part);
    else {
      this.tell("passed", by - 1, part);
      this.share(covering, part);
    }
  }

  /** Goods that come back from where they lacked are no others than were booked there. */
  private isItself(move: number, by: number): boolean {
    const { kind, origin } = this.traced.moves;
    return by >= 0 && comesBack(kind[by]) && origin?.[by] === move;
  }

  private unmake(move: number, making: Conversion, whole: Sum): void {
    this.tell("passed", move, whole);
    const late = lateOf(making, move, { part: whole.value, all: this.traced.value[move] });
    if (late !== 0) this.tell("added", move, { qty: 0, value: late });
    this.takeApart(move, making, { qty: whole.qty, value: whole.value - late });
  }

  private takeApart(move: number, { sources, extra }: Conversion, part: Sum): void {
    const { moves, value } = this.traced;
    const costs = [...sources.map((source) => Math.max(0, -value[source])), Math.max(0, extra)];
    const whole = sources.some((_, at) => costs[at] > 0) || extra > 0;
    const values = shared(part.value, whole ? costs : costs.map((_, at) => Number(at < sources.length)));
    sources.forEach((source, at) => {
      const [all, per] = costs[at] > 0 ? [costs[at], values[at]] : [moves.qty[move], part.qty];
      const qty = all === 0 ? 0 : mulDiv(moves.qty[source], per, all);
      this.leave(source, { qty, value: values[at] });
    });
    const labour = values[sources.length];
    if (labour !== 0) this.tell("labour", move, { qty: 0, value: labour });
  }

  private tellCircles(asked: number): void {
    const { trail } = this.traced;
    this.cellValue.forEach((value, cell) => {
      const qty = this.cellQty[cell];
      if (value !== 0 || qty !== 0) this.tell("circle", asked, { qty, value });
    });
    this.leftValue.forEach((value, event) => {
      const qty = this.leftQty[event];
      const move = trail.move[event] < 0 ? asked : trail.move[event];
      if (value !== 0 || qty !== 0) this.tell("circle", move, { qty, value });
    });
  }
}

function eventsOf(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}
