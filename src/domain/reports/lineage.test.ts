import { runReport, textOf } from "../../../test/support/run-report";
import { lineage } from "./lineage";

const FROM = "rowId kind type number item qty value basis";
const TO = "kind type number partner item warehouse qty value";
const masters = {
  items: `
    code costing batched
    bolt fifo    no
    nut  -       no
    kit  -       no
    milk fifo    yes`,
  partners: `
    code
    S1
    C1
    C2`,
  warehouses: `
    code  allowNegative
    MAIN  yes
    SHOP  no`,
};

/** Two receipts, the first with freight; an issue of the first and part of the second. */
function received(item: string): string {
  return `
    rowId date       number type partner warehouse item    net qty ref
    R1    2026-01-01 RK-1   RK   S1      MAIN      ${item} 40  10  -
    R2    2026-01-02 RK-2   RK   S1      MAIN      ${item} 50  10  -
    R9    2026-01-09 FT-1   FT   S1      -         -       5   -   RK-1`;
}
const issued = (item: string): string => `
    rowId date       number type partner warehouse item    qty
    S1    2026-01-03 CK-1   CK   C1      MAIN      ${item} 14`;

describe("lineage", () => {
  it("of a fifo issue names the layers that it took, and what freight added to them", () => {
    const sheets = { ...masters, purchases: received("bolt"), sales: issued("bolt") };
    const { rows, totals } = runReport(lineage, sheets, { rowId: "S1" });
    expect(textOf(rows, FROM)).toEqual([
      "S1 came RK RK-2 bolt 4 20 layer",
      "S1 came RK RK-1 bolt 10 40 layer",
      "S1 added FT FT-1 bolt 0 5 layer",
    ]);
    expect(totals).toEqual({ value: 65 });
  });

  it("of an averaged issue gives each receipt its share of what the average then was", () => {
    const sheets = { ...masters, purchases: received("nut"), sales: issued("nut") };
    const { rows, totals } = runReport(lineage, sheets, { number: "CK-1" });
    expect(textOf(rows, FROM)).toEqual([
      "S1 came RK RK-2 nut 7 35 average",
      "S1 came RK RK-1 nut 7 28 average",
      "S1 added FT FT-1 nut 0 3.5 average",
    ]);
    expect(totals).toEqual({ value: 66.5 });
  });

  it("of goods made names the freight that came while their materials were in production", () => {
    const settings = `
    key        value
    landedCost remaining`;
    const stock = `
    rowId date       number type warehouse item qty job status role value
    L1    2026-01-03 LL-1   LL   MAIN      nut  10  J1  posted -    -
    L2    2026-01-03 LL-1   LL   -         -    -   J1  posted cost 6
    P1    2026-01-10 CP-1   CP   MAIN      kit  2   J1  closed -    -`;
    const sheets = { ...masters, settings, purchases: received("nut"), stock };
    const { rows, totals } = runReport(lineage, sheets, { rowId: "P1" });
    expect(textOf(rows, FROM)).toEqual([
      "P1 added FT FT-1 kit 0 2.5 average",
      "P1 labour CP CP-1 kit 0 6 average",
      "P1 came RK RK-2 nut 5 25 average",
      "P1 came RK RK-1 nut 5 20 average",
    ]);
    expect(totals).toEqual({ value: 53.5 });
    const forward = runReport(lineage, sheets, { rowId: "R1", direction: "forward" });
    expect(textOf(forward.rows, "kind number item qty value")).toContain("left - kit 1 20");
  });

  it("follows transfers, assemblies and returns back to the receipts", () => {
    const stock = `
    rowId date       number type warehouse toWarehouse item qty role      value
    D1    2026-01-04 DB-1   DB   MAIN      SHOP        bolt 12  -         -
    Z1    2026-01-05 ZX-1   ZX   SHOP      -           bolt 12  component -
    Z2    2026-01-05 ZX-1   ZX   -         -           -    -   cost      6
    Z3    2026-01-05 ZX-1   ZX   SHOP      -           kit  6   product   -
    C1    2026-01-06 CB-1   CB   SHOP      -           kit  -   -         3`;
    const sales = `
    rowId date       number type partner warehouse item qty ref
    S1    2026-01-07 CK-1   CK   C1      SHOP      kit  4   -
    S2    2026-01-08 XT-1   XT   C1      SHOP      kit  1   S1
    S3    2026-01-09 CK-2   CK   C2      SHOP      kit  3   -`;
    const sheets = { ...masters, purchases: received("bolt"), stock, sales };
    const { rows, totals } = runReport(lineage, sheets, { rowId: "S3" });
    expect(textOf(rows, "kind number item qty value")).toEqual([
      "passed XT-1 kit 1 10.67",
      "added CB-1 kit 0 1.5",
      "passed ZX-1 kit 3 30.5",
      "labour ZX-1 kit 0 3",
      "passed DB-1 bolt 6 27.5",
      "came RK-2 bolt 1 5",
      "came RK-1 bolt 5 20",
      "added FT-1 bolt 0 2.5",
    ]);
    expect(totals).toEqual({ value: 32 });
  });

  it("of goods that were not there names the receipt that covered them, or that none did", () => {
    const sales = `
    rowId date       number type partner warehouse item qty
    S0    2026-01-01 CK-1   CK   C1      MAIN      bolt 3`;
    const purchases = `
    rowId date       number type partner warehouse item net qty
    R1    2026-01-02 RK-1   RK   S1      MAIN      bolt 8   2`;
    const covered = runReport(lineage, { ...masters, purchases, sales }, { rowId: "S0" });
    expect(textOf(covered.rows, FROM)).toEqual([
      "S0 came RK RK-1 bolt 2 8 layer",
      "S0 lacking CK CK-1 bolt 1 0 layer",
    ]);
  });

  it("follows goods back that came back by a reversal", () => {
    const sales = `
    rowId date       number type partner warehouse item qty ref    status
    S1    2026-01-03 CK-1   CK   C1      MAIN      bolt 20  -      reversed
    S2    2026-01-04 CK-2   CK   C1      MAIN      bolt -20 CK-1/1 posted
    S3    2026-01-05 CK-3   CK   C2      MAIN      bolt 2   -      posted`;
    const sheets = { ...masters, purchases: received("bolt"), sales };
    const { rows, totals } = runReport(lineage, sheets, { rowId: "S3" });
    expect(textOf(rows, "kind number item qty value")).toEqual([
      "passed CK-2 bolt 2 9.5",
      "came RK-2 bolt 1 5",
      "came RK-1 bolt 1 4",
      "added FT-1 bolt 0 0.5",
    ]);
    expect(totals).toEqual({ value: 9.5 });
  });

  it("of goods that came back to where they had lacked is what they were booked at", () => {
    const sales = `
    rowId date       number type partner warehouse item qty ref    status
    S1    2026-01-03 CK-1   CK   C1      MAIN      bolt 3   -      reversed
    S2    2026-01-04 CK-2   CK   C1      MAIN      bolt -3  CK-1/1 posted`;
    for (const rowId of ["S1", "S2"]) {
      const { rows } = runReport(lineage, { ...masters, sales }, { rowId });
      expect(textOf(rows, "kind number item qty value")).toEqual(["estimate CK-1 bolt 3 0"]);
    }
  });

  it("of a receipt itself is its own price and what came on top", () => {
    const { rows } = runReport(lineage, { ...masters, purchases: received("bolt") }, { rowId: "R1" });
    expect(textOf(rows, "kind number qty value")).toEqual(["came RK-1 10 40", "added FT-1 0 5"]);
  });

  it("answers nothing where nothing is asked for", () => {
    expect(runReport(lineage, { ...masters, purchases: received("bolt") }).rows).toEqual([]);
  });
});

