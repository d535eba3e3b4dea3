import { openCsvFolder, saveCsvFolder } from "./csv-folder";
import { appendRows, stampRows } from "./table-edit";
import type { Workbook } from "./workbook";

function opened(text: string): Workbook {
  return openCsvFolder(new Map([["items.csv", text]]));
}

function body(book: Workbook): unknown[][] {
  const table = book.table("items");
  return (table?.headers ?? []).map((_, i) => table?.sheet.column(i).cells(1, 1 + table.rowCount) ?? []);
}

function touched(book: Workbook): string {
  const table = book.table("items");
  if (table !== null) stampRows(table, [0], [{ header: table.headers[0] ?? "", cells: ["new"] }]);
  return saveCsvFolder(book).get("items.csv") ?? "";
}

describe("CSV folder", () => {
  it("reads every cell as text, a blank one as null, and fills short rows with blanks", () => {
    expect(body(opened("code,qty\n00123,1.5\n\nB\n"))).toEqual([
      ["00123", "B"],
      ["1.5", null],
    ]);
  });

  it("takes away the quote that guards a leading sign, and only that one", () => {
    expect(body(opened("code\n'=1+1\n''x\n'tis\n'-5\n"))).toEqual([["=1+1", "'x", "'tis", "-5"]]);
  });

  it("guards text that a spreadsheet would take for a formula, but no number", () => {
    const book = opened("code,qty\na,1\n");
    const table = book.table("items");
    if (table !== null) {
      appendRows(table, 2, [
        { header: "code", cells: ["=A1", "-7"] },
        { header: "qty", cells: [-5, -5.25] },
      ]);
    }
    expect(saveCsvFolder(book).get("items.csv")).toBe("code,qty\na,1\n'=A1,-5\n'-7,-5.25\n");
  });

  it("leaves figures below zero as they stood in a file, and the quotes before texts like them", () => {
    const text = "code,name,qty\na,'-1,-5.250\n-7,'-3,-1\n";
    expect(touched(opened(text))).toBe("code,name,qty\nnew,'-1,-5.250\n-7,'-3,-1\n");
  });

  it("writes a file that was not changed byte for byte", () => {
    const text = '\uFEFFcode, "qty"\r\n"a",1\r\n\r\n';
    expect(saveCsvFolder(opened(text)).get("items.csv")).toBe(text);
  });

  it("keeps the byte order mark and the line ends of a file that was changed", () => {
    expect(touched(opened("\uFEFFcode,qty\r\na,1\r\n"))).toBe("\uFEFFcode,qty\r\nnew,1\r\n");
    expect(touched(opened("code,qty\na,1\n"))).toBe("code,qty\nnew,1\n");
  });

  it("keeps commas, quotes and line breaks inside cells", () => {
    const text = 'code,note\na,"x, ""y""\nz"\n';
    expect(touched(opened(text))).toBe('code,note\nnew,"x, ""y""\nz"\n');
  });

  it("leaves files that are not CSV alone", () => {
    expect(openCsvFolder(new Map([["notes.txt", "x"]])).tables()).toEqual([]);
  });

  it.each([
    ["an open quote", 'code\n"a\n', /items.csv, row/],
    ["more cells than headers", "code\na,b\n", /items.csv, row 2/],
  ])("refuses %s and says where", (_, text, message) => {
    expect(() => opened(text)).toThrow(message);
  });

  it("reads an empty file as a table without columns", () => {
    expect(opened("").table("items")).toMatchObject({ headers: [], rowCount: 0 });
  });
});
