import { LARGEST } from "./numbers";

const SPLITTER = 134217729;
const SAFE_DIVISOR = 2 ** 50;

/** The part of a·b that the rounded product leaves out, exactly. Source: Dekker 1971, Veltkamp splitting. */
function productError(a: number, b: number, product: number): number {
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

/** a·b / c for whole numbers ≥ 0, c > 0, where a·b leaves 2⁵³. */
function wide(a: number, b: number, c: number): number {
  const product = a * b;
  if (!(product < Infinity) || c === Infinity) return product / c;
  if (c > SAFE_DIVISOR) return wideByBigInt(a, b, c);
  const error = productError(a, b, product);
  let quotient = Math.floor(product / c);
  if (quotient > LARGEST) return Infinity;
  const back = quotient * c;
  let rest = product - back + (error - productError(quotient, c, back));
  while (rest < 0) {
    quotient -= 1;
    rest += c;
  }
  while (rest >= c) {
    quotient += 1;
    rest -= c;
  }
  return rest * 2 >= c ? quotient + 1 : quotient;
}

function wideByBigInt(a: number, b: number, c: number): number {
  const quotient = Number((BigInt(a) * BigInt(b) * 2n + BigInt(c)) / (BigInt(c) * 2n));
  return quotient > LARGEST ? Infinity : quotient;
}

/**
 * a · b / c in whole numbers, exact, rounded half away from zero (四舍五入).
 * Beyond ±2⁵³ it answers ±Infinity, for the caller to report as OUT_OF_RANGE; of what is beyond already, or
 * NaN, it answers ±Infinity or NaN; c = 0 is a defect and answers NaN.
 * Source: HOUSE §6, DOMAIN §0.7.
 */
export function mulDiv(a: number, b: number, c: number): number {
  if (c === 0) return NaN;
  const negative = (a < 0 !== b < 0) !== c < 0;
  const x = a < 0 ? -a : a;
  const y = b < 0 ? -b : b;
  const z = c < 0 ? -c : c;
  const product = x * y;
  let quotient;
  if (product <= LARGEST) {
    quotient = Math.floor(product / z);
    let rest = product - quotient * z;
    if (rest < 0) {
      quotient -= 1;
      rest += z;
    }
    if (rest * 2 >= z) quotient += 1;
  } else {
    quotient = wide(x, y, z);
    if (quotient > LARGEST) quotient = Infinity;
  }
  return negative && quotient !== 0 ? -quotient : quotient;
}
