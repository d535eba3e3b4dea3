import { runReport, textOf } from "../../../test/support/run-report";
import { stockLots } from "./stock-lots";

const masters = {
  items: `
    code  costing
    bolt  fifo
    nut   moving-average`,
  warehouses: `
    code  allowNegative
    MAIN  yes
    SHOP  no`,
};
const LOTS = "item warehouse date firstDate qty value";

/** Two receipts, an issue that takes the first and part of the second, and some moved to the shop. */
function received(item: string): string {
  return `
    type date       number warehouse toWarehouse item    qty value
    QR   2026-01-01 QR-1   MAIN      -           ${item} 10  40
    QR   2026-01-02 QR-2   MAIN      -           ${item} 10  50
    QC   2026-01-03 QC-1   MAIN      -           ${item} 14  -
    DB   2026-01-04 DB-1   MAIN      SHOP        ${item} 2   -`;
}

describe("stock lots", () => {
  it("of a fifo item are its layers, a transfer keeps the day the goods first came in", () => {
    const { rows, totals } = runReport(stockLots, { ...masters, stock: received("bolt") });
    expect(textOf(rows, LOTS)).toEqual([
      "bolt MAIN 2026-01-02 2026-01-02 4 20",
      "bolt SHOP 2026-01-04 2026-01-02 2 10",
    ]);
    expect(totals).toEqual({ qty: 6, value: 30 });
  });

  it("of an averaged item are what is left when the oldest goes first, each worth its share", () => {
    const sheets = { ...masters, stock: received("nut") };
    expect(textOf(runReport(stockLots, sheets).rows, LOTS)).toEqual([
      "nut MAIN 2026-01-02 2026-01-02 4 18",
      "nut SHOP 2026-01-04 2026-01-02 2 9",
    ]);
    expect(textOf(runReport(stockLots, sheets, { asOf: "2026-01-02" }).rows, LOTS)).toEqual([
      "nut MAIN 2026-01-01 2026-01-01 10 45",
      "nut MAIN 2026-01-02 2026-01-02 10 45",
    ]);
  });

  it("of an averaged item are never worth less than nothing, however little there is to share", () => {
    const stock = `
      type date       number warehouse item qty value
      QR   2026-01-01 QR-1   MAIN      nut  1   0.03
      QR   2026-01-02 QR-2   MAIN      nut  1   0
      QR   2026-01-03 QR-3   MAIN      nut  1   0
      QR   2026-01-04 QR-4   MAIN      nut  1   0
      QR   2026-01-05 QR-5   MAIN      nut  1   0`;
    const values = runReport(stockLots, { ...masters, stock }).rows.map(({ value }) => value);
    expect(values).toEqual([0.01, 0, 0.01, 0, 0.01]);
  });

  it("of a fifo item made of averaged goods are worth what these cost on average", () => {
    const stock = `
      type date       number warehouse item qty value role
      QR   2026-01-01 QR-1   MAIN      nut  10  40    -
      QR   2026-01-02 QR-2   MAIN      nut  10  60    -
      ZX   2026-01-03 ZX-1   MAIN      bolt 5   -     product
      ZX   2026-01-03 ZX-1   MAIN      nut  10  -     component
      ZX   2026-01-04 ZX-2   MAIN      bolt 5   -     product
      ZX   2026-01-04 ZX-2   MAIN      nut  10  -     component`;
    expect(textOf(runReport(stockLots, { ...masters, stock }).rows, LOTS)).toEqual([
      "bolt MAIN 2026-01-03 2026-01-03 5 50",
      "bolt MAIN 2026-01-04 2026-01-04 5 50",
    ]);
  });

  it("are one layer from the day on which the method changes, the age of its goods goes on", () => {
    const methodChange = `
      item period  method         reason
      bolt 2026-02 lifo           newest first
      nut  2026-03 moving-average not yet`;
    const stock = `
      type date       number warehouse item qty value
      QR   2026-01-01 QR-1   MAIN      bolt 10  40
      QR   2026-01-02 QR-2   MAIN      bolt 10  50
      QR   2026-02-20 QR-3   MAIN      nut  1   4
      QC   2026-03-01 QC-1   MAIN      bolt 5   -`;
    const rowsAt = (asOf: string, rows = stock) =>
      textOf(
        runReport(stockLots, { ...masters, methodChange, stock: rows }, { asOf, item: "bolt" }).rows,
        LOTS,
      );
    const before = ["bolt MAIN 2026-01-01 2026-01-01 10 40", "bolt MAIN 2026-01-02 2026-01-02 10 50"];
    const after = ["bolt MAIN 2026-02-01 2026-01-01 10 45", "bolt MAIN 2026-02-01 2026-01-02 10 45"];
    expect(rowsAt("2026-01-31")).toEqual(before);
    expect(rowsAt("2026-02-01")).toEqual(after);
    const moved = stock.split("\n").slice(0, -2).join("\n");
    expect(rowsAt("2026-01-31", moved)).toEqual(before);
    expect(rowsAt("2026-02-01", moved)).toEqual(after);
    expect(rowsAt("2026-02-28")).toEqual(after);
    expect(rowsAt("2026-03-31")).toEqual([
      "bolt MAIN 2026-02-01 2026-01-01 10 45",
      "bolt MAIN 2026-02-01 2026-01-02 5 22.5",
    ]);
  });

  it("share what is averaged so that all lots up to each come to their rounded share", () => {
    const stock = `
      type date       number warehouse item qty value
      QR   2026-01-01 QR-1   MAIN      nut  1   3
      QR   2026-01-02 QR-2   MAIN      nut  1   3
      QR   2026-01-03 QR-3   MAIN      nut  1   4`;
    expect(textOf(runReport(stockLots, { ...masters, stock }).rows, LOTS)).toEqual([
      "nut MAIN 2026-01-01 2026-01-01 1 3.33",
      "nut MAIN 2026-01-02 2026-01-02 1 3.34",
      "nut MAIN 2026-01-03 2026-01-03 1 3.33",
    ]);
  });

  it("show a shortage as one negative lot of the day it began", () => {
    const stock = `
      type date       number warehouse item qty value
      QR   2026-01-01 QR-1   MAIN      bolt 2   12
      QC   2026-01-02 QC-1   MAIN      bolt 5   -
      QR   2026-02-01 QR-2   MAIN      bolt 10  70`;
    const at = (asOf: string): readonly string[] =>
      textOf(runReport(stockLots, { ...masters, stock }, { asOf }).rows, LOTS);
    expect(at("2026-01-31")).toEqual(["bolt MAIN 2026-01-02 2026-01-02 -3 -21"]);
    expect(at("2026-02-01")).toEqual(["bolt MAIN 2026-02-01 2026-02-01 7 49"]);
  });

  it("keep their age where a count gives averaged goods a new price", () => {
    const stock = `
      type date       number warehouse item qty value counted unitCost
      QR   2026-01-01 QR-1   MAIN      nut  10  40    -       -
      PD   2026-03-01 PD-1   MAIN      nut  -   -     10      5`;
    expect(textOf(runReport(stockLots, { ...masters, stock }).rows, LOTS)).toEqual([
      "nut MAIN 2026-01-01 2026-01-01 10 50",
    ]);
  });

  it("keep their age where a count makes one layer of fifo goods, at one new price", () => {
    const stock = `
      type date       number warehouse item qty value counted unitCost
      QR   2026-01-01 QR-1   MAIN      bolt 6   24    -       -
      QR   2026-02-01 QR-2   MAIN      bolt 4   20    -       -
      PD   2026-03-01 PD-1   MAIN      bolt -   -     10      5`;
    expect(textOf(runReport(stockLots, { ...masters, stock }).rows, LOTS)).toEqual([
      "bolt MAIN 2026-03-01 2026-01-01 6 30",
      "bolt MAIN 2026-03-01 2026-02-01 4 20",
    ]);
  });

  it.each(["bolt", "nut"])("keep their age where %s is repacked, what came to more is new", (item) => {
    const stock = `
      type date       number warehouse item    qty value role
      QR   2026-01-01 QR-1   MAIN      ${item} 4   40    -
      QR   2026-02-01 QR-2   MAIN      ${item} 4   40    -
      ZX   2026-03-01 ZX-1   MAIN      ${item} 6   -     component
      ZX   2026-03-01 ZX-1   SHOP      ${item} 7   -     product`;
    expect(textOf(runReport(stockLots, { ...masters, stock }).rows, "warehouse firstDate qty value")).toEqual(
      [
        "MAIN 2026-02-01 2 20",
        "SHOP 2026-01-01 4 34.29",
        "SHOP 2026-02-01 2 17.14",
        "SHOP 2026-03-01 1 8.57",
      ],
    );
  });

  it.each(["bolt", "nut"])("are as old as the transfer of %s where the book says so", (item) => {
    const settings = `
      key          value
      transferDate transfer`;
    const stock = `
      type date       number warehouse toWarehouse item    qty value
      QR   2026-01-01 QR-1   MAIN      -           ${item} 4   40
      DB   2026-02-01 DB-1   MAIN      SHOP        ${item} 3   -`;
    const lots = (sheets: object) =>
      textOf(runReport(stockLots, { ...masters, stock, ...sheets }).rows, "warehouse firstDate qty value");
    expect(lots({})).toEqual(["MAIN 2026-01-01 1 10", "SHOP 2026-01-01 3 30"]);
    expect(lots({ settings })).toEqual(["MAIN 2026-01-01 1 10", "SHOP 2026-02-01 3 30"]);
  });

  it("keep each warehouse's ages where a change gives each of them its own cost", () => {
    const settings = `
      key      value
      costing  monthly-average`;
    const items = `
      code
      bolt`;
    const methodChange = `
      item period  method reason
      bolt 2026-03 fifo   audit`;
    const stock = `
      type date       number warehouse toWarehouse item qty value
      QR   2026-01-01 QR-1   MAIN      -           bolt 6   60
      QR   2026-02-01 QR-2   SHOP      -           bolt 4   40
      DB   2026-02-02 DB-1   MAIN      SHOP        bolt 2   -
      QC   2026-02-03 QC-1   SHOP      -           bolt 3   -
      QC   2026-03-02 QC-2   SHOP      -           bolt 1   -`;
    const at = (asOf: string): readonly string[] =>
      textOf(runReport(stockLots, { ...masters, items, settings, methodChange, stock }, { asOf }).rows, LOTS);
    expect(at("2026-03-01")).toEqual([
      "bolt MAIN 2026-03-01 2026-01-01 4 40",
      "bolt SHOP 2026-03-01 2026-01-01 2 20",
      "bolt SHOP 2026-03-01 2026-02-01 1 10",
    ]);
    expect(at("2026-03-02")).toEqual([
      "bolt MAIN 2026-03-01 2026-01-01 4 40",
      "bolt SHOP 2026-03-01 2026-01-01 1 10",
      "bolt SHOP 2026-03-01 2026-02-01 1 10",
    ]);
  });

  it("of goods whose cost holds for the whole company name no warehouse", () => {
    const settings = `
      key           value
      costingScope  company`;
    const { rows } = runReport(stockLots, { ...masters, settings, stock: received("bolt") });
    expect(textOf(rows, LOTS)).toEqual(["bolt - 2026-01-02 2026-01-02 6 30"]);
  });
});
