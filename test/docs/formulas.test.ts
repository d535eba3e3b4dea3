import { readFileSync } from "node:fs";
import path from "node:path";
import type { Cell } from "../../src/engine/cell";
import { recalculate } from "../../src/engine/formulas/calculate/calculator";
import { Table } from "../../src/engine/table";
import { Workbook } from "../../src/engine/workbook";
import { root } from "../support/cli-run";
import { examplesOf } from "./spec-tables";

const page = path.join(root, "docs/spec/formulas.md");

/** A cell as the page writes it: a text that reads as a number has an apostrophe before it. */
function cellOf(written: string): Cell {
  const text = written.replaceAll("\\", "").replaceAll("`", "");
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (text.startsWith("#")) return { error: text };
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/** The cells of the page's first table, without its numbers of rows. */
function cellsOfPage(): readonly (readonly Cell[])[] {
  const rows = readFileSync(page, "utf8")
    .split("\n")
    .filter((line) => /^\| \d+ +\|/.test(line));
  return rows.map((line) =>
    line
      .split("|")
      .slice(2, -1)
      .map((cell) => cellOf(cell.trim())),
  );
}

function cameTo(formula: string): Cell {
  const book = new Workbook();
  const sheet = book.addSheet("S");
  const cells = cellsOfPage();
  cells.forEach((row, at) => {
    row.forEach((cell, column) => {
      sheet.write(at, column, cell);
    });
  });
  const headers = cells[0].map(String);
  book.addTable(new Table({ name: "T", sheet, top: 0, left: 0, headers, rowCount: cells.length - 1 }));
  sheet.writeFormula(2, 7, { text: formula, cached: null, spills: true });
  recalculate(book);
  return sheet.cell(2, 7);
}

/** Numbers to 12 digits. */
function comparable(cell: Cell): Cell {
  return typeof cell === "number" ? Number(cell.toPrecision(12)) : cell;
}

describe("docs/spec/formulas.md", () => {
  describe.each(examplesOf(page).map(({ heading, rows }) => ({ heading, rows })))("$heading", ({ rows }) => {
    it.each(rows.map((row) => [row["formula"].replace(/^`|`$/g, ""), row["→ value"]]))(
      "%s comes to %s",
      (formula, value) => {
        const found = comparable(cameTo(formula));
        expect(found).toEqual(
          typeof found === "string" ? value.replaceAll("\\", "") : comparable(cellOf(value)),
        );
      },
    );
  });
});
