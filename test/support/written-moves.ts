import type { CostingCode } from "../../src/domain/book/settings";
import { costMoves } from "../../src/domain/costing/cost-moves";
import type { Costed } from "../../src/domain/costing/costed";
import {
  COUNT_GAIN,
  type CostingPolicy,
  ISSUE,
  RECEIVE,
  RETURN_IN,
  RETURN_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
} from "../../src/domain/costing/moves";
import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "./random-moves";

/** Goods come in at a value. */
export const receive = (qty: number, value: number, pool = 0): WrittenMove => ({
  kind: RECEIVE,
  qty,
  value,
  pool,
});
/** Goods go out. */
export const issue = (qty: number, pool = 0): WrittenMove => ({ kind: ISSUE, qty, pool });
/** A customer gives goods of a move back. */
export const returnIn = (qty: number, origin: number): WrittenMove => ({ kind: RETURN_IN, qty, origin });
/** Goods of a move go back to the supplier. */
export const returnOut = (qty: number, origin: number): WrittenMove => ({ kind: RETURN_OUT, qty, origin });
/** A count found more, worth what is typed. */
export const gain = (qty: number, value?: number): WrittenMove =>
  value === undefined ? { kind: COUNT_GAIN, qty } : { kind: COUNT_GAIN, qty, value };
/** Goods leave pool 0 for pool 1. */
export const transfer = (qty: number): readonly WrittenMove[] => [
  { kind: TRANSFER_OUT, qty, pool: 0 },
  { kind: TRANSFER_IN, qty, pool: 1 },
];

/** What moves come to by a method, in two pools. */
export function cost(
  method: CostingCode,
  moves: readonly WrittenMove[],
  policy: Partial<CostingPolicy> = {},
): Costed {
  return costMoves(movesOf(moves), poolsOf(method, 2), { ...plainPolicy, ...policy });
}

/** Signed values of the moves. */
export function values(
  method: CostingCode,
  moves: readonly WrittenMove[],
  policy: Partial<CostingPolicy> = {},
): number[] {
  return [...cost(method, moves, policy).value];
}

/** Of a pool's layers with something left: first day less 46000, quantity in units, value. */
export function layers({ stock }: Costed, pool: number): number[][] {
  const rows: number[][] = [];
  for (let layer = stock.layers.front(pool); layer !== -1; layer = stock.layers.next[layer])
    rows.push([
      stock.layers.firstDay[layer] - 46_000,
      stock.layers.qty[layer] / 1e6,
      stock.layers.value[layer],
    ]);
  return rows.filter(([, qty]) => qty !== 0);
}
