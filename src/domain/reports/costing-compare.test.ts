import { runReport } from "../../../test/support/run-report";
import { costingCompare } from "./costing-compare";

const sheets = {
  items: `
    code  standardCost
    bolt  4.20
    nut   -`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    S01  supplier
    C01  customer`,
  purchases: `
    type date       number partner warehouse item qty price net   total
    RK   2026-01-01 RK-1   S01     MAIN      bolt 10  4     40.00 40.00
    RK   2026-01-02 RK-2   S01     MAIN      bolt 10  5     50.00 50.00
    RK   2026-01-20 RK-3   S01     MAIN      bolt 4   6.60  26.40 26.40
    RK   2026-01-03 RK-4   S01     MAIN      nut  1   3     3.00  3.00`,
  sales: `
    type date       number partner warehouse item qty price net    total
    CK   2026-01-03 CK-1   C01     MAIN      bolt 14  9     126.00 126.00`,
};

describe("costing methods compared", () => {
  it("are worked out on one ledger: closing value and cost of sales by each", () => {
    const { rows, totals } = runReport(costingCompare, sheets);
    expect(rows[0]).toEqual({
      item: "bolt",
      qty: 10,
      "moving-average|value": 53.4,
      "moving-average|cogs": 63,
      "moving-average|difference": 0,
      "fifo|value": 56.4,
      "fifo|cogs": 60,
      "fifo|difference": 0,
      "lifo|value": 50.4,
      "lifo|cogs": 66,
      "lifo|difference": 0,
      "monthly-average|value": 48.5,
      "monthly-average|cogs": 67.9,
      "monthly-average|difference": 0,
      "batch|value": 53.4,
      "batch|cogs": 63,
      "batch|difference": 0,
      "standard|value": 42,
      "standard|cogs": 58.8,
      "standard|difference": 0,
      "standard|variance": 15.6,
    });
    expect(rows).toHaveLength(2);
    expect(totals).toMatchObject({ qty: 11, "fifo|value": 59.4, "fifo|cogs": 60 });
  });

  it("look at one item, and at a range of days", () => {
    const { rows } = runReport(costingCompare, sheets, {
      item: "bolt",
      from: "2026-01-04",
      to: "2026-01-19",
    });
    expect(rows).toMatchObject([{ item: "bolt", qty: 6, "fifo|value": 30, "fifo|cogs": 0 }]);
  });
});
