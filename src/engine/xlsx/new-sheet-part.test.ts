import { Workbook } from "../workbook";
import { openXlsx } from "./open-xlsx";
import { saveXlsx } from "./save-xlsx";

describe("a new sheet", () => {
  const book = new Workbook();
  const format = book.styles.withFormat(0, "0.00");
  const sheet = book.addSheet("Plan");
  sheet.write(0, 0, "qty");
  sheet.writeFormula(3, 0, { text: "SUM(A1:A2)", cached: null });
  sheet.writeFormula(5, 2, { text: "A4*2", cached: null });
  sheet.restyle(7, 4, format);
  const [opened] = openXlsx(saveXlsx(book)).sheets;

  it("keeps formulas without a value that stand below or right of its last value", () => {
    expect([opened.formula(3, 0), opened.formula(5, 2)]).toEqual(["SUM(A1:A2)", "A4*2"]);
  });

  it("keeps the format of a blank cell below and right of everything else", () => {
    expect(opened.style(7, 4)).toBe(format);
  });
});
