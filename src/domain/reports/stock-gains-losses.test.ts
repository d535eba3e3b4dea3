import { bookAt, deskAt, figuresOf } from "../../../test/support/posted";
import { runReport, textOf } from "../../../test/support/run-report";
import { postDrafts } from "../../app/post-drafts";
import { reverseDocument } from "../../app/reverse-document";
import { stockGainsLosses } from "./stock-gains-losses";
import { stockLedger } from "./stock-ledger";

const COLUMNS = "type item reason vat qty cost taxRate inputTax outputTax total";
const book = {
  settings: `
    key      value
    taxRate  9`,
  items: `
    code taxRate retailPrice
    A    13      10
    B    -       -`,
  units: `
    item unit numerator denominator
    A    box  12        1`,
  warehouses: `
    code
    MAIN`,
  reasons: `
    code name   vat
    theft 被盗  inputOut
    gift 赠送   deemedSale
    norm 定额   none`,
  stock: `
    rowId date       number line type warehouse item qty unit value counted reason taxRate price priceIncludesTax
    K1    2026-01-01 KZ-1   1    KZ   MAIN      A    100 -    400   -       -      -       -     -
    K2    2026-01-01 KZ-1   2    KZ   MAIN      B    10  -    30    -       -      -       -     -
    B1    2026-01-02 BS-1   1    BS   MAIN      A    2   -    -     -       theft  -       -     -
    B2    2026-01-02 BS-1   2    BS   MAIN      B    1   -    -     -       被盗   -       -     -
    B3    2026-01-02 BS-1   3    BS   MAIN      A    1   -    -     -       norm   -       -     -
    Q1    2026-01-03 QC-1   1    QC   MAIN      A    3   -    -     -       gift   -       -     -
    Q2    2026-01-03 QC-1   2    QC   MAIN      A    1   box  -     -       gift   6       113   是
    Q3    2026-01-03 QC-1   3    QC   MAIN      B    4   -    -     -       gift   -       -     -
    P1    2026-01-04 PD-1   1    PD   MAIN      A    -   -    -     80      theft  -       -     -
    P2    2026-01-04 PD-1   2    PD   MAIN      B    -   -    -     6       theft  -       -     -
    C1    2026-01-05 CB-1   1    CB   MAIN      A    -   -    8     -       theft  -       -     -
    C2    2026-01-06 QC-2   1    QC   MAIN      B    1   -    -     -       -      -       -     -`,
};

describe("stock gains and losses", () => {
  it("say what each line cost, by why, and which tax the reason asks for", () => {
    const { rows, totals } = runReport(stockGainsLosses, book);
    expect(textOf(rows, COLUMNS)).toEqual([
      "BS A theft inputOut -2 -8 13 1.04 0 -9.04",
      "BS B theft inputOut -1 -3 9 0.27 0 -3.27",
      "BS A norm none -1 -4 - 0 0 -4",
      "QC A gift deemedSale -3 -12 13 0 3.9 -15.9",
      "QC A gift deemedSale -12 -48 6 0 6.4 -54.4",
      "QC B gift deemedSale -4 -12 9 0 1.19 -13.19",
      "PD A theft inputOut -2 -8 13 1.04 0 -9.04",
      "PD B theft inputOut 1 3 - 0 0 3",
      "CB A theft inputOut 0 8 - 0 0 8",
      "QC B - - -1 -3 - 0 0 -3",
    ]);
    expect(totals).toEqual({ cost: -87, inputTax: 2.35, outputTax: 11.49, total: -100.84 });
  });

  it("come to what these documents are in the stock ledger", () => {
    const { totals } = runReport(stockGainsLosses, book, { from: "2026-01-02" });
    expect(runReport(stockLedger, book, { from: "2026-01-02" }).totals?.["value"]).toBe(totals?.["cost"]);
  });

  it("take no input tax out where none was deducted, and are asked by day, item and warehouse", () => {
    const settings = `
    key      value
    taxRate  9
    taxpayer small`;
    const asked = { from: "2026-01-02", to: "2026-01-03", item: "B", warehouse: "MAIN" };
    const { rows } = runReport(stockGainsLosses, { ...book, settings }, asked);
    expect(textOf(rows, COLUMNS)).toEqual([
      "BS B theft inputOut -1 -3 - 0 0 -3",
      "QC B gift deemedSale -4 -12 9 0 1.19 -13.19",
    ]);
  });
});

