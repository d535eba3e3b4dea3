import { runReport, textOf } from "../../../test/support/run-report";
import { stockOnHand } from "./stock-on-hand";

const masters = {
  items: `
    code  batched
    nut   -
    bolt  -
    milk  yes`,
  warehouses: `
    code
    MAIN
    SHOP`,
  partners: `
    code  kind
    C1    customer
    S1    supplier`,
};
const goods = {
  ...masters,
  settings: `
    key            value
    negativeStock  allow`,
  purchases: `
    type date       number partner warehouse item qty price net   tax  total
    RK   2026-01-01 RK-1   S1      MAIN      bolt 3   -     20.00 2.60 22.60
    RK   2026-02-01 RK-2   S1      MAIN      bolt 1   -     8.00  1.04 9.04`,
  sales: `
    type date       number partner warehouse item qty price net   tax  total
    CK   2026-01-10 CK-1   C1      MAIN      bolt 1   -     10.00 1.30 11.30`,
};
const PLACES = "item warehouse batch qty value unitCost";

function places(sheets: Readonly<Record<string, string>>, asOf: string): readonly string[] {
  return textOf(runReport(stockOnHand, sheets, { asOf }).rows, PLACES);
}

describe("stock on hand", () => {
  it("is what came in less what went out at its cost, by item and warehouse", () => {
    const { rows, totals } = runReport(stockOnHand, goods);
    expect(textOf(rows, PLACES)).toEqual(["bolt MAIN - 3 21.33 7.11"]);
    expect(totals).toEqual({ qty: 3, value: 21.33, reserved: 0, available: 3 });
  });

  it("stands at the end of a day, that day included", () => {
    const at = (asOf: string): readonly string[] => places(goods, asOf);
    expect(at("2025-12-31")).toEqual([]);
    expect(at("2026-01-09")).toEqual(["bolt MAIN - 3 20 6.666667"]);
    expect(at("2026-01-10")).toEqual(["bolt MAIN - 2 13.33 6.665"]);
    expect(at("2026-01-31")).toEqual(["bolt MAIN - 2 13.33 6.665"]);
  });

  it("shows a past shortage at what the goods that covered it cost later", () => {
    const short = {
      ...goods,
      purchases: `
        type date       number partner warehouse item qty net   tax total
        RK   2026-01-01 RK-1   S1      MAIN      bolt 2   12.00 0   12.00
        RK   2026-03-01 RK-2   S1      MAIN      bolt 10  70.00 0   70.00`,
      sales: `
        type date       number partner warehouse item qty net tax total
        CK   2026-02-01 CK-1   C1      MAIN      bolt 5   50  0   50`,
    };
    const at = (asOf: string): readonly string[] => places(short, asOf);
    expect(at("2026-02-28")).toEqual(["bolt MAIN - -3 -21 7"]);
    expect(at("2026-03-01")).toEqual(["bolt MAIN - 7 49 7"]);
  });

  it("keeps batches apart", () => {
    const batches = {
      ...masters,
      stock: `
        type date       number warehouse item batch qty value
        KZ   2026-01-01 KZ-1   MAIN      milk L2    1   5
        KZ   2026-01-01 KZ-1   MAIN      milk L1    2   6`,
    };
    expect(textOf(runReport(stockOnHand, batches).rows, PLACES)).toEqual([
      "milk MAIN L1 2 6 3",
      "milk MAIN L2 1 5 5",
    ]);
  });

  it("shares the cost of the whole company by quantity, the last warehouse takes the rest", () => {
    const company = {
      ...masters,
      settings: `
        key           value
        costingScope  company`,
      stock: `
        type date       number warehouse toWarehouse item qty value
        KZ   2026-01-01 KZ-1   SHOP      -           bolt 3   10
        DB   2026-01-02 DB-1   SHOP      MAIN        bolt 2   -`,
    };
    expect(textOf(runReport(stockOnHand, company).rows, PLACES)).toEqual([
      "bolt MAIN - 2 6.67 3.335",
      "bolt SHOP - 1 3.33 3.33",
    ]);
  });

  const changed = {
    ...masters,
    settings: `
      key            value
      costing        monthly-average
      negativeStock  allow`,
    methodChange: `
      item period  method reason
      bolt 2026-02 fifo   audit`,
    stock: `
      type date       number warehouse item qty value
      KZ   2026-01-01 KZ-1   SHOP      bolt 6   100
      KZ   2026-01-01 KZ-1   MAIN      bolt 1   0.01
      QC   2026-01-02 QC-1   LAST      bolt 3   -
      QR   2026-02-05 QR-1   LAST      bolt 5   100`,
    warehouses: `
      code
      LAST
      MAIN
      SHOP`,
  };

  it("is worth the same in each warehouse the day a change gives each its own cost, to the cent", () => {
    const after = [
      "bolt LAST - -3 -42.86 14.286667",
      "bolt MAIN - 1 14.29 14.29",
      "bolt SHOP - 6 85.72 14.286667",
    ];
    expect(places(changed, "2026-01-31")).toEqual(after);
    expect(places(changed, "2026-02-01")).toEqual(after);
  });

  it("has what covers an inherited lack as a difference on the day of the receipt", () => {
    expect(places(changed, "2026-02-05")).toEqual([
      "bolt LAST - 2 40 20",
      "bolt MAIN - 1 14.29 14.29",
      "bolt SHOP - 6 85.72 14.286667",
    ]);
    expect(runReport(stockOnHand, changed, { asOf: "2026-02-05" }).totals).toMatchObject({ value: 140.01 });
  });

  it("holds back what orders have not got yet, and lists a place that has only orders", () => {
    const orders = {
      ...goods,
      sales: `
        type date       number partner warehouse item qty net tax total ref    status
        XS   2026-01-02 XS-1   C1      MAIN      bolt 2   20  0   20    -      posted
        XS   2026-01-02 XS-2   C1      SHOP      nut  4   20  0   20    -      posted
        XS   2026-01-02 XS-3   C1      MAIN      bolt 9   90  0   90    -      closed
        CK   2026-01-10 CK-1   C1      MAIN      bolt 1   10  0   10    XS-1/1 posted`,
    };
    const at = (asOf: string): readonly string[] =>
      textOf(runReport(stockOnHand, orders, { asOf }).rows, "item warehouse qty reserved available");
    expect(at("2026-01-09")).toEqual(["bolt MAIN 3 2 1", "nut SHOP 0 4 -4"]);
    expect(at("2026-01-10")).toEqual(["bolt MAIN 2 1 1", "nut SHOP 0 4 -4"]);
  });

  it("can be asked of one item or one warehouse", () => {
    const { rows, totals } = runReport(stockOnHand, goods, { item: "nut" });
    expect([rows, totals]).toEqual([[], { qty: 0, value: 0, reserved: 0, available: 0 }]);
    expect(runReport(stockOnHand, goods, { warehouse: "MAIN" }).rows).toHaveLength(1);
  });

  it("has nothing to promise of what waits for inspection, was rejected or is on its way", () => {
    const apart = {
      ...masters,
      warehouses: `
        code kind
        MAIN -
        SHOP shop
        WI   inspect
        WR   reject`,
      purchases: `
        type date       number partner warehouse item qty net tax total
        RK   2026-01-01 RK-1   S1      MAIN      bolt 12  48  0   48`,
      stock: `
        type date       number warehouse toWarehouse item qty
        DB   2026-01-02 DB-1   MAIN      WR          bolt 4
        DB   2026-01-02 DB-2   MAIN      WI          bolt 3
        DB   2026-01-02 DB-3   MAIN      SHOP        bolt 2
        DC   2026-01-02 DC-1   MAIN      SHOP        bolt 1`,
    };
    const { rows, totals } = runReport(stockOnHand, apart);
    expect(textOf(rows, "warehouse qty available")).toEqual([
      "MAIN 2 2",
      "SHOP 2 2",
      "TRANSIT 1 0",
      "WI 3 0",
      "WR 4 0",
    ]);
    expect(totals).toEqual({ qty: 12, value: 48, reserved: 0, available: 4 });
  });
});
