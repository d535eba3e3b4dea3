import { strFromU8, unzipSync } from "fflate";
import { recalculate } from "../../src/engine/formulas/calculate/calculator";
import { typeFormula } from "../../src/engine/formulas/spelling";
import { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { kitchenSinkParts, packed } from "./kitchen-sink";
import { faultsOf } from "./package-faults";

function typed(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("S");
  [3, 1, 3].forEach((number, row) => {
    sheet.write(row, 0, number);
  });
  typeFormula("UNIQUE(A1:A3)", { workbook, sheet, row: 0, column: 2 });
  typeFormula("SUM(A1:A3*2)", { workbook, sheet, row: 0, column: 4 });
  typeFormula("SUM(A1:A3)", { workbook, sheet, row: 1, column: 4 });
  return workbook;
}

function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name] as Uint8Array | undefined;
  return part === undefined ? "" : strFromU8(part);
}

describe("a formula that spills, in a file", () => {
  it("bears the mark of dynamic arrays, as one does that works on arrays; others do not", () => {
    const saved = saveXlsx(typed());
    const sheet = partOf(saved, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain(`<c r="C1" cm="1"><f t="array" ref="C1:C2">_xlfn.UNIQUE(A1:A3)</f><v>3</v></c>`);
    expect(sheet).toContain(`<c r="E1" cm="1"><f t="array" ref="E1">SUM(A1:A3*2)</f><v>14</v></c>`);
    expect(sheet).toContain(`<c r="E2"><f>SUM(A1:A3)</f><v>7</v></c>`);
    expect(partOf(saved, "xl/metadata.xml")).toContain("XLDAPR");
    expect(faultsOf(saved)).toEqual([]);
  });

  it("spills on when the file is opened again, and its element follows", () => {
    const book = openXlsx(saveXlsx(typed()));
    const [sheet] = book.sheets;
    sheet.write(2, 0, 5);
    recalculate(book);
    expect(sheet.column(2).cells(0, 4)).toEqual([3, 1, 5, null]);
    const saved = saveXlsx(book);
    expect(partOf(saved, "xl/worksheets/sheet1.xml")).toContain(
      `<c r="C1" cm="1"><f t="array" ref="C1:C3">_xlfn.UNIQUE(A1:A3)</f><v>3</v></c>`,
    );
    const again = openXlsx(saved);
    again.sheets[0].write(0, 0, 5);
    again.sheets[0].write(1, 0, 5);
    recalculate(again);
    expect(again.sheets[0].column(2).cells(0, 4)).toEqual([5, null, null, null]);
    expect(faultsOf(saveXlsx(again))).toEqual([]);
  });

  it("takes the mark that the workbook has already, or none where its metadata have none", () => {
    const marked = openXlsx(saveXlsx(typed()));
    typeFormula("A1:A3+1", { workbook: marked, sheet: marked.sheets[0], row: 0, column: 6 });
    const twice = partOf(saveXlsx(marked), "xl/worksheets/sheet1.xml");
    expect(twice).toContain(`<c r="G1" cm="1"><f t="array" ref="G1:G3">`);
    const workbook = openXlsx(packed(kitchenSinkParts()));
    const sheet = workbook.sheets[1];
    typeFormula("SEQUENCE(2)", { workbook, sheet, row: 9, column: 0 });
    const saved = saveXlsx(workbook);
    expect(partOf(saved, "xl/worksheets/sheet2.xml")).toContain(`<c r="A10"><f t="array" ref="A10:A11">`);
    expect(faultsOf(saved)).toEqual([]);
  });
});
