import { runReport, textOf } from "../../../test/support/run-report";
import { availableToPromise } from "./available-to-promise";
import { openOrders } from "./open-orders";

const book = {
  items: `
    code
    A
    B`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    S1   supplier
    C1   customer
    C2   customer`,
  purchases: `
    status rowId number line type date       partner warehouse item qty price ref    promised
    posted p1    CG-1   1    CG   2026-01-02 S1      MAIN      A    50  4     -      2026-01-20
    posted p2    RK-1   1    RK   2026-01-05 S1      MAIN      A    30  4     CG-1   -
    posted p3    CT-1   1    CT   2026-01-06 S1      MAIN      A    4   4     RK-1   -
    posted p4    CF-1   1    CF   2026-01-07 S1      MAIN      A    26  4     RK-1   -
    posted p5    CG-2   1    CG   2026-01-08 S1      MAIN      B    5   1     -      2026-02-01`,
  sales: `
    status rowId number line type date       partner warehouse item qty price ref    promised
    posted x1    XS-1   1    XS   2026-01-03 C1      MAIN      A    20  9     -      2026-01-10
    posted x2    XS-2   1    XS   2026-01-04 C2      MAIN      A    15  9     -      2026-01-25
    posted x3    XS-3   1    XS   2026-01-04 C2      MAIN      A    6   9     -      -
    closed x4    XS-4   1    XS   2026-01-04 C2      MAIN      A    99  9     -      -
    posted x5    CK-1   1    CK   2026-01-09 C1      MAIN      A    12  9     XS-1   -
    posted x6    CK-2   1    CK   2026-01-09 C2      MAIN      A    6   9     XS-3   -`,
};

describe("open orders", () => {
  const columns = "number ordered executed returned invoiced open state late";

  it("tell what was executed, returned and invoiced of each line, and how late the rest is", () => {
    const { rows } = runReport(openOrders, book, { asOf: "2026-01-15" });
    expect(textOf(rows, columns)).toEqual([
      "XS-1 20 12 0 0 8 partial 5",
      "XS-2 15 0 0 0 15 none 0",
      "CG-1 50 30 4 26 20 partial 0",
      "CG-2 5 0 0 0 5 none 0",
    ]);
  });

  it("are shown as they stood at the end of a day, with all that is done or closed where asked for", () => {
    const asked = { asOf: "2026-01-05", types: "XS", all: "yes" };
    expect(textOf(runReport(openOrders, book, asked).rows, columns)).toEqual([
      "XS-1 20 0 0 0 20 none 0",
      "XS-2 15 0 0 0 15 none 0",
      "XS-3 6 0 0 0 6 none 0",
      "XS-4 99 0 0 0 0 closed 0",
    ]);
    expect(textOf(runReport(openOrders, book, { item: "B" }).rows, "number open")).toEqual(["CG-2 5"]);
  });
});

describe("what can be promised", () => {
  it("is the least that will be there from a day on, with what is overdue counted today", () => {
    const { rows } = runReport(availableToPromise, book, { asOf: "2026-01-15" });
    expect(textOf(rows, "item warehouse date in out projected available")).toEqual([
      "A MAIN 2026-01-15 0 8 0 0",
      "A MAIN 2026-01-20 20 0 20 5",
      "A MAIN 2026-01-25 0 15 5 5",
      "B MAIN 2026-01-15 0 0 0 0",
      "B MAIN 2026-02-01 5 0 5 5",
    ]);
  });

  it("is nothing of goods kept apart, neither of those there nor of those due there", () => {
    const apart = {
      ...book,
      warehouses: `
        code kind
        MAIN -
        WI   inspect
        WR   reject`,
      purchases: `
        status rowId number line type date       partner warehouse item qty price ref promised
        posted p1    CG-1   1    CG   2026-01-02 S1      WI        A    50  4     -   2026-01-20
        posted p2    RK-1   1    RK   2026-01-05 S1      WI        A    30  4     -   -
        posted p3    RK-2   1    RK   2026-01-05 S1      WR        A    20  4     -   -
        posted p4    RK-3   1    RK   2026-01-05 S1      MAIN      A    9   4     -   -`,
      sales: "",
    };
    const { rows } = runReport(availableToPromise, apart, { asOf: "2026-01-15" });
    expect(textOf(rows, "item warehouse date in out projected available")).toEqual([
      "A MAIN 2026-01-15 0 0 9 9",
      "A WI 2026-01-15 0 0 30 0",
      "A WI 2026-01-20 50 0 80 0",
    ]);
  });
});
