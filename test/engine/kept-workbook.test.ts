import type { Workbook } from "../../src/engine/workbook";
import { appendRows, removeRows, stampRows } from "../../src/engine/table-edit";
import type { Table } from "../../src/engine/table";
import { followGrowth } from "../../src/engine/table-references";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { readZip, unpack } from "../../src/engine/zip/zip-reader";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { faultsOf } from "./package-faults";
import { kitchenSinkParts, packed, prefixedParts } from "./kitchen-sink";

const variants = { plain: kitchenSinkParts(), prefixed: prefixedParts() };

function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(readZip(bytes).map((entry) => [entry.name, new TextDecoder().decode(unpack(entry))]));
}

function sales(book: Workbook): Table {
  const table = book.table("Sales");
  if (table === null) throw new Error("no table Sales");
  return table;
}

function changedParts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

describe.each(Object.entries(variants))("a workbook that was kept (%s)", (variant, parts) => {
  const x = variant === "prefixed" ? "x:" : "";

  it("is read with its tables, formulas, names and formats", () => {
    const book = openXlsx(packed(parts));
    const table = sales(book);
    expect(table).toMatchObject({ headers: ["item", "qty", "price", "value"], rowCount: 3, hasTotals: true });
    expect(table.sheet.column(0).cells(1, 5)).toEqual(["bolt ", "螺丝 & \r", "nut", "Total"]);
    expect(table.sheet.column(3).cells(1, 5)).toEqual([10.5, 40, 90, 140.5]);
    expect(book.sheets[1].column(5).get(1)).toEqual({ error: "#N/A" });
    expect(book.sheets[1].cell(1, 4)).toBe(true);
    expect(book.sheets[1].formula(2, 3)).toBe("B3*2");
    expect(book.names.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Rate", false],
      ["Secret", true],
    ]);
    expect(book.styles.format(table.sheet.style(1, 1))).toBe("#,##0.00");
    expect(table.sheet.frozenRows).toBe(1);
    expect(table.sheet.validations[0].formula).toBe('"bolt,nut"');
  });

  it("is its own bytes while nothing changed", () => {
    const bytes = packed(parts);
    expect(saveXlsx(openXlsx(bytes))).toBe(bytes);
  });

  it("keeps every part that a new value does not concern, byte for byte", () => {
    const bytes = packed(parts);
    const book = openXlsx(bytes);
    stampRows(sales(book), [1], [{ header: "qty", cells: [5] }]);
    const saved = saveXlsx(book);
    expect(changedParts(partsOf(bytes), partsOf(saved))).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/pivotCache/pivotCacheDefinition1.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
    expect(faultsOf(saved)).toEqual([]);
  });

  it("holds fresh values of the formulas that read the change, their text as it was", () => {
    const book = openXlsx(packed(parts));
    stampRows(sales(book), [1], [{ header: "qty", cells: [5] }]);
    const saved = saveXlsx(book);
    const after = openXlsx(saved);
    expect(sales(after).sheet.column(3).cells(1, 5)).toEqual([10.5, 100, 90, 200.5]);
    expect(after.sheets[0].cell(0, 7)).toBe(9);
    expect(after.sheets[1].cell(0, 0)).toBe(9);
    expect(after.sheets[1].cell(2, 4)).toBe(18);
    expect(after.sheets[1].cell(0, 2)).toBe("ab");
    expect(after.sheets[1].cell(0, 3)).toBe(0.26);
    const text = partsOf(saved).get("xl/worksheets/sheet1.xml") ?? "";
    expect(text).toMatch(/<(?:x:)?f t="array" ref="H1">SUM\(B2:B4\)<\/(?:x:)?f><(?:x:)?v>9</);
    expect(text).toMatch(/r="H1" cm="1"/);
  });

  it("holds no value of a formula that reads the change and cannot be calculated here", () => {
    const book = openXlsx(packed(parts));
    book.sheets[1].column(5).setFormula(4, "OFFSET(A1,1,1)");
    book.sheets[1].column(5).set(4, 5);
    stampRows(sales(book), [1], [{ header: "qty", cells: [5] }]);
    saveXlsx(book);
    expect(book.sheets[1].cell(4, 5)).toBeNull();
  });

  it("changes nothing in a row but the cells that changed", () => {
    const book = openXlsx(packed(parts));
    stampRows(sales(book), [2], [{ header: "price", cells: [31.5] }]);
    const text = partsOf(saveXlsx(book)).get("xl/worksheets/sheet1.xml") ?? "";
    expect(text).toContain(
      `<${x}c r="A4" t="inlineStr"><${x}is><${x}t>nut</${x}t></${x}is></${x}c><${x}c r="B4" s="1">`,
    );
    expect(text).toContain(`<${x}c r="C4"><${x}v>31.5</${x}v></${x}c><${x}c r="D4"><${x}f>`);
    expect(text).toContain(`<${x}row r="3" spans="1:4">`);
  });

  it("grows a table with all that covers it, and moves its totals", () => {
    const book = openXlsx(packed(parts));
    followGrowth(book, sales(book), 5);
    appendRows(sales(book), 2, [{ header: "item", cells: ["=x", " spaced\n& <kept> "] }]);
    const saved = saveXlsx(book);
    const text = partsOf(saved);
    const sheet = text.get("xl/worksheets/sheet1.xml") ?? "";
    expect(text.get("xl/tables/table1.xml")).toContain('ref="A1:D7"');
    expect(text.get("xl/tables/table1.xml")).toContain(`<${x}autoFilter ref="A1:D6"/>`);
    expect(sheet).toContain('sqref="B2:B6"');
    expect(sheet).toContain('sqref="A2:A6 K1"');
    expect(sheet).toContain("sqref>C2:C6</");
    expect(sheet).toContain("sqref>F4</");
    expect(sheet).toContain(`<${x}dimension ref="A1:H7"/>`);
    expect(faultsOf(saved)).toEqual([]);
    const after = sales(openXlsx(saved));
    expect(after.sheet.column(0).cells(1, 7)).toEqual([
      "bolt ",
      "螺丝 & \r",
      "nut",
      "=x",
      " spaced\n& <kept> ",
      "Total",
    ]);
    expect(after.sheet.formula(5, 3)).toBe("Sales[[#This Row],[qty]]*Sales[[#This Row],[price]]");
    expect(after.sheet.formula(6, 3)).toBe("SUBTOTAL(109,Sales[value])");
    expect(after.sheet.style(5, 1)).toBe(1);
  });

  it("lets formulas and names that read a column to its end read on when it has grown", async () => {
    const named = (parts.get("xl/workbook.xml") ?? "").replace("Sales!$B$2<", "Sales!$A$1:$D$5<");
    const book = openXlsx(packed(new Map([...parts, ["xl/workbook.xml", named]])));
    await embeddedWorkbook(book).apply([{ do: "append", table: "Sales", count: 2, columns: [] }]);
    const after = openXlsx(saveXlsx(book));
    expect(after.sheets[1].formula(0, 0)).toBe("SUM(Sales!B2:B6)");
    expect(after.sheets[0].formula(0, 7)).toBe("SUM(B2:B6)");
    expect(after.sheets[0].blocks).toEqual([{ top: 0, left: 7, bottom: 0, right: 7 }]);
    expect(after.names.map(({ formula }) => formula)).toEqual(["'Out side'!$B$1", "Sales!$A$1:$D$7"]);
  });

  it("writes out a shared formula of which one cell changed", () => {
    const book = openXlsx(packed(parts));
    book.sheets[1].write(0, 3, 7);
    const after = openXlsx(saveXlsx(book)).sheets[1];
    expect([after.cell(0, 3), after.formula(0, 3)]).toEqual([7, null]);
    expect([after.formula(1, 3), after.formula(2, 3)]).toEqual(["B2*2", "B3*2"]);
  });

  it("takes a new sheet with its table, a new column and a new number format", async () => {
    const book = openXlsx(packed(parts));
    const look = { header: "when", format: "yyyy-mm-dd", width: 12, hidden: false, grouped: false };
    await embeddedWorkbook(book).apply([
      { do: "stamp", table: "Sales", rows: [0], columns: [{ header: "note", cells: ["new"] }] },
      {
        do: "create",
        table: "log",
        sheet: "日志",
        columns: [{ ...look, choices: { table: "Sales", header: "item" } }],
      },
      { do: "append", table: "log", count: 1, columns: [{ header: "when", cells: [46_000] }] },
    ]);
    const saved = saveXlsx(book);
    expect(faultsOf(saved)).toEqual([]);
    const after = openXlsx(saved);
    expect(after.tables().map(({ name, headers }) => [name, headers.join()])).toEqual([
      ["Sales", "item,qty,price,value,note"],
      ["log", "when"],
    ]);
    const log = after.sheet("日志");
    expect(after.styles.format(log?.style(1, 0) ?? 0)).toBe("yyyy-mm-dd");
    expect(log?.validations[0].formula).toBe("list_Sales_item");
    expect(after.names.at(-1)).toMatchObject({ name: "list_Sales_item", formula: "Sales[item]" });
  });

  it("asks Excel to calculate, and forgets the order in which it last did", () => {
    const book = openXlsx(packed(parts));
    book.sheets[1].write(5, 0, "x");
    const text = partsOf(saveXlsx(book));
    expect(text.get("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    expect(text.has("xl/calcChain.xml")).toBe(false);
    expect(text.get("[Content_Types].xml")).not.toContain("calcChain");
    expect(text.get("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  it("does not move rows to which a comment is fastened", async () => {
    const remove = embeddedWorkbook(openXlsx(packed(parts))).apply([
      { do: "remove", table: "Sales", rows: [0] },
    ]);
    await expect(remove).rejects.toMatchObject({ trouble: "in-the-way", what: "Sales", at: "A3" });
  });

  it("saves twice alike", () => {
    const book = openXlsx(packed(parts));
    removeRows(sales(book), [0]);
    expect(saveXlsx(book)).toEqual(saveXlsx(book));
  });

  it.each(["<v/>", "<v />", "<v></v>", "<v> </v>"])(
    "reads %s as no value, of a formula as of a cell",
    (v) => {
      const blank = v.replaceAll(/(<\/?)v/g, `$1${x}v`);
      const cells = ["", ` t="n"`, ` t="str"`, ` t="s"`, ` t="b"`, ` t="e"`, ` t="d"`];
      const formula = `<${x}f>A1</${x}f>`;
      const row = (number: number, content: string): string =>
        `<${x}row r="${number}">${cells.map((kind) => `<${x}c${kind}>${content}</${x}c>`).join("")}</${x}row>`;
      const name = "xl/worksheets/sheet2.xml";
      const sheet = (parts.get(name) ?? "").replace(
        `</${x}sheetData>`,
        `${row(8, blank)}${row(9, formula + blank)}</${x}sheetData>`,
      );
      const book = openXlsx(packed(new Map([...parts, [name, sheet]])));
      const found = cells.map((_, i) => [7, 8].map((at) => book.sheets[1].cell(at, i)));
      expect(found).toEqual(
        cells.map((kind) => [null, null].map(() => (kind === ` t="str"` && v === "<v> </v>" ? " " : null))),
      );
      expect(cells.map((_, i) => book.sheets[1].formula(8, i))).toEqual(cells.map(() => "A1"));
    },
  );
});
