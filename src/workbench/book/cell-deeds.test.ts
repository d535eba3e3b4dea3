import { openJson } from "../../engine/json-book";
import { EngineError } from "../../engine/engine-error";
import { clearCells, copiedTexts, pasteTexts, typeCell } from "./cell-deeds";
import { editedText, shown } from "./shown";

const typist = { culture: "zh-CN", year: 2026 } as const;

function opened() {
  const book = openJson('{"商品":[{"编码":"bolt","数量":2,"单价":2.5},{"编码":"nut","数量":3,"单价":1}]}');
  const [sheet] = book.sheets;
  const at = (row: number, column: number) => ({ sheet, row, column });
  return { book, sheet, at };
}

describe("what a person does to cells", () => {
  it("types numbers, dates and formulas as Excel takes them", () => {
    const { book, sheet, at } = opened();
    typeCell(book, { ...at(1, 1), text: "1,200" }, typist);
    typeCell(book, { ...at(1, 2), text: "2026-1-30" }, typist);
    typeCell(book, { ...at(2, 1), text: "=B2*2" }, typist);
    expect(sheet.cell(1, 1)).toBe(1200);
    expect(shown(book, at(1, 2), "zh-CN")).toMatchObject({ text: "2026/1/30" });
    expect(sheet.formula(2, 1)).toBe("B2*2");
    expect(editedText(book, at(2, 1), "zh-CN")).toBe("=B2*2");
  });

  it("shows what a typed formula of a day comes to as a day, where the cell has no format", () => {
    const { book, sheet, at } = opened();
    typeCell(book, { ...at(1, 4), text: "=TODAY()" }, typist);
    typeCell(book, { ...at(1, 5), text: "=date(2026,1,30)" }, { ...typist, culture: "en-US" });
    typeCell(book, { ...at(1, 6), text: "=NOW()-1" }, typist);
    typeCell(book, { ...at(2, 4), text: "2.50%" }, typist);
    typeCell(book, { ...at(2, 4), text: "=TODAY()" }, typist);
    typeCell(book, { ...at(2, 5), text: "=YEAR(TODAY())" }, typist);
    const formats = [at(1, 4), at(1, 5), at(1, 6), at(2, 4), at(2, 5)].map(({ row, column }) =>
      book.styles.format(sheet.style(row, column)),
    );
    expect(formats).toEqual(["yyyy/m/d", "m/d/yyyy", "yyyy/m/d h:mm", "0.00%", null]);
  });

  it("refuses a formula that is not one, and closes the brackets at its end", () => {
    const { book, sheet, at } = opened();
    for (const text of ["=SUM(", "=1+", "=B2 C(", "=)"])
      expect(() => typeCell(book, { ...at(1, 1), text }, typist)).toThrow(
        "a formula that is not well-formed",
      );
    expect([sheet.cell(1, 1), sheet.formula(1, 1)]).toEqual([2, null]);
    typeCell(book, { ...at(1, 1), text: "=SUM(C2:C3,MAX(1,2" }, typist);
    expect(sheet.formula(1, 1)).toBe("SUM(C2:C3,MAX(1,2))");
  });

  it("clears cells and leaves the others", () => {
    const { sheet } = opened();
    clearCells({ sheet, area: { top: 1, left: 0, bottom: 1, right: 1 } });
    expect([sheet.cell(1, 0), sheet.cell(1, 1), sheet.cell(1, 2), sheet.cell(2, 0)]).toEqual([
      null,
      null,
      2.5,
      "nut",
    ]);
  });

  it("copies what is shown, and pastes it as if typed", () => {
    const { book, sheet } = opened();
    const rows = copiedTexts(book, { sheet, area: { top: 1, left: 0, bottom: 2, right: 1 } }, "zh-CN");
    expect(rows).toEqual([
      ["bolt", "2"],
      ["nut", "3"],
    ]);
    const written = pasteTexts(book, { sheet, area: { top: 4, left: 0, bottom: 4, right: 0 }, rows }, typist);
    expect(written).toEqual({ top: 4, left: 0, bottom: 5, right: 1 });
    expect(sheet.cell(5, 1)).toBe(3);
  });

  it("is not pasted beyond the last row or column, nor typed longer than a cell can hold", () => {
    const { book, sheet } = opened();
    const rows = [["1"], ["2"]];
    const last = { top: 1_048_575, left: 0, bottom: 1_048_575, right: 0 };
    expect(() => pasteTexts(book, { sheet, area: last, rows }, typist)).toThrow(EngineError);
    expect(sheet.cell(1_048_575, 0)).toBeNull();
    const right = { top: 0, left: 16_383, bottom: 0, right: 16_383 };
    expect(() => pasteTexts(book, { sheet, area: right, rows: [["1", "2"]] }, typist)).toThrow(EngineError);
    const text = "x".repeat(32_768);
    expect(() => typeCell(book, { sheet, row: 0, column: 0, text }, typist)).toThrow(EngineError);
  });

  it("fills the selected cells where they are several times what was copied", () => {
    const { book, sheet } = opened();
    pasteTexts(book, { sheet, area: { top: 1, left: 1, bottom: 2, right: 2 }, rows: [["7"]] }, typist);
    expect([sheet.cell(1, 1), sheet.cell(1, 2), sheet.cell(2, 1), sheet.cell(2, 2)]).toEqual([7, 7, 7, 7]);
  });
});
