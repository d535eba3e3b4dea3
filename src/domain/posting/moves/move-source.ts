import type { Book } from "../../book/book";
import type { Moves, Pools } from "../../costing/moves";
import type { Documents } from "../../documents/group";
import type { Links } from "../../documents/links";
import type { Bins } from "../../ledger/bins";
import type { Quantities } from "./stock-effects";

/**
 * What a later line says that a receipt's line cost more (or less, negative) than was known; `beyond` = what
 * of it is of no goods, since these are never worth less than nothing; smallest units.
 */
export interface AddedCost {
  readonly by: number;
  readonly target: number;
  readonly amount: number;
  readonly beyond: number;
}

/**
 * What a later document added too late to restate the receipt: how much of it was on stock, and was not
 * (sold, or beyond what the goods cost).
 */
export interface LateShare extends AddedCost {
  /** In production, too. */
  readonly onStock: number;
  readonly sold: number;
  /** What of it was in production for jobs: it is of what these make later. */
  readonly jobs: readonly JobShare[];
}

/** So much of a late cost, in production for a job. */
export interface JobShare {
  readonly job: string;
  readonly amount: number;
}

/** A change of value that a later document makes at its own place: before so many moves of the others. */
export interface LateMove {
  readonly at: number;
  readonly line: number;
  readonly bin: number;
  readonly value: number;
  /** The move of the others whose layers alone are meant; -1 = all that lies there. */
  readonly layer: number;
}

/** So much of goods made is what a line said too late of the cost of what had gone in. */
export interface LateMade {
  readonly by: number;
  readonly amount: number;
}

/** What came too late: before how many of the other moves it stands, and the moves that it makes. */
export interface PlacedShare extends LateShare {
  readonly at: number;
  readonly moves: readonly LateMove[];
}

/** What a red invoice of goods gone back credits less (more, negative) than their return did. */
export type CreditedAnew = Pick<AddedCost, "by" | "target" | "amount">;

/** The lines whose moves are wanted, in business order, and what their references mean. */
export interface MoveSource {
  readonly book: Book;
  readonly documents: Documents;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
}

/** The pools of a book, and what the cost of each holds for. */
export interface StockPools extends Pools {
  /** 1 where one cost holds for all warehouses, else 0. */
  readonly company: Uint8Array;
  /** 1 where one cost holds for all batches, else 0. */
  readonly allBatches: Uint8Array;
}

/** True where a pool may hold what lies in several bins. */
export function haveSharedPools({ company, allBatches }: StockPools): boolean {
  return company.includes(1) || allBatches.includes(1);
}

/** The stock ledger before it is costed: moves in business order, each with its line and bin. */
export interface StockMoves {
  readonly moves: Moves;
  readonly pools: StockPools;
  readonly bins: Bins;
  readonly line: Int32Array;
  readonly bin: Int32Array;
  /** What was there before each counted line, by line. */
  readonly bookQty: ReadonlyMap<number, number>;
  /** What came too late to restate the receipt it is about. */
  readonly late: readonly LateShare[];
  /** By move of goods made: what of late costs lay in production then and is of these goods. */
  readonly lateMade: ReadonlyMap<number, readonly LateMade[]>;
  /** What restated receipts, as far as it would have been to less than nothing. */
  readonly beyond: readonly AddedCost[];
  /** What red invoices of goods gone back credit less (more, negative) than their returns did. */
  readonly credited: readonly CreditedAnew[];
}
