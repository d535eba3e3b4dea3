import fc from "fast-check";
import { decimalText, MOST_TYPED } from "../../domain/kernel/numbers";
import { decodeAmount, decodeAmounts, decodeRate } from "./amount";

describe("a number in a cell", () => {
  it.each([
    [12.5, 1250],
    ["12.5", 1250],
    ["-12.50", -1250],
    ["+3", 300],
    ["－３．１", -310],
    ["1,234,567.8", 123456780],
    ["１，２３４", 123400],
    ["¥1,234.50", 123450],
    ["￥ 7", 700],
    ["$0.01", 1],
    ["1.500000000", 150],
    ["1e3", 100000],
    ["1.25E+1", 1250],
    ["1.50e-1", 15],
    [".5", 50],
    ["5.", 500],
    [-0, 0],
    ["-0", 0],
    ["00012", 1200],
  ])("%p is %p hundredths", (cell, units) => {
    expect(decodeAmount(cell, 2)).toBe(units);
  });

  it("is NaN where the cell is blank", () => {
    expect([null, "", " 　"].map((cell) => decodeAmount(cell, 2))).toEqual([NaN, NaN, NaN]);
  });

  it.each(["12件", "-", "1,5", "1,2345", "1.2.3", "--1", true, "１２%", "一百", ".", Infinity])(
    "%p is no number",
    (cell) => {
      expect(decodeAmount(cell, 2)).toMatchObject({ code: "NOT_A_NUMBER" });
    },
  );

  it.each([0.001, "0.001", "1e-3", 0.3000001])("%p has more than two decimals", (cell) => {
    expect(decodeAmount(cell, 2)).toEqual({ code: "TOO_MANY_DECIMALS", facts: { value: cell, decimals: 2 } });
  });

  it("counts as a sheet shows it, to 15 digits", () => {
    expect(decodeAmount(0.1 + 0.2, 2)).toBe(30);
    expect(decodeAmount(4.35 * 100, 0)).toBe(435);
    expect(decodeAmount(String(0.35 * 3), 2)).toBe(105);
    expect(decodeAmount("1.0000000000000001", 2)).toMatchObject({ code: "TOO_MANY_DECIMALS" });
  });

  it("is taken digit by digit, beyond what a double's decimals would keep", () => {
    expect(decodeAmount("1000000000.000000", 6)).toBe(MOST_TYPED);
    expect(decodeAmount("9999999999999.99", 2)).toBe(MOST_TYPED - 1);
    expect(decodeAmount("450359962.370497", 6)).toBe(450359962370497);
  });

  it.each(["1000000000.000001", "1" + "0".repeat(30), 1e21, "-1000000000.000001"])(
    "%p is out of range",
    (cell) => {
      const ends = { least: -1e9, most: 1e9 };
      expect(decodeAmount(cell, 6)).toEqual({ code: "OUT_OF_RANGE", facts: { value: cell, ...ends } });
    },
  );

  it("comes back from its own text, with and without thousands commas", () => {
    const anyUnits = fc.integer({ min: -MOST_TYPED, max: MOST_TYPED });
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const text = decimalText(units, decimals);
        const [whole = "", fraction = ""] = text.split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === "" ? "" : `.${fraction}`);
        expect([decodeAmount(text, decimals), decodeAmount(grouped, decimals)]).toEqual([
          units + 0,
          units + 0,
        ]);
      }),
    );
  });

  it("means the same as a number or as its text", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const into = new Float64Array(2);
        decodeAmounts({ cells: [cents / 100, String(cents / 100)], at: 0, report: fail }, into, 2);
        expect([...into]).toEqual([cents + 0, cents + 0]);
      }),
    );
  });
});

function fail(row: number): void {
  throw new Error(`row ${String(row)} was refused`);
}

describe("a per cent number in a cell", () => {
  it.each([
    [13, 13000000],
    ["13", 13000000],
    ["13%", 13000000],
    ["１３％", 13000000],
    ["0.5 %", 500000],
    [0, 0],
    [1, 1000000],
  ])("%p is %p millionths of a per cent", (cell, units) => {
    expect(decodeRate(cell)).toBe(units);
  });

  it.each([
    [0.13, 13],
    ["0.065", 6.5],
  ])("%p is asked about: %p is offered", (cell, suggested) => {
    expect(decodeRate(cell)).toEqual({ code: "RATE_AS_FRACTION", facts: { value: cell, suggested } });
  });

  it("is not made of a lone sign", () => {
    expect(decodeRate("%")).toMatchObject({ code: "NOT_A_NUMBER" });
    expect(decodeRate("")).toBeNaN();
  });
});
