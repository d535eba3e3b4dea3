import { EngineError } from "./engine-error";
import { fromTables, openJson, saveJson } from "./json-book";

const items = `{"items":[{"code":"00123","qty":"1.50"},{"code":"B","price":2.5,"note":""},{"qty":null,"on":true}]}`;

describe("JSON book", () => {
  it("makes a table of each key, headers in the order in which rows first name them", () => {
    const table = openJson(items).table("items");
    expect(table?.headers).toEqual(["code", "qty", "price", "note", "on"]);
    expect(table?.rowCount).toBe(3);
    expect(table?.sheet.column(0).cells(1, 4)).toEqual(["00123", "B", null]);
    expect(table?.sheet.column(1).cells(1, 4)).toEqual(["1.50", null, null]);
    expect(table?.sheet.column(4).cells(1, 4)).toEqual([null, null, true]);
  });

  it("writes what it read, blanks left out but in the first row", () => {
    const saved = saveJson(openJson(items));
    expect(JSON.parse(saved)).toEqual({
      items: [
        { code: "00123", qty: "1.50", price: null, note: null, on: null },
        { code: "B", price: 2.5 },
        { on: true },
      ],
    });
    expect(saveJson(openJson(saved))).toBe(saved);
  });

  it("keeps keys that an object would take for its own", () => {
    const saved = saveJson(openJson(`{"t":[{"__proto__":1,"constructor":2}]}`));
    expect(saved).toContain(`"__proto__":1,"constructor":2`);
  });

  it.each([
    ["{", /unreadable/],
    ["[]", /object of tables/],
    [`{"items":{}}`, /table items: not a list/],
    [`{"items":[1]}`, /table items, row 1: not an object/],
    [`{"items":[{"code":"a"},{"code":["b"]}]}`, /table items, row 2, column code/],
  ])("refuses %s and says where", (text, message) => {
    expect(() => openJson(text)).toThrow(EngineError);
    expect(() => openJson(text)).toThrow(message);
  });

  it("takes tables that are parsed already", () => {
    expect(
      fromTables({ a: [], b: [{ x: 1 }] })
        .tables()
        .map(({ name, rowCount }) => [name, rowCount]),
    ).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });
});
