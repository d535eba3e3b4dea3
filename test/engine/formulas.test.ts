import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Cell } from "../../src/engine/cell";
import { recalculate } from "../../src/engine/formulas/calculate/calculator";
import { storedFormula } from "../../src/engine/formulas/spelling";
import { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";

const isThere = spawnSync("soffice", ["--version"]).status === 0;
const note = isThere ? "" : " (skipped: there is no soffice here)";

/** The cells that the formulas read: sheet Data, from A1. */
const data: readonly (readonly Cell[])[] = [
  ["code", "name", "qty", "price", "day", "ok"],
  ["A-1", "螺丝 M6", 12, 0.35, 46000, true],
  ["a-2", "Bolt*", 3, 12.5, 46001, false],
  ["B-1", "nut", 7, 0.1, 46031, true],
  ["00123", null, 0, -4.25, 46059, null],
  ["123", "Bolt x", 100, 3, 46060.75, true],
  [123, "washer", 2.5, 1e6, 46090, null],
  [null, null, null, null, null, null],
  ["b-10", "NUT", "3", 7, 46121, false],
  ["~x", "a?b", -5, 0.2, 45000, true],
];

const formulas = readFileSync(path.join(__dirname, "formulas.txt"), "utf8").trim().split("\n");

/** Sheet F holds the formulas in column A, without values. */
function bookOfFormulas(): Workbook {
  const book = new Workbook();
  const home = book.addSheet("F");
  const sheet = book.addSheet("Data");
  data.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      sheet.write(row, column, cell);
    });
  });
  formulas.forEach((formula, row) => {
    const text = storedFormula(formula, { sheet: home, row, column: 0, workbook: book });
    home.writeFormula(row, 0, { text, cached: null });
  });
  return book;
}

/** The values that LibreOffice calculates. */
function calculatedElsewhere(bytes: Uint8Array): readonly Cell[] {
  const folder = mkdtempSync(path.join(tmpdir(), "formulas-"));
  try {
    const file = path.join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const words = [profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"];
    execFileSync("soffice", [...words, "--outdir", path.join(folder, "out"), file], { stdio: "ignore" });
    const book = openXlsx(new Uint8Array(readFileSync(path.join(folder, "out", "book.xlsx"))));
    return book.sheets[0].column(0).cells(0, formulas.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** To 12 significant digits: the last ones depend on the way a program takes. */
function comparable(cell: Cell): Cell {
  if (cell === "") return null;
  return typeof cell === "number" ? Number(cell.toPrecision(12)) : cell;
}

(isThere ? describe : describe.skip)(`formulas beside LibreOffice${note}`, () => {
  const ours = bookOfFormulas();
  const theirs = isThere ? calculatedElsewhere(withoutValues(bookOfFormulas())) : [];
  recalculate(ours);

  it.each(formulas.map((formula, row) => [formula, row] as const))("%s", (_, row) => {
    expect(comparable(ours.sheets[0].cell(row, 0))).toEqual(comparable(theirs[row]));
  });
});

/** The file of the book, in which no formula has a value: LibreOffice calculates them all. */
function withoutValues(book: Workbook): Uint8Array {
  const parts = unzipSync(saveXlsx(book));
  const [name, bytes] = Object.entries(parts).find(([part]) => part.endsWith("sheet1.xml")) ?? [""];
  const text = strFromU8(bytes ?? new Uint8Array(0));
  const bare = text.replace(/ t="(?:str|b|e)"(?=><f>)/g, "").replace(/(?<=<\/f>)<v>[^<]*<\/v>/g, "");
  return zipSync({ ...parts, [name]: strToU8(bare) });
}
