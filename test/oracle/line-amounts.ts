import type { Fraction } from "./fraction";

/** The three amounts of a line: net + tax = total. */
export interface LineAmounts {
  readonly net: Fraction;
  readonly tax: Fraction;
  readonly total: Fraction;
}
