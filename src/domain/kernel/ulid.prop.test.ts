import * as fc from "fast-check";
import { seededDigits, ulids } from "./ulid";

describe("ulids", () => {
  it("only rise, within one millisecond, when the clock goes back and when all digits are used up", () => {
    const times = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer(), fc.boolean(), (clock, seed, isFull) => {
        let at = 0;
        const random = seededDigits(seed);
        const next = ulids(
          () => clock[at++ % clock.length],
          () => (isFull ? 31 : random()),
        );
        const made = Array.from({ length: 2 * clock.length }, next);
        expect(made).toEqual([...new Set(made)].sort());
        for (const id of made) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      }),
      { numRuns: 1_000, seed: 3 },
    );
  });

  it("of one seed are the same on every machine", () => {
    const made = (seed: number): string => ulids(() => 1_700_000_000_000, seededDigits(seed))();
    expect(made(1)).toBe(made(1));
    expect(made(1)).not.toBe(made(2));
    expect(made(1).slice(0, 10)).toBe("01HF7YAT00");
  });
});
