import { openJson } from "../../engine/json-book";
import { placeNamed } from "./place-named";

describe("what is typed into the name box", () => {
  const book = openJson('{"商品":[{"编码":"bolt"}],"My sheet":[{"a":1}]}');
  const [items, mine] = book.sheets;
  book.names.push({ name: "Rate", formula: "'My sheet'!$A$2", sheet: null, hidden: false });

  it("is a cell or an area of the sheet in front, or of another", () => {
    const cell = { top: 2, left: 1, bottom: 2, right: 1 };
    expect(placeNamed(book, items, " b3 ")).toEqual({ sheet: items, area: cell });
    expect(placeNamed(book, items, "'My sheet'!B3:C4")).toEqual({
      sheet: mine,
      area: { ...cell, bottom: 3, right: 2 },
    });
  });

  it("is whole columns or rows", () => {
    const all = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    expect(placeNamed(book, items, "B:B")?.area).toEqual({ ...all, left: 1, right: 1 });
    expect(placeNamed(book, items, "$d:b")?.area).toEqual({ ...all, left: 1, right: 3 });
    expect(placeNamed(book, items, "'My sheet'!3:5")).toEqual({
      sheet: mine,
      area: { ...all, top: 2, bottom: 4 },
    });
    expect(["XFE:XFE", "1048577:1048577", "B:3"].map((text) => placeNamed(book, items, text))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is a table or a name", () => {
    expect(placeNamed(book, mine, "商品")).toEqual({
      sheet: items,
      area: { top: 0, left: 0, bottom: 1, right: 0 },
    });
    expect(placeNamed(book, items, "rate")?.area).toEqual({ top: 1, left: 0, bottom: 1, right: 0 });
  });

  it("is nothing where it names nothing", () => {
    expect(placeNamed(book, items, "No such")).toBeNull();
    expect(placeNamed(book, items, "Gone!A1")).toBeNull();
    expect(placeNamed(book, items, "")).toBeNull();
    expect(placeNamed(book, items, "My sheet!")).toBeNull();
  });
});
