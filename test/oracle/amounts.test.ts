import { allocated, documentAmounts, taxed } from "./amounts";
import { decimalText, fraction } from "./fraction";
import type { Row } from "./oracle-book";

function amounts(lines: readonly Row[], settings: readonly Row[] = []): readonly string[] {
  return documentAmounts({ settings }, lines).map(({ net, tax, total }) =>
    [net, tax, total].map(decimalText).join(" "),
  );
}

describe("the amounts of a line", () => {
  it("leave a price with tax exactly as typed: 99.90 with 13 % is 88.41 and 11.49 (DOMAIN §10)", () => {
    const { net, tax, total } = taxed(fraction("99.90"), {
      rate: fraction("13"),
      includesTax: true,
      decimals: 2,
    });
    expect([net, tax, total].map(decimalText)).toEqual(["88.41", "11.49", "99.9"]);
  });

  it("round half away from zero, once, after the discounts", () => {
    expect(amounts([{ qty: 1, price: 1.005 }])).toEqual(["1.01 0 1.01"]);
    expect(amounts([{ qty: 3, price: 0.35, discount: 10, taxRate: 13 }])).toEqual(["0.95 0.12 1.07"]);
    expect(amounts([{ qty: -1, price: 1.005, discountAmount: 0.01 }])).toEqual(["-1.02 0 -1.02"]);
  });

  it("take a typed total without a price apart", () => {
    expect(amounts([{ qty: 0, total: -11.3, taxRate: 13 }])).toEqual(["-10 -1.3 -11.3"]);
  });

  it("share the document's discount over its lines, the remainder to the last (§11)", () => {
    const shares = allocated(fraction("15"), ["59.90", "120", "20.10"].map(fraction), 2);
    expect(shares.map(decimalText)).toEqual(["4.49", "9", "1.51"]);
    const lines = [
      { qty: 1, price: 59.9, documentDiscount: 15 },
      { qty: 1, price: 120 },
      { qty: 1, price: 20.1 },
    ];
    expect(amounts(lines)).toEqual(["55.41 0 55.41", "111 0 111", "18.59 0 18.59"]);
  });

  it("take the rate and the kind of price from the settings where the line is silent", () => {
    const settings = [
      { key: "taxRate", value: "13" },
      { key: "priceIncludesTax", value: "yes" },
    ];
    expect(amounts([{ qty: 1, price: 113 }], settings)).toEqual(["100 13 113"]);
  });
});

describe("a fraction", () => {
  it("reads the decimal text of a number exactly and writes the shortest one", () => {
    expect(["0.10", "1e-7", "-12.5e3", "123456789012.34"].map((text) => decimalText(fraction(text)))).toEqual(
      ["0.1", "0.0000001", "-12500", "123456789012.34"],
    );
  });
});
