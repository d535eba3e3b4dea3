import { runReport, textOf } from "../../../test/support/run-report";
import { costVariance } from "./cost-variance";
import { stockMovement } from "./stock-movement";

const masters = {
  items: `
    code costing  standardCost
    bolt standard 10
    nut  fifo     -`,
  warehouses: `
    code
    MAIN
    SHOP`,
  periods: `
    period  state
    2026-01 closed`,
};
const SHOWN = "warehouse period opening ofReceipts ofTransfers rate ofIssues closing state";

function months(stock: string, asked: Readonly<Record<string, string>> = {}): readonly string[] {
  return textOf(runReport(costVariance, { ...masters, stock }, asked).rows, SHOWN);
}

describe("the variance to standard cost", () => {
  const stock = `
    type date       number warehouse toWarehouse item qty value
    QR   2026-01-05 QR-1   MAIN      -           bolt 100 1050
    QR   2026-01-06 QR-2   MAIN      -           bolt 20  190
    QC   2026-01-20 QC-1   MAIN      -           bolt 90  -
    QR   2026-02-05 QR-3   MAIN      -           bolt 10  112
    QC   2026-02-20 QC-2   MAIN      -           bolt 7   -
    QC   2026-03-20 QC-3   MAIN      -           bolt 33  -`;

  it("is shared by the rate of the month, and what stays goes on; where nothing stays, issues take the rest", () => {
    // January: 40.00 over 1,200.00; February: (10.00 + 12.00) over 400.00
    expect(months(stock)).toEqual([
      "MAIN 2026-01 0 40 0 3.333333 30 10 closed",
      "MAIN 2026-02 10 12 0 5.5 3.85 18.15 provisional",
      "MAIN 2026-03 18.15 0 0 5.5 18.15 0 provisional",
    ]);
  });

  it("can be asked of some months, also of later ones, in which it stays", () => {
    expect(months(stock, { from: "2026-02-01", to: "2026-02-28" })).toHaveLength(1);
    const left = stock.split("\n").slice(0, -1).join("\n");
    expect(months(left, { from: "2026-04-01", to: "2026-04-30" })).toEqual([
      "MAIN 2026-04 18.15 0 0 5.5 0 18.15 provisional",
    ]);
  });

  it("goes along with transfers at the rate of the month", () => {
    const sent = `
      type date       number warehouse toWarehouse item qty value
      QR   2026-02-05 QR-1   MAIN      -           bolt 10  130
      DB   2026-02-06 DB-1   MAIN      SHOP        bolt 4   -
      QR   2026-02-07 QR-2   SHOP      -           bolt 4   40
      DB   2026-02-08 DB-2   SHOP      MAIN        bolt 2   -
      QC   2026-02-09 QC-1   SHOP      -           bolt 6   -`;
    const { rows, totals } = runReport(costVariance, { ...masters, stock: sent });
    const sum = (id: string): number => rows.reduce((all, row) => all + Math.round(Number(row[id]) * 100), 0);
    // 10.91 go to the shop with 40.00 of 120.00, 2.73 come back with 20.00 of 80.00
    expect(textOf(rows, SHOWN)).toEqual([
      "MAIN 2026-02 0 30 -8.18 27.275 0 21.82 provisional",
      "SHOP 2026-02 0 0 8.18 13.6375 8.18 0 provisional",
    ]);
    expect(sum("ofTransfers")).toBe(0);
    expect(totals).toEqual({ ofReceipts: 30, ofTransfers: 0, ofIssues: 8.18 });
  });

  it("takes what comes late for goods that are still there; what is sold has had its own", () => {
    const late = runReport(
      costVariance,
      {
        ...masters,
        settings: `
          key         value
          landedCost  remaining`,
        purchases: `
          type date       number item warehouse qty price net ref
          RK   2026-02-05 RK-1   bolt MAIN      10  11    110 -
          FT   2026-03-09 FT-1   -    -         -   -     10  RK-1`,
        stock: `
          type date       number warehouse toWarehouse item qty
          DB   2026-02-06 DB-1   MAIN      SHOP        bolt 3
          QC   2026-02-07 QC-1   MAIN      -           bolt 4`,
      },
      { from: "2026-03-01" },
    );
    // of 10.00 for 10 pieces 3.00 are in each warehouse, 4.00 are of those sold
    expect(textOf(late.rows, SHOWN)).toEqual([
      "MAIN 2026-03 3 3 0 20 0 6 provisional",
      "SHOP 2026-03 3 3 0 20 0 6 provisional",
    ]);
  });

  it("is of the issues where nothing is there any more", () => {
    const gone = `
      type date       number warehouse item qty value counted unitCost
      QR   2026-02-05 QR-1   MAIN      bolt 10  130   -       -
      QC   2026-02-06 QC-1   MAIN      bolt 10  -     -       -
      CB   2026-02-07 CB-1   MAIN      bolt -   -     -       12`;
    expect(months(gone)).toEqual(["MAIN 2026-02 0 30 0 30 30 0 provisional"]);
  });

  it("lowers what goes back and leaves the stock at its standard", () => {
    const back = `
      type date       number warehouse item qty value counted unitCost
      QR   2026-02-05 QR-1   MAIN      bolt 10  130   -       -
      PD   2026-02-06 PD-1   MAIN      bolt -   -     -       12
      QC   2026-02-07 QC-1   MAIN      bolt 5   -     -       -`;
    expect(months(back)).toEqual(["MAIN 2026-02 0 30 0 25 15 15 provisional"]);
    const [row] = runReport(stockMovement, { ...masters, stock: back }).rows;
    expect(row).toMatchObject({ closingQty: 5, closingValue: 60 });
  });
});