describe("an assembly whose goods say what they cost", () => {
  const assembled = (type: string, roles: readonly [string, string]) => ({
    items: [{ code: "A" }, { code: "C" }],
    warehouses: [{ code: "MAIN" }],
    stock: [
      { type: "KZ", date: "2026-01-01", warehouse: "MAIN", item: "A", qty: 10, value: 40 },
      {
        type,
        draft: "2",
        date: "2026-01-02",
        warehouse: "MAIN",
        item: "C",
        qty: 2,
        unitCost: 100,
        role: roles[0],
      },
      { type, draft: "2", date: "2026-01-02", warehouse: "MAIN", item: "A", qty: 2, role: roles[1] },
      { type, draft: "2", date: "2026-01-02", role: "cost", value: 3 },
    ],
  });

  it.each([
    ["ZX", ["product", "component"] as const],
    ["CJ", ["component", "product"] as const],
  ])(
    "gains what that is more than went into them, and loses it again where it is reversed: %s",
    async (type, roles) => {
      const desk = deskAt(assembled(type, roles));
      await postDrafts(desk, { only: null, dryRun: false });
      const shown = async () => {
        const { report } = await figuresOf(await bookAt(desk));
        return textOf(report("stock-gains-losses"), "date type item qty cost total");
      };
      // 200.00 of 8.00 and 3.00
      expect(await shown()).toEqual([`2026-01-02 ${type} C 0 189 189`]);
      const asked = { number: `${type}-20260102-0001`, date: "2026-01-05", reason: "", dryRun: false };
      expect((await reverseDocument(desk, asked)).findings).toEqual([]);
      expect(await shown()).toEqual([`2026-01-02 ${type} C 0 189 189`, `2026-01-05 ${type} C 0 -189 -189`]);
    },
  );

  it("gains and loses nothing where some of them bear the rest", async () => {
    const book = assembled("ZX", ["product", "component"]);
    const [opening, typed, out, labour] = book.stock;
    const desk = deskAt({
      ...book,
      stock: [opening, { ...typed, unitCost: 2 }, { ...typed, unitCost: "" }, out, labour],
    });
    await postDrafts(desk, { only: null, dryRun: false });
    const { report } = await figuresOf(await bookAt(desk));
    expect(report("stock-on-hand").reduce((sum, { value }) => sum + Number(value), 0)).toBe(43);
    expect(report("stock-gains-losses")).toEqual([]);
  });
});

describe("a write-off that is reversed", () => {
  it("takes its tax back with its cost", async () => {
    const desk = deskAt({
      items: [{ code: "A", taxRate: 13 }],
      warehouses: [{ code: "MAIN" }],
      reasons: [{ code: "theft", vat: "inputOut" }],
      stock: [
        { type: "KZ", date: "2026-01-01", warehouse: "MAIN", item: "A", qty: 3, value: 10 },
        { type: "BS", date: "2026-01-02", warehouse: "MAIN", item: "A", qty: 2, reason: "theft" },
      ],
    });
    await postDrafts(desk, { only: null, dryRun: false });
    const asked = { number: "BS-20260102-0001", date: "2026-01-05", reason: "", dryRun: false };
    expect((await reverseDocument(desk, asked)).findings).toEqual([]);
    const { report } = await figuresOf(await bookAt(desk));
    expect(textOf(report("stock-gains-losses"), "date qty cost inputTax total")).toEqual([
      "2026-01-02 -2 -6.67 0.87 -7.54",
      "2026-01-05 2 6.67 -0.87 7.54",
    ]);
  });
});
