import { typedBook } from "../../../test/support/book";
import { dayFromText } from "../kernel/day";
import type { ReportRow } from "./report";
import { stockAgeing } from "./stock-ageing";

const sheets = {
  items: `
    code costing
    bolt fifo
    nut  moving-average`,
  warehouses: `
    code allowNegative
    MAIN yes
    SHOP yes`,
  stock: `
    type date       number warehouse toWarehouse item qty unitCost
    QR   2026-01-01 QR-1   MAIN      -           bolt 10  1
    QR   2026-02-01 QR-2   MAIN      -           bolt 10  2
    DB   2026-03-01 DB-1   MAIN      SHOP        bolt 4   -
    QR   2026-01-01 QR-3   MAIN      -           nut  10  1
    QR   2026-02-01 QR-4   MAIN      -           nut  10  3
    QC   2026-03-01 QC-1   MAIN      -           nut  5   -
    QC   2026-03-01 QC-2   SHOP      -           nut  2   -`,
};

function aged(asOf: string): readonly string[] {
  const { ledgers, view } = typedBook(sheets);
  const asked = { asOf: dayFromText(asOf), buckets: { edges: [30, 60] } };
  const { rows, totals } = stockAgeing.run(ledgers, asked, view);
  return [...rows, totals ?? {}].map((row: ReportRow) => Object.values(row).join(" "));
}

describe("the ageing of stock", () => {
  it("keeps the first day through transfers, shows shortages apart, and ties to what is there", () => {
    expect(aged("2026-03-02")).toEqual([
      "bolt MAIN 10 6 0 20 6 0 0 0 16 26",
      "bolt SHOP 0 4 0 0 4 0 0 0 4 4",
      "nut MAIN 10 5 0 20 10 0 0 0 15 30",
      "nut SHOP 0 0 0 0 0 0 -2 0 -2 0",
      "20 15 0 40 20 0 -2 0 33 60",
    ]);
  });

  it("leaves the edge to the younger bucket", () => {
    expect(aged("2026-03-03")[0]).toBe("bolt MAIN 10 0 6 20 0 6 0 0 16 26");
    expect(aged("2026-03-04")[0]).toBe("bolt MAIN 0 10 6 0 20 6 0 0 16 26");
  });
});
