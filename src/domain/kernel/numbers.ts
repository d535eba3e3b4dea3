declare const brand: unique symbol;

/** Money in the book's smallest unit (分 with two decimals): an exact whole number within ±2⁵³. */
export type Money = number & { readonly [brand]: "Money" };
/** A quantity in 10⁻⁶ of the stock unit: an exact whole number within ±2⁵³. */
export type Quantity = number & { readonly [brand]: "Quantity" };
/** A unit price or rate in 10⁻⁶: an exact whole number within ±2⁵³. */
export type Price = number & { readonly [brand]: "Price" };

/** How many 10⁻⁶ units one stock unit has, or one unit of currency a price. */
export const QUANTITY_SCALE = 1_000_000;
/** A per cent number in 10⁻⁶: 13 % is 13,000,000, and the whole is 100,000,000. */
export const RATE_WHOLE = 100_000_000;
/** The largest whole number that a double holds with all its neighbours. */
export const LARGEST = Number.MAX_SAFE_INTEGER;
/** The most that one cell may hold in smallest units or 10⁻⁶, so that sums of cells stay exact. */
export const MOST_TYPED = 1e15;
/** The most that one sum of money may be: less than 10 trillion where it has two decimals. */
export const MOST_MONEY = MOST_TYPED - 1;

/** Money from a whole number of smallest units. */
export function money(units: number): Money {
  return units as Money;
}
/** A quantity from a whole number of 10⁻⁶ stock units. */
export function quantity(millionths: number): Quantity {
  return millionths as Quantity;
}
/** A price from a whole number of 10⁻⁶ currency units. */
export function price(millionths: number): Price {
  return millionths as Price;
}

/** 10 to the power of `decimals`, exact for 0 to 15. */
export function powerOfTen(decimals: number): number {
  return POWERS[decimals] ?? NaN;
}
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * The number that a cell's double stands for, scaled by 10^decimals: exact, or NaN where the double has more
 * decimals than that. Beyond ±2⁵³ scaled it answers ±Infinity. Source: HOUSE §6.
 */
export function scaled(x: number, decimals: number): number {
  const scale = powerOfTen(decimals);
  const units = Math.round(x * scale);
  if (units > LARGEST || units < -LARGEST) return units > 0 ? Infinity : -Infinity;
  return units / scale === x ? units + 0 : NaN;
}

/**
 * The decimal text of a scaled whole number, without trailing zeros beyond `least` decimals: (12500, 3) →
 * "12.5".
 */
export function decimalText(units: number, decimals: number, least = 0): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  let fraction = digits.slice(digits.length - decimals);
  while (fraction.length > least && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return (units < 0 ? "-" : "") + whole + (fraction === "" ? "" : "." + fraction);
}

/** A scaled whole number as the plain number that stands in a cell or in JSON: (12500, 3) → 12.5. */
export function figure(units: number, decimals: number): number {
  return units / powerOfTen(decimals);
}

/** True where a column of numbers holds none: every element is NaN. */
export function isBlankColumn(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) return false;
  return true;
}
