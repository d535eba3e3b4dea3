import { blocksOf, fullBudget, halved } from "./blocks";

describe("how much goes over the wire at once", () => {
  it("is half the cells and half the rows after it was too much, until it cannot be less", () => {
    expect(halved(fullBudget)).toEqual({ cells: 120_000, rows: 10_000 });
    expect(halved({ cells: 64, rows: 1 })).toEqual({ cells: 32, rows: 1 });
    expect(halved({ cells: 63, rows: 9 })).toBeNull();
  });

  it("is bounded by rows where a table is narrow", () => {
    const blocks = blocksOf(0, { rows: 25, columns: 1 }, { cells: 1_000, rows: 10 });
    expect(blocks.map(({ count }) => count)).toEqual([10, 10, 5]);
  });
});
