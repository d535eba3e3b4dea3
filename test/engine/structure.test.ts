import { areaName } from "../../src/engine/address";
import { area } from "../support/area";
import { Journal } from "../../src/engine/journal/journal";
import {
  changeColumns,
  changeRows,
  colorTab,
  freezePanes,
  mergeCells,
  protectSheet,
  setFilter,
  showSheet,
} from "../../src/engine/sheet-settings";
import {
  deleteColumns,
  deleteRows,
  insertCells,
  insertColumns,
  insertRows,
} from "../../src/engine/structure/shift-cells";
import { addSheet, deleteSheet, moveSheet, renameSheet } from "../../src/engine/structure/sheets";
import { deleteTableColumns } from "../../src/engine/structure/table-lines";
import { renameColumn } from "../../src/engine/structure/header-cells";
import { addTable, convertToRange, renameTable } from "../../src/engine/structure/tables";
import { showTotals } from "../../src/engine/structure/totals";
import type { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { Package } from "../../src/engine/xlsx/package";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { kitchenSinkParts, packed, prefixedParts } from "./kitchen-sink";
import { faultsOf } from "./package-faults";

/** The kitchen sink without what cannot move: its comment and its pivot table. */
function movable(parts: ReadonlyMap<string, string>): Map<string, string> {
  const kept = new Map(parts);
  const relations = "xl/worksheets/_rels/sheet1.xml.rels";
  const isFixed = /<Relationship [^>]*(comments1|threadedComment1|pivotTable1)\.xml"\/>/g;
  kept.set(relations, (kept.get(relations) ?? "").replace(isFixed, ""));
  kept.set(
    "xl/drawings/drawing1.xml",
    `<xdr:wsDr xmlns:xdr="urn:d"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:row>9</xdr:row></xdr:from>` +
      `<xdr:to><xdr:col>8</xdr:col><xdr:row>12</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`,
  );
  return kept;
}

function saved(book: Workbook): {
  readonly book: Workbook;
  readonly text: (part: string) => string;
  readonly names: readonly string[];
} {
  const bytes = saveXlsx(book);
  expect(faultsOf(bytes)).toEqual([]);
  const files = Package.open(bytes);
  const text = (part: string): string => new TextDecoder().decode(files.bytes(part));
  return { book: openXlsx(bytes), text, names: files.names() };
}

/** All that can be told of the cells of a workbook. */
function cellsOf(book: Workbook): unknown {
  return book.sheets.map((sheet) => [
    sheet.name,
    Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => [
        sheet.formula(row, column) === null ? sheet.cell(row, column) : null,
        sheet.formula(row, column),
        sheet.style(row, column),
      ]),
    ),
  ]);
}

