import * as fc from "fast-check";
import { decimalText, figure, LARGEST, scaled } from "./numbers";

const decimals = fc.integer({ min: 0, max: 6 });

describe("a scaled number", () => {
  it("is what its plain number in a cell stands for, and back", () => {
    const units = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });
    fc.assert(
      fc.property(units, decimals, (whole, places) => {
        expect(scaled(figure(whole, places), places)).toBe(whole);
        expect(Number(decimalText(whole, places))).toBe(figure(whole, places));
      }),
      { numRuns: 5_000, seed: 5 },
    );
  });

  it("is none where the number has more decimals, and endless where it is too large", () => {
    expect(scaled(0.125, 2)).toBeNaN();
    expect(scaled(0.1 + 0.2, 6)).toBeNaN();
    expect(scaled(1e15, 6)).toBe(Infinity);
    expect(scaled(-1e15, 6)).toBe(-Infinity);
    expect(scaled(-0, 2)).toBe(0);
    expect(decimalText(LARGEST, 2)).toBe("90071992547409.91");
    expect(decimalText(-1250, 2, 2)).toBe("-12.50");
  });
});
