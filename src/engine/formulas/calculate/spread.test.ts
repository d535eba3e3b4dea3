import type { CustomFunctions } from "../world";
import { bookOf } from "../../../../test/support/formula-book";
import { calculatorOf, recalculate } from "./calculator";

describe("a formula that spills", () => {
  it("fills the cells beside and below it, and takes back what it fills no more", () => {
    const { book, sheet } = bookOf([[3], [1], [2], [1]]);
    sheet.writeFormula(0, 2, { text: "SORT(UNIQUE(A1:A4))", cached: null, spills: true });
    sheet.writeFormula(0, 4, { text: "SUM(C1#)", cached: null });
    sheet.writeFormula(1, 4, { text: "SUM(C1:C9)", cached: null });
    recalculate(book);
    expect(sheet.column(2).cells(0, 4)).toEqual([1, 2, 3, null]);
    expect([sheet.cell(0, 4), sheet.cell(1, 4)]).toEqual([6, 6]);
    sheet.write(1, 0, 3);
    sheet.write(3, 0, 2);
    recalculate(book);
    expect(sheet.column(2).cells(0, 4)).toEqual([2, 3, null, null]);
    expect([sheet.cell(0, 4), sheet.cell(1, 4)]).toEqual([5, 5]);
    expect(sheet.blocks).toEqual([{ top: 0, bottom: 1, left: 2, right: 2 }]);
  });

  it("says #SPILL! where something is in the way, and fills its cells when that is gone", () => {
    const { book, sheet } = bookOf([[3], [1], [2]]);
    sheet.write(2, 2, "here");
    sheet.writeFormula(0, 2, { text: "A1:A3*10", cached: null, spills: true });
    recalculate(book);
    expect(sheet.column(2).cells(0, 3)).toEqual([{ error: "#SPILL!" }, null, "here"]);
    sheet.write(2, 2, null);
    recalculate(book);
    expect(sheet.column(2).cells(0, 3)).toEqual([30, 10, 20]);
    sheet.write(1, 2, "again");
    recalculate(book);
    expect(sheet.column(2).cells(0, 3)).toEqual([{ error: "#SPILL!" }, "again", null]);
    sheet.write(1, 2, null);
    recalculate(book);
    expect(sheet.column(2).cells(0, 3)).toEqual([30, 10, 20]);
  });

  it("takes back what it filled when it is gone, and is 0 where it reads what it fills", () => {
    const { book, sheet } = bookOf([[3], [1], [2]]);
    sheet.writeFormula(0, 1, { text: "A1:A3*2", cached: null, spills: true });
    sheet.writeFormula(0, 3, { text: "SUM(B1:B9)", cached: null });
    recalculate(book);
    expect([...sheet.column(1).cells(0, 3), sheet.cell(0, 3)]).toEqual([6, 2, 4, 12]);
    sheet.write(0, 1, 1);
    recalculate(book);
    expect([...sheet.column(1).cells(0, 3), sheet.cell(0, 3)]).toEqual([1, null, null, 1]);
    sheet.writeFormula(0, 1, { text: "A1:A3*2", cached: null, spills: true });
    sheet.writeFormula(0, 0, { text: "B2", cached: null });
    const { notEvaluated } = recalculate(book);
    expect(sheet.column(1).cells(0, 3)).toEqual([0, null, null]);
    expect(notEvaluated.some(({ column, why }) => column === 1 && why.code === "circular")).toBe(true);
  });

  it("of old takes the cell beside it, and an array formula fills its cells and no others", () => {
    const { book, sheet } = bookOf([[3], [1], [2]]);
    sheet.writeFormula(1, 1, { text: "A1:A3*10", cached: null });
    sheet.blocks.push({ top: 0, bottom: 3, left: 3, right: 3 });
    sheet.writeFormula(0, 3, { text: "A1:A3*10", cached: null });
    recalculate(book);
    expect(sheet.cell(1, 1)).toBe(10);
    expect(sheet.column(3).cells(0, 4)).toEqual([30, 10, 20, { error: "#N/A" }]);
  });
});

describe("functions of the host", () => {
  it("are called with values, and again when the host says so", () => {
    const { book, sheet } = bookOf([["A1", "=TZ.ONHAND(A1)", "=IFERROR(B1+1,0)"]]);
    const asked: unknown[] = [];
    const answer: { now?: number } = {};
    const custom: CustomFunctions = {
      has: (name) => name === "TZ.ONHAND",
      call: ({ name, args, place }) => {
        asked.push([name, args, place.row, place.column]);
        return answer.now;
      },
    };
    recalculate(book, { custom });
    expect(asked).toEqual([["TZ.ONHAND", ["A1"], 0, 1]]);
    expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual([{ error: "#N/A" }, 0]);
    answer.now = 12;
    expect(recalculate(book).recalculated).toBe(0);
    calculatorOf(book).callAgain(["tz.onhand"]);
    recalculate(book);
    expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual([12, 13]);
  });
});
