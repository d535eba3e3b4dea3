import { mulDiv } from "../kernel/mul-div";
import { figure, LARGEST, powerOfTen } from "../kernel/numbers";
import type { Ledgers } from "../posting/ledgers";

/** Scaled whole numbers as the plain numbers of a report. */
export interface Figures {
  /** NaN beyond what is exact, which is shown as a blank and told. */
  readonly money: (units: number) => number;
  readonly quantity: (millionths: number) => number;
  /** Value by quantity, 6 decimals; null where there is no quantity. */
  readonly unitCost: (value: number, qty: number) => number | null;
}

/** The figures of a book: money with as many decimals as it has. */
export function figuresOf({ book }: Pick<Ledgers, "book">): Figures {
  const decimals = book.settings.moneyDecimals;
  const scale = powerOfTen(12 - decimals);
  return {
    // + 0 so that nothing is shown as minus nothing
    money: (units) => (Math.abs(units) <= LARGEST ? figure(units, decimals) + 0 : NaN),
    quantity: (millionths) => figure(millionths, 6) + 0,
    unitCost: (value, qty) => (qty === 0 ? null : figure(mulDiv(value, scale, qty), 6) + 0),
  };
}
