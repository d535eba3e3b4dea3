import type { Title } from "../kernel/title";
import type { Stock } from "./stock";

/**
 * Which goods a layer holds: the move that brought them into the pool, and the day they first came into the
 * house.
 */
export interface Lot {
  readonly move: number;
  readonly firstDay: number;
}

/**
 * Told of every part taken when goods leave, so that a transfer can lay it down again elsewhere; of a layer
 * its number, else none.
 */
export type TakenPart = (qty: number, value: number, firstDay: number, layer?: number) => void;

/**
 * Goods that leave as what one move brought: the move, what they then cost, what of that is beside their
 * share of what it brought (signed), and who is told of the parts.
 */
export interface IssuedBack {
  readonly move: number;
  readonly cost: number;
  readonly more: number;
  readonly part: TakenPart | null;
}

/**
 * How stock leaving a pool is costed. Quantities in 10⁻⁶, money in smallest units, both ≥ 0. No method is
 * ever asked for more than is there: shortages are the pass's affair (DOMAIN §5.9).
 */
export interface CostingMethod {
  readonly title: Title;
  /** What is left of each receipt lies by itself, as a layer. */
  readonly layered: boolean;
  /** Goods come in at a value. */
  receive(stock: Stock, pool: number, qty: number, value: number, lot: Lot): void;
  /** Goods go out; answers what they cost. qty ≤ what is there. */
  issue(stock: Stock, pool: number, qty: number, part: TakenPart | null): number;
  /** Goods that one move laid go at what they then cost; answers what leaves. qty ≤ what is there. */
  issueBack(stock: Stock, pool: number, qty: number, back: IssuedBack): number;
  /** Everything there is becomes one lot of that quantity and value. */
  reset(stock: Stock, pool: number, qty: number, value: number, lot: Lot): void;
}
