import type { TableCells } from "../workbook/port";
import { toldNumbers } from "./read-log";

/** A log of so many rows, each of a document of its own; of one row another is told. */
function logOf(count: number, other: { readonly at: number; readonly row: readonly string[] }): TableCells {
  const headers = ["number", "column", "after"];
  const rows = Array.from({ length: count }, (_, row) => [`RK-${String(row)}`, "", "{}"]);
  rows[other.at] = [...other.row];
  const column = (index: number, from = 0, to = count): string[] =>
    rows.slice(from, to).map((row) => row[index]);
  return { name: "log", sheet: "log", headers, rowCount: count, firstRow: 2, column };
}

describe("the numbers that logs tell of", () => {
  const log = logOf(3000, { at: 7, row: ["RK-8", "number", "RK-9000"] });

  it("are those asked for, wherever they stand, in the log of any computer", () => {
    const other = logOf(1, { at: 0, row: ["CK-1", "", "{}"] });
    const wanted = new Set(["RK-0", "RK-2999", "CK-1", "RK-3000"]);
    expect([...toldNumbers([log, other], wanted)].sort()).toEqual(["CK-1", "RK-0", "RK-2999"]);
  });

  it("are those too that a document was given later, and no other text that a row tells", () => {
    expect([...toldNumbers([log], new Set(["RK-9000", "{}", "RK-7"]))]).toEqual(["RK-9000"]);
    expect(toldNumbers([log], new Set()).size).toBe(0);
  });
});
