import { typedDrafts } from "../../../test/support/typed-drafts";
import { price, RATE_WHOLE } from "../kernel/numbers";
import { discountedPrice, shared, withTax } from "./amounts";

const percent = (rate: number): number => rate * 1e6;

describe("tax", () => {
  it("in a price leaves what was typed: 99.90 with 13 % in it is 88.41 and 11.49 (DOMAIN §10)", () => {
    expect(withTax(9990, percent(13), true)).toEqual({ net: 8841, tax: 1149, total: 9990 });
  });

  it("on a price comes on top, rounded half away from zero, for red amounts too", () => {
    expect(withTax(9990, percent(13), false)).toEqual({ net: 9990, tax: 1299, total: 11_289 });
    expect(withTax(50, percent(1), false).tax).toBe(1);
    expect(withTax(-50, percent(1), false).tax).toBe(-1);
    expect(withTax(777, 0, true)).toEqual({ net: 777, tax: 0, total: 777 });
  });
});

describe("a discount on the document", () => {
  it("of 15.00 falls on 59.90, 120.00 and 20.10 as 4.49, 9.00 and 1.51 (§11)", () => {
    expect(shared(1500, [5990, 12_000, 2010])).toEqual([449, 900, 151]);
  });

  it("leaves its remainder to the last line that comes to anything", () => {
    expect(shared(100, [1, 1, 1, 0])).toEqual([33, 33, 34, 0]);
    expect(shared(100, [0, 0])).toEqual([0, 0]);
  });
});

describe("a line", () => {
  it("is quantity × price × what the rate leaves, rounded once", () => {
    expect(discountedPrice(1e6, 1_005_000, 0, 2)).toBe(101);
    expect(discountedPrice(3e6, 350_000, percent(10), 2)).toBe(95);
    expect(discountedPrice(-3e6, 350_000, percent(10), 2)).toBe(-95);
    expect(discountedPrice(9e15, price(9e15), RATE_WHOLE / 2, 2)).toBe(Infinity);
  });
});

describe("the amounts of a document", () => {
  it("take the rate off first, then the amount off the line, then that off the document, then the tax", () => {
    const rows = typedDrafts({
      items: `
        code kind
        work service`,
      partners: `
        code kind
        C1   customer`,
      sales: `
        type date       partner item qty price discount discountAmount documentDiscount taxRate
        XF   2026-01-05 C1      work 10  10    10       5              8.50             13
        -    -          -       work 1   85    -        -              -                13`,
    });
    expect(rows.map(({ net, tax, total }) => [net, tax, total])).toEqual([
      [80.75, 10.5, 91.25],
      [80.75, 10.5, 91.25],
    ]);
  });

  it("are of what was accepted of a delivery, and of its total where no price was typed", () => {
    const rows = typedDrafts({
      items: `
        code
        bolt`,
      warehouses: `
        code
        MAIN`,
      partners: `
        code kind
        S1   supplier`,
      purchases: `
        type date       partner warehouse item qty accepted rejected price total
        RK   2026-01-05 S1      MAIN      bolt 10  8        2        1.25  -
        RK   2026-01-06 S1      MAIN      bolt 10  8        2        -     10`,
    });
    expect(rows.map(({ price: each, total }) => [each, total])).toEqual([
      [1.25, 10],
      [1.25, 10],
    ]);
  });
});
