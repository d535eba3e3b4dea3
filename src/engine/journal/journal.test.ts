import fc from "fast-check";
import { areaName } from "../address";
import { area } from "../../../test/support/area";
import type { BookChange } from "../changes";
import { changeRows, mergeCells } from "../sheet-settings";
import {
  deleteCells,
  deleteColumns,
  deleteRows,
  insertCells,
  insertColumns,
  insertRows,
} from "../structure/shift-cells";
import { addSheet, deleteSheet, moveSheet, renameSheet } from "../structure/sheets";
import { addTable, convertToRange, renameTable } from "../structure/tables";
import { showTotals } from "../structure/totals";
import { Workbook } from "../workbook";
import { Journal } from "./journal";
import { LAW_TIME, lawRuns } from "../../../test/support/law-runs";

jest.setTimeout(LAW_TIME);

/** All that can be seen of a workbook. */
function picture(book: Workbook): unknown {
  return {
    names: book.names,
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      looks: [...sheet.looks],
      rows: [...sheet.rowLooks],
      merges: sheet.merges.map(areaName),
      rules: sheet.validations,
      cells: Array.from({ length: 14 }, (_, row) =>
        Array.from({ length: 8 }, (_, column) => {
          const { value, formula, style } = sheet.content(row, column);
          return [value, formula, Math.max(style, 0)];
        }),
      ),
    })),
    tables: book.tables().map(({ name, area: place, headers, calculated, hasTotals, rowCount }) => {
      return [name, areaName(place), [...headers], [...calculated], hasTotals, rowCount];
    }),
  };
}

function book(): Workbook {
  const made = new Workbook();
  const sheet = made.addSheet("Data");
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 4; column++)
      sheet.write(row, column, row === 0 ? `h${String(column)}` : row * 10 + column);
  }
  sheet.restyle(2, 2, 1);
  addTable(made, sheet, { area: area("A1:C6"), hasHeader: true, name: "T" });
  sheet.writeFormula(9, 0, { text: "SUM(T[h1])+SUM(B2:B6)", cached: 1 });
  made.addSheet("Other").writeFormula(0, 0, { text: "Data!C3*2", cached: 64 });
  made.names.push({ name: "All", formula: "Data!$A$1:$D$8", sheet: null, hidden: false });
  return made;
}

const edits: Readonly<Record<string, (book: Workbook, n: number) => void>> = {
  write: (made, n) => made.sheets[0].write(n % 9, n % 5, n),
  bulk: (made, n) => made.sheets[0].writeCells(n % 5, [1, 2, 3], ["x", null, n]),
  formula: (made, n) => made.sheets[0].writeFormula(n % 9, n % 5, { text: "A1+1", cached: null }),
  style: (made, n) => made.sheets[0].restyle(n % 9, n % 5, n % 3),
  insertRows: (made, n) => insertRows(made, made.sheets[0], { at: n % 9, count: 1 + (n % 2) }),
  deleteRows: (made, n) => deleteRows(made, made.sheets[0], { at: n % 9, count: 1 + (n % 2) }),
  insertColumns: (made, n) => insertColumns(made, made.sheets[0], { at: n % 6, count: 1 }),
  deleteColumns: (made, n) => deleteColumns(made, made.sheets[0], { at: n % 6, count: 1 + (n % 2) }),
  down: (made, n) =>
    insertCells(made, made.sheets[0], {
      area: { top: n % 9, bottom: n % 9, left: n % 2, right: 5 },
      push: "down",
    }),
  left: (made, n) =>
    deleteCells(made, made.sheets[0], {
      area: { top: 7, bottom: 9, left: n % 5, right: n % 5 },
      pull: "left",
    }),
  rename: (made, n) => renameSheet(made, made.sheets[0], `Data ${String(n)}`),
  table: (made, n) => {
    const table = made.tables().at(0);
    if (table !== undefined) renameTable(made, table, `Table_${String(n)}`);
  },
  totals: (made) => {
    const table = made.tables().at(0);
    if (table !== undefined) showTotals(made, table, table.hasTotals ? null : { label: "Total" });
  },
  plain: (made) => {
    const table = made.tables().at(0);
    if (table !== undefined) convertToRange(made, table);
  },
  add: (made, n) => addSheet(made, `New ${String(n)}`, n % 2),
  drop: (made, n) => {
    const sheet = made.sheets.at(1 + (n % 2));
    if (sheet !== undefined) deleteSheet(made, sheet);
  },
  move: (made, n) => moveSheet(made, made.sheets[n % made.sheets.length], n % 3),
  merge: (made, n) => mergeCells(made.sheets[0], n % 2 === 0 ? [] : [area("F1:G2")]),
  hide: (made, n) => changeRows(made.sheets[0], [n % 9], { hidden: n % 2 === 0 }),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(60)), {
  minLength: 1,
  maxLength: 8,
});

