import { mulDiv } from "../kernel/mul-div";
import { type Conversion, type Moves, TRANSFER_OUT } from "./moves";
import { CAME, type Cover, type Followed } from "./trail";

/** So much of some goods. */
export interface Sum {
  qty: number;
  value: number;
}

/** No goods, to be added to. */
export function nothing(): Sum {
  return { qty: 0, value: 0 };
}

/** Adds some goods to others. */
export function add(to: Sum, { qty, value }: Sum): void {
  to.qty += qty;
  to.value += value;
}

/** All of some goods. */
export function wholeOf(parts: readonly Sum[]): Sum {
  const whole = nothing();
  for (const part of parts) add(whole, part);
  return whole;
}

/** Moves whose goods are followed, and what they came to, signed. */
export interface FollowedMoves extends Followed {
  readonly moves: Moves;
  readonly qty: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  /** Items of the moves: a product is as much of the goods as the largest part of one of its components. */
  readonly itemOf: (move: number) => number;
}

/** Goods that a move brought: what covered a shortage, or what came into a cell by an event. */
export interface Piece extends Sum {
  readonly of: Cover | number;
}

/** By move some of whose goods covered shortages: all pieces that they fell into. */
export function piecesOf({ trail }: Followed): ReadonlyMap<number, readonly Piece[]> {
  const pieces = new Map<number, Piece[]>();
  for (const cover of [...trail.covers.values()].flat()) {
    const { by, qty, value } = cover;
    if (by >= 0) pieces.set(by, [...(pieces.get(by) ?? []), { of: cover, qty, value }]);
  }
  if (pieces.size === 0) return pieces;
  trail.kind.forEach((kind, event) => {
    const own = kind === CAME ? pieces.get(trail.move[event]) : undefined;
    own?.push({ of: event, qty: trail.qty[event], value: trail.value[event] });
  });
  return pieces;
}

/** `whole · part / all`; nothing of nothing. */
export function ratio(whole: number, part: number, all: number): number {
  if (part === 0 || all === 0) return 0;
  return part === all ? whole : mulDiv(whole, part, all);
}

/** `whole · part / all`, in quantity and in value. */
export function ratioOf(whole: Sum, part: Sum, all: Sum): Sum {
  return { qty: ratio(whole.qty, part.qty, all.qty), value: ratio(whole.value, part.value, all.value) };
}

/** By event: 1 where what left lies elsewhere, or is in what was made of it. */
export function carried({ trail, moves, leaving }: FollowedMoves): Uint8Array {
  const is = new Uint8Array(trail.count);
  trail.move.forEach((move, event) => {
    if (move !== -1 && moves.kind[move] === TRANSFER_OUT) is[event] = 1;
  });
  trail.first.forEach((first, event) => {
    if (first !== -1) is.fill(1, first, trail.end[event]);
  });
  for (const { sources, parts } of moves.conversions) {
    if (parts.length === 0) continue;
    for (const source of sources) for (const event of leaving.get(source) ?? []) is[event] = 1;
  }
  return is;
}

/** By each part that is made of others: its conversion. */
export function makingsOf({ conversions }: Moves): ReadonlyMap<number, Conversion> {
  return new Map(
    conversions.flatMap((each) =>
      each.sources.length === 0 ? [] : each.parts.map(({ move }) => [move, each] as const),
    ),
  );
}

/** What of a part of the value of goods made came late for what had gone in. */
export function lateOf(
  { parts }: Conversion,
  move: number,
  { part, all }: { readonly part: number; readonly all: number },
): number {
  const late = parts.find((one) => one.move === move)?.late ?? 0;
  return ratio(part, Math.min(late, all), all);
}

/** What each weighs; by the other measure where none weighs anything by the one. */
export function weightsOf(
  places: readonly number[],
  by: ArrayLike<number>,
  other: ArrayLike<number>,
): readonly number[] {
  const weights = places.map((place) => Math.abs(by[place]));
  return weights.some((weight) => weight !== 0) ? weights : places.map((place) => Math.abs(other[place]));
}
