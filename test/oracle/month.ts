import type { Fraction } from "./fraction";

/** Quantity and value together. */
export interface Amount {
  readonly qty: Fraction;
  readonly value: Fraction;
}

/** How many units of each receipt, by its rowId; negative where more went back than came. */
export type Units = ReadonlyMap<string, Fraction>;

/**
 * What an earlier replay has found out of a stretch of a month: what comes in with a cost of its own, who
 * takes the remainder of rounding, and what comes in at the average after that.
 */
export interface MonthKnown {
  readonly arrived: Amount;
  readonly units: Units;
  readonly bearer: string;
  readonly later: readonly Fraction[];
}

/** A stretch of a month (all of it, or up to a change of value) in which one average holds. */
export interface Month {
  readonly key: string;
  readonly known: MonthKnown;
  /** The average of a unit. */
  readonly unit: Fraction;
  /** Opening and what came in with its own cost so far; the latter alone. */
  made: Amount;
  arrived: Amount;
  /** What came in with its own cost, by receipt. */
  units: Units;
  /** What is really there by now, whatever the month will still bring. */
  there: Fraction;
  bearer: string;
  bearerLeaves: boolean;
  later: Fraction[];
}
