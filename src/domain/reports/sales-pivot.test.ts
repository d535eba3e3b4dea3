import { runReport, textOf } from "../../../test/support/run-report";
import { salesPivot } from "./sales-pivot";

const shop = {
  items: `
    code  category  kind
    bolt  metal     goods
    nut   metal     goods
    milk  food      goods
    ride  -         service`,
  units: `
    item unit numerator denominator
    milk box  12        1`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind     region
    C1   customer north
    C2   customer south`,
  stock: `
    type date       number warehouse item qty value
    KZ   2026-01-01 KZ-1   MAIN      bolt 100 200
    KZ   2026-01-01 KZ-1   MAIN      nut  100 100
    KZ   2026-01-01 KZ-1   MAIN      milk 120 360`,
  sales: `
    type date       number partner warehouse item unit qty net   tax  total  ref    status salesperson
    CK   2026-01-10 CK-1   C1      MAIN      bolt -    10  50.00 6.50 56.50  -      posted Ann
    CK   2026-01-10 CK-1   C1      MAIN      milk box  2   96.00 8.64 104.64 -      posted Ann
    CK   2026-02-10 CK-2   C2      MAIN      bolt -    4   20.00 2.60 22.60  -      closed Bob
    CK   2026-04-10 CK-3   C2      MAIN      nut  -    10  25.00 3.25 28.25  -      posted -
    XT   2026-04-11 XT-1   C1      MAIN      bolt -    2   10.00 1.30 11.30  CK-1/1 posted Ann
    CK   2026-04-12 CK-4   C1      MAIN      ride -    1   7.00  0    7.00   -      posted Ann
    CK   2026-04-12 CK-5   C1      MAIN      bolt -    9   99.00 0    99.00  -      void   Ann
    XS   2026-04-12 XS-1   C1      MAIN      bolt -    9   99.00 0    99.00  -      posted Ann`,
};

function cells(asked: Readonly<Record<string, unknown>>, columns: string): readonly string[] {
  return textOf(runReport(salesPivot, shop, asked).rows, columns);
}

describe("sales pivot", () => {
  it("sums net amounts by item, returns taken off, and ends with the grand total", () => {
    expect(cells({}, "item level *|net")).toEqual([
      "bolt 0 60",
      "milk 0 96",
      "nut 0 25",
      "ride 0 7",
      "- -1 188",
    ]);
  });

  it("crosses a column of the item with the month, each cell under its value and measure", () => {
    const asked = { rows: "category", columns: "month", measure: "net" };
    const { columns, rows, totals } = runReport(salesPivot, shop, asked);
    expect(columns.map(({ id }) => id)).toEqual([
      ...["category", "level", "2026-01|net", "2026-02|net", "2026-04|net", "*|net"],
    ]);
    expect(rows).toEqual([
      { category: "", level: 0, "2026-01|net": null, "2026-02|net": null, "2026-04|net": 7, "*|net": 7 },
      {
        category: "food",
        level: 0,
        "2026-01|net": 96,
        "2026-02|net": null,
        "2026-04|net": null,
        "*|net": 96,
      },
      { category: "metal", level: 0, "2026-01|net": 50, "2026-02|net": 20, "2026-04|net": 15, "*|net": 85 },
      { category: null, level: -1, "2026-01|net": 146, "2026-02|net": 20, "2026-04|net": 22, "*|net": 188 },
    ]);
    expect(totals).toEqual(rows[3]);
  });

  it("has a subtotal for every prefix of the row fields, level 1 the innermost", () => {
    const asked = {
      rows: "partner.region,category,item",
      measure: "qty",
      from: "2026-01-01",
      to: "2026-02-28",
    };
    expect(cells(asked, "partner.region category item level *|qty")).toEqual([
      "north food milk 0 24",
      "north food - 1 24",
      "north metal bolt 0 10",
      "north metal - 1 10",
      "north - - 2 34",
      "south metal bolt 0 4",
      "south metal - 1 4",
      "south - - 2 4",
      "- - - -1 38",
    ]);
  });

  it("knows what goods cost and what is left of the net amount, services without cost", () => {
    const asked = { rows: ["item"], measure: "net,cost,margin,total" };
    expect(cells(asked, "item *|net *|cost *|margin *|total")).toEqual([
      "bolt 60 24 36 67.8",
      "milk 96 72 24 104.64",
      "nut 25 10 15 28.25",
      "ride 7 0 7 7",
      "- 188 106 82 207.69",
    ]);
  });

  it("joins the values of several column fields, and tells quarters and years", () => {
    const asked = {
      rows: "salesperson",
      columns: ["quarter", "type"],
      measure: ["qty"],
      filter: "category=metal",
    };
    expect(cells(asked, "salesperson level 2026-Q1/CK|qty 2026-Q2/CK|qty 2026-Q2/XT|qty *|qty")).toEqual([
      " 0 - 10 - 10",
      "Ann 0 10 - -2 8",
      "Bob 0 4 - - 4",
      "- -1 14 10 -2 22",
    ]);
    expect(cells({ rows: "year", measure: "qty" }, "year *|qty")).toEqual(["2026 47", "- 47"]);
  });

  it("keeps lines whose columns bear one of the values, all clauses together, blanks too", () => {
    const total = (filter: unknown): unknown => runReport(salesPivot, shop, { filter }).totals?.["*|net"];
    expect(total("item=bolt,nut;partner=C2")).toBe(45);
    expect(total("category=")).toBe(7);
    expect(total({ "date.month": ["2026-02", "2026-04"], region: "south" })).toBe(45);
    expect(total("item=none")).toBe(0);
  });

  it("counts other documents when their types are named", () => {
    expect(cells({ types: "XS", rows: "number", measure: "qty" }, "number *|qty")).toEqual(["XS-1 9", "- 9"]);
  });

  it("without row fields is one row, also of a book without sales", () => {
    const nothing = { ...shop, sales: "" };
    expect(runReport(salesPivot, nothing, { columns: "month" }).rows).toEqual([
      { item: null, level: -1, "*|net": 0 },
    ]);
    expect(cells({ columns: "region", rows: [] }, "level north|net south|net *|net")).toEqual([
      "-1 143 45 188",
    ]);
  });

  it("has a key of its own for each column, whatever stands in its labels", () => {
    const sales = `
    type date       number partner warehouse item unit qty net   tax total ref status salesperson channel
    CK   2026-01-10 CK-1   C1      MAIN      bolt -    1   24.00 0   24.00 -   posted a/b         c
    CK   2026-01-10 CK-2   C1      MAIN      bolt -    1   16.00 0   16.00 -   posted a           b/c`;
    const by = (columns: string): readonly string[] => {
      const { columns: shown, rows } = runReport(salesPivot, { ...shop, sales }, { columns, rows: "item" });
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      return textOf(rows.slice(0, 1), shown.map(({ id }) => id).join(" "));
    };
    expect(by("salesperson,channel")).toEqual(["bolt 0 16 24 40"]);
    const star = { ...shop, items: shop.items.replace("metal", "*    "), sales };
    const { rows } = runReport(salesPivot, star, { columns: "item.category", rows: "item" });
    expect(textOf(rows.slice(0, 1), "\\*|net *|net")).toEqual(["40 40"]);
  });
});
