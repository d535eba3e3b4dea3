import { runReport, textOf } from "../../../test/support/run-report";
import { stockLedger } from "./stock-ledger";

const goods = {
  items: `
    code
    bolt
    nut`,
  warehouses: `
    code
    MAIN
    SHOP`,
  stock: `
    type date       time  number warehouse toWarehouse item qty value
    QR   2026-01-02 09:30 QR-2   MAIN      -           nut  5   10
    QR   2026-01-01 -     QR-1   MAIN      -           bolt 3   20
    DB   2026-01-03 -     DB-1   MAIN      SHOP        bolt 1   -
    QC   2026-01-03 -     QC-1   MAIN      -           bolt 2   -`,
};
const MOVES = "seq date time type number rowId item warehouse qty value balanceQty balanceValue";

describe("stock ledger", () => {
  it("has a row a move in business order, with what its place came to after it", () => {
    const { rows, totals } = runReport(stockLedger, goods);
    expect(textOf(rows, MOVES)).toEqual([
      "1 2026-01-01 - QR QR-1 stock-0002 bolt MAIN 3 20 3 20",
      "2 2026-01-02 09:30:00 QR QR-2 stock-0001 nut MAIN 5 10 5 10",
      "3 2026-01-03 - DB DB-1 stock-0003 bolt MAIN -1 -6.67 2 13.33",
      "4 2026-01-03 - DB DB-1 stock-0003 bolt SHOP 1 6.67 1 6.67",
      "5 2026-01-03 - QC QC-1 stock-0004 bolt MAIN -2 -13.33 0 0",
    ]);
    expect(totals).toEqual({ qty: 6, value: 16.67 });
  });

  it("counts what came before the first day into the balance, and keeps each move's number", () => {
    const { rows } = runReport(stockLedger, goods, {
      from: "2026-01-03",
      to: "2026-01-03",
      warehouse: "MAIN",
    });
    expect(textOf(rows, "seq qty balanceQty balanceValue")).toEqual(["3 -1 2 13.33", "5 -2 0 0"]);
    expect(textOf(runReport(stockLedger, goods, { item: "nut" }).rows, "seq item")).toEqual(["2 nut"]);
    expect(runReport(stockLedger, goods, { to: "2025-12-31" }).rows).toEqual([]);
  });

  it("says no value of one warehouse once one cost holds for several: stock on hand alone shares it out", () => {
    const settings = `
      key          value
      costingScope company`;
    const { rows } = runReport(stockLedger, { ...goods, settings });
    expect(textOf(rows, "item warehouse balanceQty balanceValue")).toEqual([
      "bolt MAIN 3 20",
      "nut MAIN 5 10",
      "bolt MAIN 2 13.33",
      "bolt SHOP 1 -",
      "bolt MAIN 0 -",
    ]);
    const before = runReport(stockLedger, { ...goods, settings }, { to: "2026-01-02" }).rows;
    expect(textOf(before, "item balanceQty balanceValue")).toEqual(["bolt 3 20", "nut 5 10"]);
  });
});
