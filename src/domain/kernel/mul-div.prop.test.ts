import * as fc from "fast-check";
import { mulDiv } from "./mul-div";
import { LARGEST } from "./numbers";

function byBigInt(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const isNegative = product < 0n !== divisor < 0n;
  const size = (x: bigint): bigint => (x < 0n ? -x : x);
  const rounded = (2n * size(product) + size(divisor)) / (2n * size(divisor));
  const quotient = rounded > BigInt(LARGEST) ? Infinity : Number(rounded);
  return isNegative && quotient !== 0 ? -quotient : quotient;
}

const whole = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
  fc.maxSafeInteger(),
);

describe("a product divided", () => {
  it("is what whole numbers without end say of 150,000 random ones, beyond 2⁵³ too", () => {
    let wide = 0;
    const divisor = whole.filter((c) => c !== 0);
    fc.assert(
      fc.property(whole, whole, divisor, (a, b, c) => {
        if (Math.abs(a * b) > LARGEST) wide++;
        if (mulDiv(a, b, c) !== byBigInt(a, b, c)) expect([a, b, c, mulDiv(a, b, c)]).toEqual([]);
      }),
      { numRuns: 150_000, seed: 7 },
    );
    expect(wide).toBeGreaterThan(50_000);
  });

  it("goes away from zero at exactly one half, on either side of zero and however large", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 44 }), fc.integer({ min: 1, max: 200 }), (n, c) => {
        const half = (2 * n + 1) * c;
        if (half > LARGEST) return;
        expect(mulDiv(half, 1, 2 * c)).toBe(n + 1);
        expect(mulDiv(-half, 1, 2 * c)).toBe(-(n + 1));
        expect(mulDiv(half, 2 ** 20, 2 * c * 2 ** 20)).toBe(n + 1);
      }),
      { numRuns: 5_000, seed: 7 },
    );
  });

  it("says plainly what it cannot: nothing to divide by, or more than a number can hold", () => {
    expect(mulDiv(3, 4, 0)).toBeNaN();
    expect(mulDiv(LARGEST, 2, 1)).toBe(Infinity);
    expect(mulDiv(LARGEST, -2, 1)).toBe(-Infinity);
    expect(mulDiv(LARGEST, LARGEST, LARGEST)).toBe(LARGEST);
  });
});