describe.each([
  ["plain", movable(kitchenSinkParts()), ""],
  ["prefixed", movable(prefixedParts()), "x:"],
])("a workbook whose cells moved (%s)", (_name, parts, x) => {
  it("is the same when it is opened again, rich text, formats, arrays and drawings too", () => {
    const book = openXlsx(packed(parts));
    insertRows(book, book.sheets[0], { at: 2, count: 2 });
    const after = saved(book);
    expect(cellsOf(after.book)).toEqual(cellsOf(book));
    const sheet = after.text("xl/worksheets/sheet1.xml");
    expect(sheet).toContain(`<${x}c r="A2" t="s"><${x}v>4</${x}v></${x}c>`);
    expect(sheet).toContain(`<${x}c r="H1" cm="1"><${x}f t="array" ref="H1">SUM(B2:B6)</${x}f>`);
    expect(sheet).toContain(`<${x}row r="1" ht="20" customHeight="1">`);
    expect(sheet).toContain('sqref="B2:B6"');
    expect(sheet).toContain('sqref="A2:A6 K1"');
    expect(sheet).toContain("sqref>C2:C6</");
    expect(sheet).toContain("sqref>F6</");
    expect(sheet).toContain("f>Sales!B2:C2</");
    expect(after.text("xl/charts/chart1.xml")).toContain("Sales!$B$2:$B$6");
    expect(after.text("xl/drawings/drawing1.xml")).toContain("<xdr:row>11</xdr:row>");
    expect(after.book.table("Sales")?.area).toEqual(book.table("Sales")?.area);
    expect(after.book.sheets[1].formula(0, 0)).toBe("SUM(Sales!B2:B6)");
  });

  it("drops rules whose cells are gone, and never leaves an empty list behind", () => {
    const book = openXlsx(packed(parts));
    deleteColumns(book, book.sheets[0], { at: 1, count: 1 });
    const after = saved(book);
    const sheet = after.text("xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("cellIs");
    expect(sheet).toContain("sqref>B2:B4</");
    expect(after.book.table("Sales")?.headers).toEqual(["item", "price", "value"]);
    expect(after.text("xl/tables/table1.xml")).not.toContain('name="qty"');
    expect(after.book.sheets[0].formula(1, 2)).toBe("#REF!*Sales[[#This Row],[price]]");
    deleteColumns(book, book.sheets[0], { at: 4, count: 1 });
    const bare = saved(book).text("xl/worksheets/sheet1.xml");
    expect(bare).not.toContain("sparkline");
    expect(bare).toContain("dataBar");
  });

  it("comes back byte for byte the same in value when the edit is undone", () => {
    const book = openXlsx(packed(parts));
    const journal = new Journal(book);
    journal.step("rows", () => deleteRows(book, book.sheets[0], { at: 1, count: 2 }));
    journal.undo();
    const after = saved(book);
    expect(cellsOf(after.book)).toEqual(cellsOf(openXlsx(packed(parts))));
    expect(after.text("xl/worksheets/sheet1.xml")).toContain('sqref="B2:B4"');
    expect(after.text("xl/charts/chart1.xml")).toContain("Sales!$B$2:$B$4");
  });

  it("keeps renamed, moved, added and deleted sheets in order, with the names that belong to them", () => {
    const book = openXlsx(packed(parts));
    const [sales, out] = book.sheets;
    book.names.push({ name: "Own", formula: "'Out side'!$C$1", sheet: "Out side", hidden: false });
    renameSheet(book, out, "库存 & Co");
    moveSheet(book, out, 0);
    addSheet(book, "Between", 1);
    showSheet(sales, "hidden");
    const after = saved(book).book;
    expect(after.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["库存 & Co", "visible"],
      ["Between", "visible"],
      ["Sales", "hidden"],
    ]);
    expect(after.names).toMatchObject([
      { name: "Rate", formula: "'库存 & Co'!$B$1" },
      { name: "Secret", formula: "Sales!$B$2" },
      { name: "Own", sheet: "库存 & Co" },
    ]);
    showSheet(sales, "visible");
    deleteSheet(book, out);
    const left = saved(book);
    expect(left.book.sheets.map(({ name }) => name)).toEqual(["Between", "Sales"]);
    expect(left.names.filter((name) => name.includes("/worksheets/sheet"))).toHaveLength(2);
    expect(left.book.names.map(({ formula }) => formula)).toEqual(["#REF!", "Sales!$B$2"]);
  });

  it("keeps tables that were renamed, added, reshaped and dissolved", () => {
    const book = openXlsx(packed(parts));
    const [sheet, other] = book.sheets;
    const table = book.tables()[0];
    renameTable(book, table, "售出");
    renameColumn(book, table, { column: 1, header: "on <hand>" });
    deleteTableColumns(book, table, { at: 2, count: 1 });
    showTotals(book, table, null);
    addTable(book, other, { area: area("G1:H3"), hasHeader: false, name: "Extra" });
    const after = saved(book);
    const again = after.book.table("售出");
    expect(again?.headers).toEqual(["item", "on <hand>", "value"]);
    expect(again?.hasTotals).toBe(false);
    expect(again?.calculated[2]).toBe("售出[[#This Row],[on <hand>]]*#REF!");
    expect(after.book.table("Extra")?.area).toEqual(area("G1:H4"));
    expect(after.text("xl/pivotCache/pivotCacheDefinition1.xml")).toContain('name="售出"');
    showTotals(book, table, { label: "Total" });
    const totalled = saved(book).text("xl/tables/table1.xml");
    expect(totalled).toContain('totalsRowCount="1"');
    expect(totalled).toContain('totalsRowFunction="count"');
    convertToRange(book, table);
    const dissolved = saved(book);
    expect(dissolved.names.filter((name) => name.includes("/tables/"))).toHaveLength(1);
    expect(dissolved.text("xl/worksheets/sheet1.xml")).not.toContain("tableParts");
    expect(dissolved.book.tables().map(({ name }) => name)).toEqual(["Extra"]);
    expect(sheet.formula(1, 2)).toBe("$B2*#REF!");
  });

  it("keeps what stands around the cells: panes, widths, heights, merges, protection, filter, colour", () => {
    const book = openXlsx(packed(parts));
    const [sheet, other] = book.sheets;
    freezePanes(sheet, 2, 1);
    changeColumns(sheet, { from: 1, to: 3 }, { width: 12.5, hidden: true });
    changeRows(sheet, [1, 9], { height: 33, hidden: true });
    mergeCells(sheet, [area("F8:G9")]);
    protectSheet(sheet, { allowed: ["sort", "objects", "scenarios"], password: "" });
    colorTab(sheet, "00FF00");
    setFilter(other, {
      area: area("A1:E3"),
      criteria: new Map([[1, { kind: "values", values: ["0.13"], blanks: true }]]),
    });
    const [again, filtered] = saved(book).book.sheets;
    expect([again.frozenRows, again.frozenColumns, again.tabColor]).toEqual([2, 1, "00FF00"]);
    expect([again.looks.get(0), again.looks.get(2)]).toMatchObject([
      { width: sheet.looks.get(0)?.width },
      { width: 12.5, hidden: true },
    ]);
    expect([again.rowLooks.get(0), again.rowLooks.get(1), again.rowLooks.get(9)]).toMatchObject([
      { height: 20, hidden: false },
      { height: 33, hidden: true },
      { height: 33, hidden: true },
    ]);
    expect(again.merges.map(areaName)).toEqual(["F8:G9"]);
    expect(again.protection?.allowed).toEqual(["sort", "objects", "scenarios"]);
    expect(filtered.filter).toEqual(other.filter);
    mergeCells(sheet, []);
    protectSheet(sheet, null);
    setFilter(other, null);
    const [bare, plain] = saved(book).book.sheets;
    expect([bare.merges, bare.protection, plain.filter]).toEqual([[], null, null]);
  });

  it("takes a new sheet with all of that too", () => {
    const book = openXlsx(packed(parts));
    const sheet = addSheet(book, "New");
    sheet.write(0, 0, "a");
    sheet.write(1, 0, 1);
    changeRows(sheet, [1], { hidden: true, outline: 1 });
    mergeCells(sheet, [area("C1:D2")]);
    protectSheet(sheet, { allowed: [], password: ' password="CC1A"' });
    setFilter(sheet, {
      area: area("A1:A2"),
      criteria: new Map([
        [
          0,
          {
            kind: "custom",
            comparisons: [
              { operator: ">=", value: "5" },
              { operator: "<", value: "9" },
            ],
            all: true,
          },
        ],
      ]),
    });
    const again = saved(book).book.sheets[2];
    expect(again.rowLooks.get(1)).toMatchObject({ hidden: true, outline: 1 });
    expect([again.merges, again.protection, again.filter]).toEqual([
      sheet.merges,
      sheet.protection,
      sheet.filter,
    ]);
  });
});

describe("a sheet that holds what cannot follow its cells", () => {
  it("refuses by name to be torn, and is kept byte for byte", () => {
    const bytes = packed(kitchenSinkParts());
    const book = openXlsx(bytes);
    const [sheet] = book.sheets;
    expect(() => insertColumns(book, sheet, { at: 0, count: 1 })).toThrow(
      "pivotTable, sheet Sales: a part of this sheet cannot follow its cells",
    );
    expect(() => insertCells(book, sheet, { area: area("J1"), push: "down" })).toThrow(
      "cannot follow its cells",
    );
    expect(saveXlsx(book)).toBe(bytes);
  });
});
