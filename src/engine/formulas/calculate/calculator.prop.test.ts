import fc from "fast-check";
import type { Area } from "../../address";
import type { Cell } from "../../cell";
import { Table } from "../../table";
import { Workbook } from "../../workbook";
import type { Sheet } from "../../sheet";
import { recalculate } from "./calculator";
import { LAW_TIME, lawRuns } from "../../../../test/support/law-runs";

jest.setTimeout(LAW_TIME);

const rows = 8;
const columns = 5;

/**
 * Formulas of every kind of dependency: cells, moving ranges, columns, the row of a table, conditions,
 * spills.
 */
const templates = [
  "A1+B2",
  "SUM(A$1:B3)",
  "IF(C2>2,D1,E$3)",
  "SUMIFS(B1:B8,A1:A8,C1)",
  "COUNTIF(A$1:A1,A1)",
  "XLOOKUP(C1,A1:A8,B1:B8,0)",
  "MATCH(D1,A:A,0)",
  "IFERROR(A1/B1,0)",
  "SUM(T[c])+T[@b]",
  "MAX(C:C)",
  "E1&D$1",
  "SUMPRODUCT(A1:A4,B1:B4)",
  "UNIQUE(A1:A3)",
  "SUM(C3#)",
  "A1:A3*2",
];

interface Written {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly formula: string | null;
  readonly spills: boolean;
}

const written: fc.Arbitrary<Written> = fc.record({
  row: fc.nat(rows - 1),
  column: fc.nat(columns - 1),
  cell: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom("a", "b", "3", null, true)),
  formula: fc.option(fc.constantFrom(...templates), { freq: 2 }),
  spills: fc.boolean(),
});

function write(sheet: Sheet, { row, column, cell, formula, spills }: Written): void {
  if (formula === null) sheet.write(row, column, cell);
  else sheet.writeFormula(row, column, { text: formula, cached: null, spills });
}

function emptyBook(): { readonly book: Workbook; readonly sheet: Sheet } {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  const place = { name: "T", sheet, top: 0, left: 3, headers: ["b", "c"], rowCount: rows };
  book.addTable(new Table(place, { hasHeader: false }));
  return { book, sheet };
}

function valuesOf(sheet: Sheet): readonly Cell[] {
  return Array.from({ length: rows * columns }, (_, i) => sheet.cell(Math.floor(i / columns), i % columns));
}

function isIn({ top, bottom, left, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The same cells, written into a book that has calculated nothing yet. */
function anew(sheet: Sheet): readonly Cell[] {
  const { book, sheet: fresh } = emptyBook();
  for (let i = 0; i < rows * columns; i++) {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const formula = sheet.formula(row, column);
    const spills = sheet.column(column).spills(row);
    const cell = sheet.cell(row, column);
    const isSpilled = formula === null && sheet.blocks.some((area) => isIn(area, row, column));
    const isThere = formula !== null || (cell !== null && !isSpilled);
    if (isThere) write(fresh, { row, column, cell, formula, spills });
  }
  recalculate(book);
  return valuesOf(fresh);
}

describe("a calculation after some changes", () => {
  it("comes to the same as one of all formulas", () => {
    const steps = fc.array(fc.array(written, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (patches) => {
        const { book, sheet } = emptyBook();
        for (const patch of patches) {
          for (const each of patch) write(sheet, each);
          recalculate(book);
        }
        expect(valuesOf(sheet)).toEqual(anew(sheet));
      }),
      lawRuns(1_000, 20_261_203),
    );
  });
});
