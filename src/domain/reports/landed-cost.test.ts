import { runReport, textOf } from "../../../test/support/run-report";
import { costDifferenceRows } from "./cost-differences";
import { landedCostShares } from "./landed-cost";
import { stockLedger } from "./stock-ledger";

const COLUMNS = "rowId item share onStock sold";
const masters = {
  items: `
    code
    bolt
    nut
    kit`,
  partners: `
    code
    S1`,
  warehouses: `
    code
    MAIN
    SHOP`,
  purchases: `
    rowId date       number line type partner warehouse item net    total  qty basis  ref
    R1    2026-01-01 RK-1   1    RK   S1      MAIN      bolt 300    300    10  -      -
    R2    2026-01-01 RK-1   2    RK   S1      MAIN      nut  200    200    10  -      -
    R3    2026-01-01 RK-1   3    RK   S1      SHOP      bolt 50     50     1   -      -
    R9    2026-01-09 FT-1   1    FT   S1      -         -    100    100    -   amount RK-1`,
};
const sold = `
    rowId date       number type warehouse toWarehouse item qty
    S1    2026-01-03 QC-1   QC   MAIN      -           bolt 4
    S2    2026-01-04 DB-1   DB   MAIN      SHOP        bolt 3`;

describe.each(["retroactive", "remaining"])("a landed cost that is %s", (landedCost) => {
  const settings = `
    key        value
    landedCost ${landedCost}`;

  it("lies where the goods lie by then, the rest with what was sold of them (DOMAIN §5.10)", () => {
    const { rows, totals } = runReport(
      landedCostShares,
      { ...masters, settings, stock: sold },
      { number: "FT-1" },
    );
    expect(textOf(rows, COLUMNS)).toEqual([
      "R1 bolt 54.55 32.73 21.82",
      "R2 nut 36.36 36.36 0",
      "R3 bolt 9.09 9.09 0",
    ]);
    expect(totals).toEqual({ share: 100, onStock: 78.18, sold: 21.82 });
  });

  it("goes on into what was made of the goods", () => {
    const made = `
    rowId date       number type warehouse item qty role
    S1    2026-01-03 ZX-1   ZX   MAIN      nut  5   component
    S2    2026-01-03 ZX-1   ZX   MAIN      kit  5   product
    S3    2026-01-04 QC-1   QC   MAIN      kit  1   -`;
    const { rows } = runReport(landedCostShares, { ...masters, settings, stock: made });
    expect(textOf(rows, COLUMNS)[1]).toBe("R2 nut 36.36 32.72 3.64");
  });

  it("is rounded half up where some of the pieces have left", () => {
    const purchases = `
    rowId date       number line type partner warehouse item net   total qty ref
    R1    2026-01-01 RK-1   1    RK   S1      MAIN      bolt 75.14 75.14 12  -
    R9    2026-01-09 FT-1   1    FT   S1      -         -    75.45 75.45 -   RK-1`;
    const stock = `
    rowId date       number type warehouse item qty
    S1    2026-01-03 QC-1   QC   MAIN      bolt 2`;
    const { rows } = runReport(landedCostShares, { ...masters, settings, purchases, stock });
    // 75.45 × 10 ÷ 12 = 62.875
    expect(textOf(rows, COLUMNS)).toEqual(["R1 bolt 75.45 62.88 12.57"]);
  });

  it("is on stock while the goods are in production, and goes on into what is made of them later", () => {
    const used = `
    rowId date       number type warehouse item qty job unitCost status
    S1    2026-01-03 LL-1   LL   MAIN      nut  10  J1  -        posted`;
    const stored = runReport(landedCostShares, { ...masters, settings, stock: used });
    expect(textOf(stored.rows, COLUMNS)[1]).toBe("R2 nut 36.36 36.36 0");
    const made = `${used}
    S2    2026-01-10 CP-1   CP   MAIN      kit  2   J1  20       closed
    S3    2026-01-11 QC-1   QC   MAIN      kit  1   -   -        posted`;
    const { rows, totals } = runReport(stockLedger, { ...masters, settings, stock: made });
    expect(textOf(rows, "rowId value")).toContain("S2 236.36");
    expect(textOf(rows, "rowId value")).toContain("S3 -118.18");
    expect(totals?.["value"]).toBe(531.82);
    expect(runReport(costDifferenceRows, { ...masters, settings, stock: made }).rows).toEqual([]);
  });

  it("goes on with goods that a job made before, those that were sold by then too", () => {
    const stock = `
    rowId date       number type warehouse item qty job unitCost status
    S1    2026-01-03 LL-1   LL   MAIN      nut  10  J1  -        posted
    S2    2026-01-04 CP-1   CP   MAIN      kit  2   J1  20       closed
    S3    2026-01-05 QC-1   QC   MAIN      kit  1   -   -        posted
    S4    2026-01-12 CP-2   CP   MAIN      kit  2   J1  20       closed`;
    const sheets = { ...masters, settings, stock };
    expect(textOf(runReport(stockLedger, sheets).rows, "rowId value")).toContain("S4 118.18");
    // half of it is of what was made before, and half of that was sold
    const { totals } = runReport(costDifferenceRows, sheets);
    expect(totals).toEqual({ amount: landedCost === "remaining" ? 9.09 : 0 });
  });

  it("lies where each piece lies that has a number of its own", () => {
    const { rows } = runReport(landedCostShares, {
      ...masters,
      items: `
    code serialized costing
    gun  yes        batch`,
      settings,
      purchases: `
    rowId date       number line type partner warehouse item net   total qty serial   ref
    R1    2026-01-01 RK-1   1    RK   S1      MAIN      gun  30    30    3   G1;G2;G3 -
    R9    2026-01-09 FT-1   1    FT   S1      -         -    9     9     -   -        RK-1`,
      stock: `
    rowId date       number type warehouse item qty serial
    S1    2026-01-03 QC-1   QC   MAIN      gun  1   G1`,
    });
    expect(textOf(rows, COLUMNS)).toEqual(["R1 gun 9 6 3"]);
  });
});
