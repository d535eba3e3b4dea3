import { runReport, textOf } from "../../../test/support/run-report";
import { cashBook } from "./cash-book";

const trade = {
  items: `
    code kind
    work service`,
  partners: `
    code kind
    C1   customer
    S1   supplier`,
  accounts: `
    code
    BANK
    CASH`,
  warehouses: `
    code
    MAIN`,
  purchases: `
    type date       number partner item warehouse qty net tax total account paid
    RK   2026-01-05 RK-1   S1      work MAIN      1   80  0   80    CASH    30
    CT   2026-01-06 CT-1   S1      work MAIN      1   8   0   8     CASH    8`,
  sales: `
    type date       number partner item warehouse qty net tax total account paid
    CK   2026-01-07 CK-1   C1      work MAIN      1   99  0   99    CASH    40
    XT   2026-01-08 XT-1   C1      work MAIN      1   9   0   9     CASH    9`,
  payments: `
    type date       number partner account amount fee
    KZ   2026-01-01 KZ-1   -       BANK    1000   -
    KZ   2026-01-01 KZ-2   -       CASH    50     -
    KZ   2026-01-01 KZ-3   C1      BANK    -5     -
    SK   2026-02-01 SK-1   C1      BANK    59     1
    FK   2026-02-02 FK-1   S1      BANK    50     0.50`,
};
const FLOWS = "date number account in out balance";

describe("cash book", () => {
  it("has money in and out in business order with its account's balance, a fee as a row of its own", () => {
    const { rows, totals } = runReport(cashBook, trade);
    expect(textOf(rows, FLOWS)).toEqual([
      "2026-01-01 KZ-1 BANK 1000 0 1000",
      "2026-01-01 KZ-2 CASH 50 0 50",
      "2026-01-05 RK-1 CASH 0 30 20",
      "2026-01-06 CT-1 CASH 8 0 28",
      "2026-01-07 CK-1 CASH 40 0 68",
      "2026-01-08 XT-1 CASH 0 9 59",
      "2026-02-01 SK-1 BANK 59 0 1059",
      "2026-02-01 SK-1 BANK 0 1 1058",
      "2026-02-02 FK-1 BANK 0 50 1008",
      "2026-02-02 FK-1 BANK 0 0.5 1007.5",
    ]);
    expect(totals).toEqual({ in: 1157, out: 90.5, balance: 1066.5 });
  });

  it("counts what came before the first day into the balance", () => {
    const { rows, totals } = runReport(cashBook, trade, {
      account: "CASH",
      from: "2026-01-07",
      to: "2026-01-07",
    });
    expect(textOf(rows, FLOWS)).toEqual(["2026-01-07 CK-1 CASH 40 0 68"]);
    expect(totals).toEqual({ in: 40, out: 0, balance: 68 });
  });
});
