/** An exact rational number: n / d, d > 0, in lowest terms. The oracle knows no other kind of number. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function size(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function lowest(n: bigint, d: bigint): Fraction {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new Error(`division of ${n} by zero`);
  const by = gcd(size(n), size(d)) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
}

/** Nothing: 0 / 1. */
export const zero: Fraction = { n: 0n, d: 1n };

/** The number a decimal text says, exactly; exponents as JavaScript prints them (1e-7) are understood. */
export function fraction(decimal: string): Fraction {
  const match = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(decimal.trim());
  if (match === null) throw new Error(`not a decimal number: ${decimal}`);
  const [, whole = "", decimals = "", power = "0"] = match;
  const n = BigInt(whole + decimals);
  const exponent = BigInt(power) - BigInt(decimals.length);
  return exponent < 0n ? lowest(n, 10n ** -exponent) : { n: n * 10n ** exponent, d: 1n };
}

/** a + b */
export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? lowest(a.n + b.n, a.d) : lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** −a */
export function negative(a: Fraction): Fraction {
  return { n: -a.n, d: a.d };
}

/** a − b */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b));
}

/** a · b */
export function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.n, a.d * b.d);
}

/** a / b; throws when b is zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether a and b are the same number. */
export function same(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

/** −1, 0 or 1 as a is below, at or above zero. */
export function sign(a: Fraction): number {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

/** The smaller of the two. */
export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of the two. */
export function most(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The sum of all; zero of none. */
export function sum(all: Iterable<Fraction>): Fraction {
  let total = zero;
  for (const one of all) total = plus(total, one);
  return total;
}

/** To so many decimals, half away from zero (四舍五入, DOMAIN §0.7). */
export function rounded(a: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const halves = (2n * size(a.n) * scale + a.d) / (2n * a.d);
  return lowest(a.n < 0n ? -halves : halves, scale);
}

/**
 * Its shortest decimal text ("12", "-0.5"); throws when the fraction has no finite one within 12 decimals.
 */
export function decimalText(a: Fraction): string {
  const scaled = a.n * 10n ** 12n;
  if (scaled % a.d !== 0n) throw new Error(`${a.n}/${a.d} is no decimal number`);
  const digits = size(scaled / a.d)
    .toString()
    .padStart(13, "0");
  const decimals = digits.slice(-12).replace(/0+$/, "");
  return `${a.n < 0n ? "-" : ""}${digits.slice(0, -12)}${decimals === "" ? "" : `.${decimals}`}`;
}
