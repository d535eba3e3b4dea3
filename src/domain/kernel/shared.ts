import { mulDiv } from "./mul-div";

interface Rounding {
  readonly divisor: number;
  readonly step: number;
}

/** The nearest whole number of coins (`step` smallest units), half away from zero, in smallest units. */
export function inCoins(a: number, b: number, { divisor, step }: Rounding): number {
  return step === 1 ? mulDiv(a, b, divisor) : mulDiv(a, b, divisor * step) * step;
}

/**
 * An amount shared over weights: each share rounded to whole coins (`step` smallest units), the remainder on
 * the last that weighs anything. Answers zeros where nothing weighs anything. Source: DOMAIN §11 整单优惠,
 * §5.10.
 */
export function shared(amount: number, weights: readonly number[], step = 1): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => (sum === 0 ? 0 : inCoins(amount, weight, { divisor: sum, step })));
  const last = weights.findLastIndex((weight) => weight !== 0);
  if (last !== -1) shares[last] += amount - shares.reduce((a, b) => a + b, 0);
  return shares;
}
