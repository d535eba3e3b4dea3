import { runReport, textOf } from "../../../test/support/run-report";
import { stockMovement } from "./stock-movement";

const goods = {
  items: `
    code
    bolt
    nut`,
  warehouses: `
    code
    MAIN
    SHOP`,
  partners: `
    code kind
    S1   supplier
    C1   customer`,
  purchases: `
    type date       number partner warehouse item qty net tax total
    RK   2026-01-05 RK-1   S1      MAIN      bolt 10  40  0   40`,
  sales: `
    type date       number partner warehouse item qty net tax total
    CK   2026-02-01 CK-1   C1      MAIN      bolt 4   30  0   30`,
  stock: `
    type date       number warehouse toWarehouse item qty value counted unitCost
    KZ   2026-01-01 KZ-1   MAIN      -           bolt 2   8     -       -
    KZ   2026-01-01 KZ-1   SHOP      -           nut  1   5     -       -
    DB   2026-02-02 DB-1   MAIN      SHOP        bolt 3   -     -       -
    PD   2026-02-03 PD-1   SHOP      -           bolt -   -     3       5`,
};
const FIGURES =
  "item warehouse openingQty openingValue inQty inValue outQty outValue closingQty closingValue";

describe("stock movement", () => {
  it("opens, comes in, goes out and closes; what did not move but is there is listed", () => {
    const { rows, totals } = runReport(stockMovement, goods, { from: "2026-02-01", to: "2026-02-28" });
    expect(textOf(rows, FIGURES)).toEqual([
      "bolt MAIN 12 48 0 0 7 28 5 20",
      "bolt SHOP 0 0 3 15 0 0 3 15",
      "nut SHOP 1 5 0 0 0 0 1 5",
    ]);
    expect(textOf([totals ?? {}], FIGURES)).toEqual(["- - 13 53 3 15 7 28 9 40"]);
  });

  it("tells the same by kind of document, signed, a new price as value alone", () => {
    const { columns, rows } = runReport(stockMovement, goods, { from: "2026-02-01" });
    expect(columns.slice(10).map(({ id }) => id)).toEqual([
      ...["CKQty", "CKValue", "DBQty", "DBValue", "PDQty", "PDValue"],
    ]);
    expect(textOf(rows, "CKQty CKValue DBQty DBValue PDQty PDValue")).toEqual([
      "-4 -16 -3 -12 0 0",
      "0 0 3 12 0 3",
      "0 0 0 0 0 0",
    ]);
  });

  it("without days is all there ever was, and before the first move nothing", () => {
    const { rows } = runReport(stockMovement, goods, { item: "bolt", warehouse: "MAIN" });
    expect(textOf(rows, FIGURES)).toEqual(["bolt MAIN 0 0 12 48 7 28 5 20"]);
    expect(runReport(stockMovement, goods, { to: "2025-12-31" }).rows).toEqual([]);
  });

  it("closes at stock on hand where one cost holds for the whole company, and shows the share", () => {
    const company = {
      ...goods,
      purchases: "",
      sales: "",
      settings: `
        key           value
        costingScope  company`,
      stock: `
        type date       number warehouse item qty value
        QR   2026-01-01 QR-1   MAIN      bolt 1   10
        QR   2026-01-02 QR-2   SHOP      bolt 1   20`,
    };
    expect(textOf(runReport(stockMovement, company).rows, `${FIGURES} sharedValue`)).toEqual([
      "bolt MAIN 0 0 1 15 0 0 1 15 5",
      "bolt SHOP 0 0 1 20 0 5 1 15 -5",
    ]);
  });

  it("of days before anything is shared has no column of what is, whatever comes later", () => {
    const items = `
      code costing
      bolt -
      nut  monthly-average`;
    const stock = `
      type date       number warehouse item qty value
      KZ   2026-01-01 KZ-1   MAIN      bolt 1   8
      KZ   2026-02-01 KZ-2   MAIN      nut  1   5`;
    const ids = (to: string) =>
      runReport(stockMovement, { ...goods, purchases: "", sales: "", items, stock }, { to }).columns.map(
        ({ id }) => id,
      );
    expect(ids("2026-01-31")).not.toContain("sharedValue");
    expect(ids("2026-02-28")).toContain("sharedValue");
  });

  it("shows the share where a change of method alone has brought it, before anything moves", () => {
    const methodChange = `
      item period  method          reason
      bolt 2026-02 monthly-average books`;
    const stock = `
      type date       number warehouse item qty value
      QR   2026-01-01 QR-1   MAIN      bolt 1   10
      QR   2026-01-02 QR-2   SHOP      bolt 1   20`;
    const changed = { ...goods, purchases: "", sales: "", methodChange, stock };
    const { rows } = runReport(stockMovement, changed, { from: "2026-02-01", to: "2026-02-28" });
    expect(textOf(rows, `${FIGURES} sharedValue`)).toEqual([
      "bolt MAIN 1 10 0 5 0 0 1 15 5",
      "bolt SHOP 1 20 0 0 0 5 1 15 -5",
    ]);
  });
});
