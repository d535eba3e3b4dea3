import { preparedDrafts, typedDrafts } from "../../../test/support/typed-drafts";
import { price, RATE_WHOLE } from "../kernel/numbers";
import { shared } from "../kernel/shared";
import { discountedPrice, withTax } from "./amounts";

const percent = (rate: number): number => rate * 1e6;

const CENTS = { moneyDecimals: 2, moneyStep: 1 };
const taxed = (rate: number, includesTax: boolean) => ({ rate, includesTax, step: 1 });

describe("tax", () => {
  it("in a price leaves what was typed: 99.90 with 13 % in it is 88.41 and 11.49 (DOMAIN §10)", () => {
    expect(withTax(9990, taxed(percent(13), true))).toEqual({ net: 8841, tax: 1149, total: 9990 });
  });

  it("on a price comes on top, rounded half away from zero, for red amounts too", () => {
    expect(withTax(9990, taxed(percent(13), false))).toEqual({ net: 9990, tax: 1299, total: 11_289 });
    expect(withTax(50, taxed(percent(1), false)).tax).toBe(1);
    expect(withTax(-50, taxed(percent(1), false)).tax).toBe(-1);
    expect(withTax(777, taxed(0, true))).toEqual({ net: 777, tax: 0, total: 777 });
  });
});

describe("money whose smallest coin is larger", () => {
  it("is rounded to whole coins, tax and shares too", () => {
    const coins = { moneyDecimals: 2, moneyStep: 5 };
    expect(discountedPrice(1e6, 1_024_000, 0, coins)).toBe(100);
    expect(discountedPrice(1e6, 1_025_000, 0, coins)).toBe(105);
    expect(discountedPrice(-1e6, 1_025_000, 0, coins)).toBe(-105);
    expect(discountedPrice(1e6, 2_050_000, percent(50), coins)).toBe(105);
    expect(withTax(1000, { ...taxed(percent(13), false), step: 5 })).toEqual({
      net: 1000,
      tax: 130,
      total: 1130,
    });
    expect(withTax(1000, { ...taxed(percent(13), true), step: 5 })).toEqual({
      net: 885,
      tax: 115,
      total: 1000,
    });
    expect(shared(100, [1, 1, 1], 5)).toEqual([35, 35, 30]);
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
    expect(discountedPrice(1e6, 1_005_000, 0, CENTS)).toBe(101);
    expect(discountedPrice(3e6, 350_000, percent(10), CENTS)).toBe(95);
    expect(discountedPrice(-3e6, 350_000, percent(10), CENTS)).toBe(-95);
    expect(discountedPrice(9e15, price(9e15), RATE_WHOLE / 2, CENTS)).toBe(Infinity);
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

describe("a discount on the whole document", () => {
  const masters = {
    items: `
      code kind
      work service`,
    partners: `
      code kind
      C1   customer`,
    settings: `
      key              value
      priceIncludesTax no`,
  };

  /** Price, net, tax and total of every line, of a document of sales of each type. */
  function amounts(rows: string, type = "XF"): readonly (readonly number[])[] {
    const sheet = `
      type       date       partner item qty price net total documentDiscount taxRate
      ${rows.trim().replace(/^TYPE/, type)}`;
    return typedDrafts({ ...masters, sales: sheet }).map(({ price: each, net, tax, total }) => [
      each,
      net,
      tax,
      total,
    ]);
  }

  it.each(["XF", "XS"])(
    "of a %s is borne by a line of which the total or the net alone was typed",
    (type) => {
      const typed = (column: string): string => `
      TYPE 2026-01-05 C1 work 1 -  ${column} 3 -
      -    -          -  work 1 10 -      -  - -`;
      const [first, second] = [
        [10, 8.5, 0, 8.5],
        [10, 8.5, 0, 8.5],
      ];
      expect(amounts(typed("-  10"), type)).toEqual([first, second]);
      expect(amounts(typed("10 -"), type)).toEqual([first, second]);
    },
  );

  it("is taken off before the tax, and a line that bears none of it keeps the total typed", () => {
    const rows = `
      TYPE 2026-01-05 C1 work 1 - - 11.30 1.5  13
      -    -          -  work 1 - - 100   -    13
      -    -          -  work 1 0 - -     -    13`;
    expect(amounts(rows)).toEqual([
      [10, 9.85, 1.28, 11.13],
      [88.5, 87.15, 11.33, 98.48],
      [0, 0, 0, 0],
    ]);
    expect(amounts(rows.replace("1.5 ", "-   "))[1]).toEqual([88.5, 88.5, 11.5, 100]);
  });

  it.each([
    ["in another row alone", "- 3 -"],
    ["in two rows alike", "3 3 -"],
  ])("is the document's, typed %s", (_, cells) => {
    const [first, second, third] = cells.split(" ");
    const rows = `
      TYPE 2026-01-05 C1 work 1 10 - - ${first} -
      -    -          -  work 1 10 - - ${second} -
      -    -          -  work 1 10 - - ${third} -`;
    expect(amounts(rows).map(([, , , total]) => total)).toEqual([9, 9, 9]);
  });

  it.each([
    ["rows that say different ones", "3 2", "HEADER_DIFFERS documentDiscount"],
    ["rows under the first that say different ones", "- 2 3", "HEADER_DIFFERS documentDiscount"],
    ["less than nothing", "-3", "OUT_OF_RANGE documentDiscount"],
  ])("is refused of %s", (_, discounts, expected) => {
    const cells = discounts.split(" ");
    expect(refusals(cells.map((each, i) => row(i, `10 - - ${each} -`)))).toContain(expected);
  });

  it("is refused where no line can bear it, and where what was typed beside a total is not its net", () => {
    expect(refusals([row(0, "0 - - 3 -"), row(1, "0 - - - -")])).toEqual([
      "AMOUNT_DISAGREES documentDiscount",
    ]);
    expect(refusals([row(0, "- 9 10 3 -"), row(1, "10 - - - -")])).toEqual(["AMOUNT_DISAGREES net"]);
  });

  it("on a return that takes its amounts from what it returns is refused: they bear a discount already", () => {
    const sales = `
      rowId type date       partner item qty price documentDiscount ref
      s1    XF   2026-01-05 C1      work 2   10    4                -
      s2    XT   2026-01-06 C1      work 1   -     2                s1`;
    expect(codes({ ...masters, sales: sales.replaceAll("XF", "CK") })).toEqual([
      "AMOUNT_DISAGREES documentDiscount",
    ]);
  });

  const row = (i: number, cells: string): string =>
    i === 0 ? `CK 2026-01-05 C1 work 1 ${cells}` : `- - - work 1 ${cells}`;

  function refusals(rows: readonly string[]): readonly string[] {
    const sheet = `
      type date partner item qty price net total documentDiscount taxRate
      ${rows.join("\n")}`;
    return codes({ ...masters, sales: sheet });
  }

  function codes(sheets: Readonly<Record<string, string>>): readonly string[] {
    const found = [...preparedDrafts(sheets).findingsOf.values()].flat();
    return found.map(({ code, column }) => `${code} ${String(column)}`);
  }
});
