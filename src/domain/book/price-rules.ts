import type { Day } from "../kernel/day";

/**
 * A price for a partner, a grade or all (both blank), from a quantity of the unit on, valid both days
 * included.
 */
export interface ListPrice {
  readonly row: number;
  readonly item: number;
  /** -1 = any. */
  readonly partner: number;
  /** "" = any. */
  readonly priceGrade: string;
  /** "" = the stock unit. */
  readonly unit: string;
  /** In 10⁻⁶. */
  readonly minQty: number;
  readonly price: number;
  /** -1 = always. */
  readonly from: Day;
  readonly to: Day;
}

/** A promotion; numbers of masters -1 and texts "" where it holds for any. Amounts in 10⁻⁶. */
export interface Promotion {
  readonly code: string;
  readonly row: number;
  readonly priority: number;
  /** Null = not said. */
  readonly kind: "percent" | "amount" | "price" | "gift" | null;
  readonly partner: number;
  readonly grade: string;
  readonly item: number;
  readonly category: string;
  readonly threshold: number;
  readonly value: number;
  /** Item that is given; -1 = the item itself. */
  readonly gift: number;
  readonly from: Day;
  readonly to: Day;
}
