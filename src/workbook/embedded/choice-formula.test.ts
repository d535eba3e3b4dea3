import { saveJson } from "../../engine/json-book";
import { Workbook } from "../../engine/workbook";
import { choiceFormula } from "./choice-formula";

describe("choices", () => {
  it("stand in the rule itself while they are short", () => {
    expect(choiceFormula(new Workbook(), { words: ['a "b"', "c"] })).toBe('"a ""b"",c"');
  });

  it("stand on a hidden sheet when they are long or hold a comma, the same words once", () => {
    const book = new Workbook();
    const words = Array.from({ length: 90 }, (_, i) => `word ${String(i)}`);
    expect(choiceFormula(book, { words })).toBe("list_words");
    expect(choiceFormula(book, { words: ["a,b"] })).toBe("list_words_2");
    expect(choiceFormula(book, { words })).toBe("list_words");
    expect(book.names.map(({ formula }) => formula)).toEqual(["_lists!$A$1:$A$90", "_lists!$B$1:$B$1"]);
    expect(book.sheets[0].visibility).toBe("hidden");
    expect(saveJson(book)).toBe("{}\n");
  });
});
