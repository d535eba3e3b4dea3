import { openJson } from "../../engine/json-book";
import { bookFile, bookInFiles } from "./book-files";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("files of a book", () => {
  it("save a book as .xlsx and open it again with the same cells", () => {
    const book = openJson('{"商品":[{"编码":"bolt","数量":2}]}');
    const file = bookFile(book, "五金店.json", "xlsx");
    expect(file.name).toBe("五金店.xlsx");
    const again = bookInFiles([file]);
    expect(again?.table("商品")?.sheet.cell(1, 0)).toBe("bolt");
    expect(again?.table("商品")?.sheet.cell(1, 1)).toBe(2);
  });

  it("take a book in JSON whose tables are empty, all of them or some", () => {
    const some = bookInFiles([
      { name: "a.json", bytes: bytes('{"sales":[],"items":[{"code":"A"}],"units":[]}') },
    ]);
    expect(some?.tables().map(({ name }) => name)).toEqual(["items"]);
    const none = bookInFiles([{ name: "a.json", bytes: bytes('{"sales":[],"items":[]}') }]);
    expect([none?.tables().length, none?.sheets.length]).toEqual([0, 1]);
  });

  it("keep the ending of a workbook with macros", () => {
    expect(bookFile(openJson("{}"), "books.xlsm", "xlsx").name).toBe("books.xlsm");
  });

  it("take several CSV files as one book, and several workbooks for a mistake", () => {
    const csv = ["items", "units"].map((name) => ({ name: `${name}.csv`, bytes: bytes("a,b\r\n1,2\r\n") }));
    expect(
      bookInFiles(csv)
        ?.tables()
        .map(({ name }) => name),
    ).toEqual(["items", "units"]);
    const twice = ["a.json", "b.json"].map((name) => ({ name, bytes: bytes("{}") }));
    expect(bookInFiles(twice)).toBeNull();
    expect(bookInFiles([{ name: "letter.docx", bytes: bytes("") }])).toBeNull();
  });
});
