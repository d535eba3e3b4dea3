import { over, rounded, times } from "./fraction";
import type { Fraction } from "./fraction";
import { numberOf } from "./oracle-book";
import type { Entry } from "./oracle-book";

/**
 * The value typed on a stock row: `value`, else quantity as entered × `unitCost`; null when neither is there.
 */
export function typedValue(entry: Entry, decimals: number): Fraction | null {
  const unitCost = numberOf(entry.row, "unitCost");
  const byUnit = unitCost === null ? null : times(over(entry.qty, entry.factor), unitCost);
  const value = numberOf(entry.row, "value") ?? byUnit;
  return value === null ? null : rounded(value, decimals);
}
