import { runReport, textOf } from "../../../test/support/run-report";
import { openItems } from "./open-items";

const trade = {
  items: `
    code kind
    work service`,
  partners: `
    code kind
    C1   customer
    C2   customer
    S1   supplier`,
  accounts: `
    code
    BANK`,
  warehouses: `
    code
    MAIN`,
  purchases: `
    type date       number partner item warehouse qty net tax total due
    RK   2026-01-05 RK-1   S1      work MAIN      1   80  0   80    2026-02-05`,
  sales: `
    type date       number partner item warehouse qty net tax   total  due        ref
    CK   2026-01-10 CK-2   C1      work MAIN      1   200 0     200.00 2026-03-10 -
    CK   2026-01-09 CK-1   C1      work MAIN      2   100 13.00 113.00 2026-04-09 -
    XT   2026-01-20 XT-1   C1      work MAIN      1   50  6.50  56.50  -          CK-1/1
    CK   2026-01-11 CK-3   C2      work MAIN      1   30  0     30.00  -          -`,
  payments: `
    type date       number partner account amount against
    SK   2026-02-01 SK-1   C1      BANK    70     CK-2
    SK   2026-02-02 SK-2   C2      BANK    50     CK-3`,
};
const AMOUNTS = "partner type number date due amount paid credited settled open";

describe("open items", () => {
  it("are what is owed less what was paid and credited, by partner and due day; advances negative", () => {
    const { rows, totals } = runReport(openItems, trade, { side: "receivable" });
    expect(textOf(rows, AMOUNTS)).toEqual([
      "C1 CK CK-2 2026-01-10 2026-03-10 200 70 0 70 130",
      "C1 CK CK-1 2026-01-09 2026-04-09 113 0 56.5 56.5 56.5",
      "C2 SK SK-2 2026-02-02 2026-02-02 -50 -30 0 -30 -20",
    ]);
    expect(totals).toEqual({ amount: 263, paid: 40, credited: 56.5, settled: 96.5, open: 166.5 });
  });

  it("show settled ones too when all are asked for", () => {
    const { rows } = runReport(openItems, trade, { side: "应收", all: "yes", partner: "C2" });
    expect(textOf(rows, AMOUNTS)).toEqual([
      "C2 CK CK-3 2026-01-11 2026-01-11 30 30 0 30 0",
      "C2 SK SK-2 2026-02-02 2026-02-02 -50 -30 0 -30 -20",
    ]);
  });

  it("are those of both sides without a total where no side is named, one line an item", () => {
    const { rows, totals } = runReport(openItems, trade, { asOf: "2026-01-09" });
    expect(textOf(rows, "side number line open")).toEqual(["receivable CK-1 1 113", "payable RK-1 1 80"]);
    expect(totals).toBeNull();
  });

  it("stand as they did on a past day, without what was paid or returned later", () => {
    const { rows } = runReport(openItems, trade, { side: "receivable", asOf: "2026-01-19" });
    expect(textOf(rows, "number settled open")).toEqual(["CK-2 0 200", "CK-1 0 113", "CK-3 0 30"]);
  });
});
