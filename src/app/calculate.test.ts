import { calculate } from "./calculate";

/** What is found in what a formula was told. */
function found(formula: string, params: Readonly<Record<string, unknown>>) {
  const { value, findings } = calculate({ formula, params });
  expect(value).toBeNull();
  return findings.map(({ code, facts }) => [code, facts["what"], facts["nearest"] ?? facts["expected"]]);
}

describe("what a formula is told", () => {
  it("is refused by name where it is missing, unknown, no number or out of bounds", () => {
    expect(found("eoq", { demand: 7300 })).toEqual([["BAD_STEP", "orderCost", "given"]]);
    expect(found("eoq", { demand: 7300, orderCost: 45 })).toEqual([["BAD_STEP", "holdingCost", "given"]]);
    expect(found("eoq", { demand: 7300, orderCost: 45, holdingCots: 2 })).toEqual([
      ["BAD_STEP", "holdingCots", "holdingCost"],
    ]);
    expect(found("eoq", { demand: "many", orderCost: 45 })).toEqual([["BAD_STEP", "demand=many", "number"]]);
    expect(found("safety-stock", { leadDays: 9, deviation: 12, serviceLevel: 0.95 })).toEqual([
      ["BAD_STEP", "serviceLevel=0.95", "≥ 50, ≤ 99.999999"],
    ]);
    expect(found("safety-stock", { leadDays: 9, deviation: 12, leadDeviation: 2 })).toEqual([
      ["BAD_STEP", "demand", "given"],
    ]);
  });

  it("is refused where a factor is zero or no whole number, or a quantity is finer than may be", () => {
    expect(found("unit-convert", { qty: 1, numerator: 0 })).toEqual([
      ["BAD_STEP", "numerator=0", "≥ 1, ≤ 1000000000"],
    ]);
    expect(found("unit-convert", { qty: 1, numerator: 1.5 })).toEqual([
      ["BAD_STEP", "numerator=1.5", "≥ 1, ≤ 1000000000"],
    ]);
    expect(found("unit-convert", { qty: 1, numerator: 1, denominator: 3, decimals: 0 })).toEqual([
      ["BAD_STEP", "qty=1", "wholeUnits"],
    ]);
    expect(found("unit-convert", { qty: 0.000001, numerator: 1, denominator: 3 })).toEqual([
      ["BAD_STEP", "qty=0.000001", "wholeUnits"],
    ]);
  });

  it("is refused where payment terms do not come to the whole, or say no value", () => {
    const asked = { date: "2026-01-05", amount: 100 };
    expect(found("terms", { ...asked, lines: "percentTotal:30,percentTotal:60:30" })).toEqual([
      ["BAD_STEP", "lines", "whole100"],
    ]);
    expect(found("terms", { ...asked, lines: [{ kind: "percentTotal" }] })).toEqual([
      ["BAD_STEP", "lines.value", "given"],
    ]);
    expect(found("terms", { ...asked, lines: "everything:1" })).toEqual([
      ["BAD_STEP", "lines.kind=everything", "percentTotal, percentRemaining, fixed, remainder"],
    ]);
  });

  it("is refused where one thing is said twice, and where a formula is not known", () => {
    expect(found("eoq", { D: 1, demand: 2, S: 3 })).toEqual([["BAD_STEP", "demand", "single"]]);
    expect(found("eok", {})).toEqual([["BAD_STEP", "formula eok", "eoq"]]);
    expect(found("eoq", { D: 1, S: 1, prices: [{ minQty: 0, prise: 2 }] })).toEqual([
      ["BAD_STEP", "prices.prise", "price"],
      ["BAD_STEP", "prices.price", "given"],
    ]);
  });

  it("may be rows as objects, lists or one line, and numbers as texts", () => {
    const asked = (prices: unknown) =>
      calculate({ formula: "eoq", params: { D: "7300", S: 45, H: "2.6", prices } }).value;
    const told = asked("0:10,1000:9.5");
    expect(told).toMatchObject({ qty: 1000, price: 9.5 });
    expect(
      asked([
        { minQty: 0, price: 10 },
        { minQty: 1000, price: 9.5 },
      ]),
    ).toEqual(told);
    expect(
      asked([
        [0, 10],
        [1000, 9.5],
      ]),
    ).toEqual(told);
  });

  it("never comes to NaN, however large or small", () => {
    for (const demand of [1e-300, 1e300, 5e-324]) {
      const { value } = calculate({
        formula: "eoq",
        params: { demand, orderCost: 1e300, holdingCost: 1e-300 },
      });
      for (const figure of Object.values(value ?? {})) {
        expect(figure === null || Number.isFinite(figure)).toBe(true);
      }
    }
  });
});