describe("lineage forward", () => {
  it("tells where a receipt went: to whom, into what, and what is left", () => {
    const stock = `
    rowId date       number type warehouse toWarehouse item qty role
    D1    2026-01-04 DB-1   DB   MAIN      SHOP        bolt 5   -
    Z1    2026-01-05 ZX-1   ZX   SHOP      -           bolt 2   component
    Z3    2026-01-05 ZX-1   ZX   SHOP      -           kit  1   product`;
    const sales = `
    rowId date       number type partner warehouse item qty ref
    S1    2026-01-03 CK-1   CK   C1      MAIN      bolt 4   -
    S2    2026-01-06 CK-2   CK   C2      SHOP      kit  1   -
    S3    2026-01-07 XT-1   XT   C1      MAIN      bolt 1   S1`;
    const sheets = { ...masters, purchases: received("bolt"), stock, sales };
    const { rows, totals } = runReport(lineage, sheets, { rowId: "R1", direction: "forward" });
    expect(textOf(rows, TO)).toEqual([
      "began RK RK-1 S1 bolt MAIN 10 45",
      "out CK CK-1 C1 bolt MAIN 4 18",
      "passed DB DB-1 - bolt MAIN 5 22.5",
      "passed ZX ZX-1 - bolt SHOP 2 9",
      "out CK CK-2 C2 kit SHOP 1 9",
      "back XT XT-1 C1 bolt MAIN -1 -4.5",
      "left - - - bolt MAIN 2 9",
      "left - - - bolt SHOP 3 13.5",
    ]);
    expect(totals).toEqual({ value: 45 });
  });

  it("recalls a batch by where its pieces lay, also where one cost holds for all batches", () => {
    const settings = `
    key       value
    batchCost pooled`;
    const purchases = `
    rowId date       number type partner warehouse item net qty batch
    R1    2026-01-01 RK-1   RK   S1      MAIN      milk 40  10  L1
    R2    2026-01-02 RK-2   RK   S1      MAIN      milk 50  10  L2`;
    const sales = `
    rowId date       number type partner warehouse item qty batch
    S1    2026-01-03 CK-1   CK   C1      MAIN      milk 4   L2
    S2    2026-01-04 CK-2   CK   C2      MAIN      milk 3   L1`;
    const sheets = { ...masters, settings, purchases, sales };
    const { rows } = runReport(lineage, sheets, { item: "milk", batch: "L2" });
    expect(textOf(rows, `${TO} batch basis`)).toEqual([
      "began RK RK-2 S1 milk MAIN 10 50 L2 place",
      "out CK CK-1 C1 milk MAIN 4 16 L2 place",
      "left - - - milk MAIN 6 34 L2 place",
    ]);
  });
});
