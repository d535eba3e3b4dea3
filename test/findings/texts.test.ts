import { readFileSync } from "node:fs";
import path from "node:path";
import { Package } from "../../src/engine/xlsx/package";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { little, taizhang, testFolder, verb } from "../cli/terminal";
import { written } from "./file-case";

const TEXTS = [
  "=1+1",
  '=HYPERLINK("http://x","y")',
  "+8613800000000",
  "-2+3",
  "-7",
  "-1.50",
  "@SUM(A1)",
  "'quoted",
  "\tTAB",
];

const folder = testFolder();
const rows = TEXTS.map((name, i) => ({ code: `T${String(i)}`, name }));
const book = written(folder, "book.json", JSON.stringify({ ...little, items: rows }));

function converted(from: string, name: string): string {
  const to = path.join(folder, name);
  expect(taizhang(["convert", from, to])).toMatchObject({ code: 0, err: "" });
  return to;
}

function names(at: string): readonly unknown[] {
  return verb("table", at, "items").told.rows.map(({ name }) => name);
}

describe("a text that begins like a formula", () => {
  it("is a text in a workbook's cell, and in no formula", () => {
    const bytes = readFileSync(converted(book, "book.xlsx"));
    const table = openXlsx(bytes).table("Items");
    if (table === null) throw new Error("no items");
    const column = table.left + table.headers.indexOf("Item name");
    const cells = TEXTS.map((_, i) => table.sheet.cell(table.first + i, column));
    const formulas = TEXTS.map((_, i) => table.sheet.formula(table.first + i, column));
    expect(cells).toEqual(TEXTS);
    expect(formulas).toEqual(TEXTS.map(() => null));
    const files = Package.open(bytes);
    const sheets = files.names().filter((name) => name.startsWith("xl/worksheets/sheet"));
    for (const name of sheets) expect(new TextDecoder().decode(files.bytes(name))).not.toMatch(/<f[ >]/);
  });

  it("bears a quote before it in a folder of CSV, which reading takes away", () => {
    const csv = converted(book, "book");
    const lines = readFileSync(path.join(csv, "items.csv"), "utf8");
    for (const text of TEXTS) expect(lines).toContain(`'${text.replaceAll('"', '""')}`);
    expect(lines).not.toMatch(/(^|,)"?[=+@\t]/m);
    expect(names(csv)).toEqual(TEXTS);
  });

  it("is what it was in JSON, and after every way there and back", () => {
    expect(names(book)).toEqual(TEXTS);
    const there = converted(converted(converted(book, "1.xlsx"), "2"), "3.json");
    expect(names(there)).toEqual(TEXTS);
  });

  it("bears a quote before it where an answer is CSV", () => {
    const { code, out } = taizhang(["table", book, "items", "--format", "csv"]);
    expect(code).toBe(0);
    for (const text of TEXTS) expect(out).toContain(`'${text.replaceAll('"', '""')}`);
    expect(out).not.toMatch(/(^|,)"?[=+@\t]/m);
  });

  it("is a text in a code that a report writes onto a sheet", () => {
    const receipts = [
      { type: "RK", date: "2026-01-05", partner: "P1", warehouse: "MAIN", item: "=1+1", qty: 2, price: 3 },
    ];
    const coded = written(
      folder,
      "coded.json",
      JSON.stringify({ ...little, items: [{ code: "=1+1" }], purchases: receipts }),
    );
    const workbook = converted(coded, "coded.xlsx");
    expect(taizhang(["post", workbook]).code).toBe(0);
    expect(taizhang(["report", workbook, "stock-on-hand", "--sheet"]).code).toBe(0);
    const sheets = openXlsx(readFileSync(workbook)).sheets;
    const last = sheets[sheets.length - 1];
    const cells = Array.from({ length: last.rowCount }, (_, row) => last.cell(row, 0));
    expect(cells).toContain("=1+1");
    expect(cells.every((_, row) => last.formula(row, 0) === null)).toBe(true);
    const { out } = taizhang(["report", workbook, "stock-on-hand", "--format", "csv"]);
    expect(out).toContain("'=1+1");
  });
});
