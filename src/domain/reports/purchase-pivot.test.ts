import { runReport, textOf } from "../../../test/support/run-report";
import { purchasePivot } from "./purchase-pivot";

const trade = {
  items: `
    code
    bolt`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind     name
    S1   supplier 永顺
    S2   supplier 大华`,
  purchases: `
    type date       number partner warehouse item qty accepted rejected net    tax   total  ref
    RK   2026-01-05 RK-1   S1      MAIN      bolt 10  8        2        80.00  10.40 90.40  -
    RK   2026-01-06 RK-2   S2      MAIN      bolt 5   -        -        60.00  0     60.00  -
    CT   2026-01-07 CT-1   S1      MAIN      bolt 2   -        -        24.00  3.12  27.12  RK-1
    CF   2026-01-08 CF-1   S2      MAIN      bolt 5   -        -        65.00  0     65.00  RK-2`,
};

describe("purchase pivot", () => {
  it("sums what was accepted less what went back, and what the goods cost in stock", () => {
    const asked = { rows: "partner", measure: "qty,net,total,cost" };
    const { rows } = runReport(purchasePivot, trade, asked);
    expect(textOf(rows, "partner *|qty *|net *|total *|cost")).toEqual([
      "S1 6 56 63.28 60",
      "S2 5 60 60 65",
      "- 11 116 123.28 125",
    ]);
  });

  it("knows columns by their titles, and keeps invoices apart", () => {
    const { rows } = runReport(purchasePivot, trade, { rows: "单位名称", types: "采购发票" });
    expect(textOf(rows, "单位名称 *|net")).toEqual(["大华 65", "- 65"]);
    expect(textOf(runReport(purchasePivot, trade, { rows: "partner.name" }).rows, "partner.name")).toEqual([
      ...["大华", "永顺", "-"],
    ]);
  });
});
