import { typedBook } from "../../../../test/support/book";
import { textOf } from "../../../../test/support/run-report";
import { stockLedger } from "../../reports/stock-ledger";
import { stockOnHand } from "../../reports/stock-on-hand";

const masters = {
  items: `
    code purchasePrice decimals
    bolt 1             0`,
  units: `
    item unit numerator denominator
    bolt box  12        1`,
  warehouses: `
    code allowNegative
    MAIN yes
    SHOP yes`,
};

/** The stock ledger in a few words: row, quantity, value. */
function ledger(sheets: Readonly<Record<string, string>>): readonly string[] {
  const { ledgers, view } = typedBook({ ...masters, ...sheets });
  return textOf(stockLedger.run(ledgers, {}, view).rows, "rowId qty value");
}

describe("the order in which stock moves", () => {
  const stock = `
    rowId type date       time     number warehouse item qty value
    r3    QC   2026-01-05 -        QC-1   MAIN      bolt 1   -
    r2    QR   2026-01-05 -        QR-1   MAIN      bolt 1   5
    r1    QR   2026-01-05 09:00:00 QR-2   MAIN      bolt 1   9
    r0    QC   2026-01-06 -        QC-2   MAIN      bolt 1   -`;

  it("is date, time, then rowId, wherever the rows stand", () => {
    expect(ledger({ stock })).toEqual(["r2 1 5", "r3 -1 -5", "r1 1 9", "r0 -1 -9"]);
  });

  it("lets what comes in go first within a day where the book says so", () => {
    const settings = `
      key          value
      sameDayOrder receiptsFirst`;
    expect(ledger({ settings, stock })).toEqual(["r2 1 5", "r1 1 9", "r3 -1 -7", "r0 -1 -7"]);
  });
});

describe("an allowance", () => {
  const purchases = `
    rowId type date       number partner warehouse item qty net    tax total  ref
    r1    RK   2026-01-05 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 -
    r3    CF   2026-01-07 CF-1   S1      -         bolt 0   -40.00 0   -40.00 RK-1
    r4    CF   2026-01-08 CF-2   S1      -         bolt 0   -90.00 0   -90.00 RK-1`;
  const stock = `
    rowId type date       number warehouse item qty value
    r0    QR   2026-01-04 QR-1   MAIN      bolt 10  50
    r2    QC   2026-01-06 QC-1   MAIN      bolt 15  -`;
  const partners = `
    code
    S1`;

  it("lowers what its receipt cost and what was taken since, down to nothing; the rest is no stock", () => {
    const one = purchases.split("\n").slice(0, 4).join("\n");
    expect(ledger({ partners, purchases: one, stock })).toEqual(["r0 10 50", "r1 10 60", "r2 -15 -82.5"]);
    expect(ledger({ partners, purchases, stock })).toEqual(["r0 10 50", "r1 10 0", "r2 -15 -37.5"]);
  });

  it("beyond the cost leaves an empty bin without value, first in, first out", () => {
    const settings = `
      key     value
      costing fifo`;
    const all = `
      rowId type date       number warehouse item qty value
      r2    QC   2026-01-09 QC-1   MAIN      bolt 4   -`;
    expect(ledger({ settings, partners, purchases, stock: all })).toEqual(["r1 10 0", "r2 -4 0"]);
  });
});

describe("one cost for the whole company", () => {
  it("moves goods between warehouses without a change, and shares what they are worth by quantity", () => {
    const settings = `
      key          value
      costingScope company`;
    const stock = `
      type date       number warehouse toWarehouse item unit qty value
      QR   2026-01-05 QR-1   MAIN      -           bolt box  1   20
      DB   2026-01-06 DB-1   MAIN      SHOP        bolt -    8   -`;
    const { ledgers, view } = typedBook({ ...masters, settings, stock });
    expect(textOf(stockOnHand.run(ledgers, {}, view).rows, "warehouse qty value")).toEqual([
      "MAIN 4 6.67",
      "SHOP 8 13.33",
    ]);
  });
});

describe("a stocktake", () => {
  it("pins what was counted, whatever came before it, and counts in the unit typed", () => {
    const stock = `
      rowId type date       number warehouse item unit qty counted value
      r1    QR   2026-01-05 QR-1   MAIN      bolt -    20  -       40
      r2    PD   2026-01-06 PD-1   MAIN      bolt box  -   1       -
      r3    PD   2026-01-07 PD-2   MAIN      bolt -    -   -       -
      r4    PD   2026-01-08 PD-3   MAIN      bolt -    -   15      -
      r5    PD   2026-01-09 PD-4   MAIN      bolt -    -   0       -`;
    expect(ledger({ stock })).toEqual(["r1 20 40", "r2 -8 -16", "r4 3 6", "r5 -15 -30"]);
  });

  it("takes its unit cost for the unit typed, as other receipts do", () => {
    const stock = `
      rowId type date       number warehouse item unit qty counted unitCost
      r1    QR   2026-01-05 QR-1   MAIN      bolt box  1   -       20
      r2    PD   2026-01-06 PD-1   MAIN      bolt box  -   2       25
      r3    PD   2026-01-07 PD-2   MAIN      bolt box  -   -       10
      r4    PD   2026-01-08 PD-3   MAIN      bolt -    -   -       1`;
    expect(ledger({ stock })).toEqual(["r1 12 20", "r2 12 25", "r2 0 5", "r3 0 -30", "r4 0 4"]);
  });
});