describe("a journal", () => {
  it("takes back whatever was done, step by step, and does it again, exactly", () => {
    fc.assert(
      fc.property(steps, (wishes) => {
        const made = book();
        const journal = new Journal(made);
        const pictures = [picture(made)];
        for (const [name, n] of wishes) {
          try {
            journal.step(name, () => edits[name](made, n));
          } catch {
            expect(picture(made)).toEqual(pictures.at(-1));
            continue;
          }
          if (JSON.stringify(picture(made)) !== JSON.stringify(pictures.at(-1))) pictures.push(picture(made));
        }
        while (journal.undo());
        expect(picture(made)).toEqual(pictures[0]);
        while (journal.redo());
        expect(picture(made)).toEqual(pictures.at(-1));
        while (journal.undo());
        expect(picture(made)).toEqual(pictures[0]);
      }),
      lawRuns(1_000, 20_261_203),
    );
  });

  it("makes what was written outside of a step a step of its own, and forgets the future then", () => {
    const made = book();
    const journal = new Journal(made);
    journal.step("first", () => made.sheets[0].write(0, 6, "first"));
    made.sheets[0].write(0, 7, "outside");
    expect(journal.undoes).toBe("");
    journal.undo();
    expect([made.sheets[0].cell(0, 7), journal.undoes, journal.redoes]).toEqual([null, "first", ""]);
    made.sheets[0].write(1, 7, "other");
    expect([journal.redoes, journal.redo()]).toEqual([null, false]);
  });

  it("takes back the half of a step that fails", () => {
    const made = book();
    const journal = new Journal(made);
    const failing = (): void =>
      journal.step("fails", () => {
        made.sheets[0].write(0, 0, "half");
        throw new Error("no");
      });
    expect(failing).toThrow("no");
    expect([made.sheets[0].cell(0, 0), journal.undoes, journal.redoes]).toEqual(["h0", null, null]);
  });

  it("has one number for one state of the workbook, also when it comes back to it", () => {
    const made = book();
    const [sheet] = made.sheets;
    const journal = new Journal(made);
    const states = [journal.state];
    for (const value of ["a", "b"]) {
      sheet.write(20, 0, value);
      states.push(journal.state);
    }
    expect(new Set(states).size).toBe(3);
    journal.undo();
    expect(journal.state).toBe(states[1]);
    sheet.write(20, 0, "c");
    expect(states).not.toContain(journal.state);
    journal.undo();
    journal.redo();
    journal.undo();
    journal.undo();
    expect(journal.state).toBe(states[0]);
  });

  it("tells who follows the workbook what it takes back", () => {
    const made = book();
    const journal = new Journal(made);
    journal.step("rows", () => insertRows(made, made.sheets[0], { at: 8, count: 2 }));
    journal.step("cell", () => made.sheets[0].write(3, 3, "x"));
    const reader = made.changes.subscribe();
    journal.undo();
    journal.undo();
    const told = (change: BookChange): string =>
      "area" in change ? `${change.kind} ${areaName(change.area)}` : change.kind;
    const changes = reader.take().map(told);
    expect(changes).toContain("cells D4");
    expect(changes.at(-1)).toBe("delete A9:XFD10");
  });

  it("keeps no more steps and cells than it may", () => {
    const made = book();
    const journal = new Journal(made, { steps: 3, cells: 1000 });
    for (let n = 0; n < 5; n++) journal.step(String(n), () => made.sheets[0].write(20 + n, 0, n));
    let count = 0;
    while (journal.undo()) count++;
    expect(count).toBe(3);
  });
});
