import { parseArea } from "../address";
import type { Cell } from "../cell";
import type { Sheet } from "../sheet";
import { Table } from "../table";
import { Workbook } from "../workbook";
import { clearTableFilter, filterSheet, filterTable } from "./apply-filter";
import type { Comparison, Criterion } from "./filter";

function stock(): { readonly book: Workbook; readonly sheet: Sheet; readonly table: Table } {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  const rows: readonly (readonly Cell[])[] = [
    ["item", "qty"],
    ["Bolt", 5],
    ["nut", 12.5],
    [null, 0],
    ["bolt*", "n/a"],
  ];
  rows.forEach((cells, row) => cells.forEach((cell, column) => sheet.write(row, column, cell)));
  const style = book.styles.withFormat(0, "0.00");
  for (let row = 1; row < 5; row++) sheet.restyle(row, 1, style);
  const table = new Table({ name: "T", sheet, top: 0, left: 0, headers: ["item", "qty"], rowCount: 4 });
  book.addTable(table);
  return { book, sheet, table };
}

/** The rows of the sheet that are seen below the header, by number. */
function seen(sheet: Sheet): readonly number[] {
  return [1, 2, 3, 4].filter((row) => sheet.rowLooks.get(row)?.hidden !== true);
}

function custom(all: boolean, ...comparisons: readonly Comparison[]): Criterion {
  return { kind: "custom", comparisons, all };
}

describe("a table that is filtered", () => {
  const cases: readonly (readonly [string, number, Criterion, readonly number[]])[] = [
    ["texts as they are shown, in any case", 0, { kind: "values", values: ["BOLT"], blanks: false }, [1]],
    ["blanks where they are chosen", 0, { kind: "values", values: ["nut"], blanks: true }, [2, 3]],
    ["numbers as their format shows them", 1, { kind: "values", values: ["5.00"], blanks: false }, [1]],
    [
      "numbers between two",
      1,
      custom(true, { operator: ">=", value: "5" }, { operator: "<", value: "12.5" }),
      [1],
    ],
    [
      "either of two",
      1,
      custom(false, { operator: "=", value: "0" }, { operator: ">", value: "10" }),
      [2, 3],
    ],
    ["wildcards", 0, custom(true, { operator: "=", value: "b*" }), [1, 4]],
    ["a star that is meant", 0, custom(true, { operator: "=", value: "*~*" }), [4]],
    ["what is not so", 0, custom(true, { operator: "<>", value: "b*" }), [2, 3]],
    ["what is not blank", 0, custom(true, { operator: "<>", value: "" }), [1, 2, 4]],
  ];

  it.each(cases.map(([what, column, criterion, rows]) => ({ what, column, criterion, rows })))(
    "shows $what",
    ({ column, criterion, rows }) => {
      const { book, sheet, table } = stock();
      filterTable(book, table, { column, criterion, culture: "zh-CN" });
      expect(seen(sheet)).toEqual(rows);
    },
  );

  it("shows what all of its columns let through, and all again when it is cleared", () => {
    const { book, sheet, table } = stock();
    filterTable(book, table, {
      column: 0,
      criterion: custom(true, { operator: "=", value: "b*" }),
      culture: "en-US",
    });
    filterTable(book, table, {
      column: 1,
      criterion: custom(true, { operator: ">", value: "0" }),
      culture: "en-US",
    });
    expect(seen(sheet)).toEqual([1]);
    filterTable(book, table, { column: 1, criterion: null, culture: "en-US" });
    expect(seen(sheet)).toEqual([1, 4]);
    clearTableFilter(book, table, { buttons: true });
    expect([seen(sheet), table.filter?.size]).toEqual([[1, 2, 3, 4], 0]);
  });

  it("leaves hidden what a criterion hid that only Excel knows", () => {
    const { book, sheet, table } = stock();
    filterTable(book, table, {
      column: 0,
      criterion: { kind: "values", values: ["nut"], blanks: false },
      culture: "en-US",
    });
    table.filter = new Map([[0, { kind: "foreign", xml: "<top10/>" }]]);
    filterTable(book, table, {
      column: 1,
      criterion: custom(true, { operator: ">", value: "0" }),
      culture: "en-US",
    });
    expect(seen(sheet)).toEqual([2]);
  });
});

describe("a sheet that is filtered", () => {
  it("hides rows of its area, and shows them when the filter goes", () => {
    const { book, sheet } = stock();
    const area = parseArea("A1:B5") ?? { top: 0, left: 0, bottom: 0, right: 0 };
    const filter = { area, criteria: new Map([[0, custom(true, { operator: "=", value: "nut" })]]) };
    filterSheet(book, sheet, { filter, culture: "zh-CN" });
    expect(seen(sheet)).toEqual([2]);
    filterSheet(book, sheet, null);
    expect([seen(sheet), sheet.filter]).toEqual([[1, 2, 3, 4], null]);
  });
});
