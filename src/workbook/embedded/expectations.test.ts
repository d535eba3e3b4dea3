import { fromTables, saveJson } from "../../engine/json-book";
import type { Workbook } from "../../engine/workbook";
import type { Change, WorkbookChange } from "../port";
import { embeddedWorkbook } from "./embedded-workbook";

const stamp: Change = {
  do: "stamp",
  table: "sales",
  rows: [1, 2],
  columns: [{ header: "number", cells: ["CK-1", "CK-1"] }],
  expect: {
    key: "rowId",
    columns: [
      { header: "rowId", cells: ["b", "c"] },
      { header: "qty", cells: [2, 3] },
      { header: "note", cells: [null, ""] },
    ],
  },
};

function sales(...rows: readonly (readonly [string, number])[]): Workbook {
  return fromTables({ sales: rows.map(([rowId, qty]) => ({ rowId, qty, note: null })) });
}

function numbers(book: Workbook): readonly unknown[] {
  const { sales: rows } = JSON.parse(saveJson(book)) as { sales: Record<string, unknown>[] };
  return rows.map((row) => [row["rowId"], row["number"] ?? null]);
}

describe("what is expected of rows", () => {
  it("lets a stamp be written where all stands as it was read", async () => {
    const book = sales(["a", 1], ["b", 2], ["c", 3]);
    await embeddedWorkbook(book).apply([stamp]);
    expect(numbers(book)).toEqual([
      ["a", null],
      ["b", "CK-1"],
      ["c", "CK-1"],
    ]);
  });

  it("finds rows again that a sort has moved", async () => {
    const book = sales(["c", 3], ["b", 2], ["a", 1]);
    await embeddedWorkbook(book).apply([stamp]);
    expect(numbers(book)).toEqual([
      ["c", "CK-1"],
      ["b", "CK-1"],
      ["a", null],
    ]);
  });

  it.each([
    ["has other cells", sales(["a", 1], ["b", 2], ["c", 4]), [2]],
    ["is gone", sales(["a", 1], ["b", 2]), [2]],
    ["stands twice", sales(["b", 2], ["a", 1], ["c", 3], ["b", 2]), [1]],
    ["has other cells where it is now", sales(["b", 9], ["a", 1], ["c", 3]), [1]],
  ])("writes nothing at all where a row %s", async (_, book, rows) => {
    const before = saveJson(book);
    const changes: Change[] = [{ do: "append", table: "sales", count: 1, columns: [] }, stamp];
    const applying = embeddedWorkbook(book).apply(changes);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "sales", rows });
    expect(saveJson(book)).toBe(before);
  });

  it("knows rows by their place alone where there is no key", async () => {
    const expect_ = { key: null, columns: [{ header: "qty", cells: [2, 3] }] };
    const applying = embeddedWorkbook(sales(["c", 3], ["b", 2])).apply([
      { ...stamp, rows: [0, 1], expect: expect_ },
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", rows: [0, 1] });
  });
});

describe("changes of a workbook in memory", () => {
  it("are told of patches of ours, until we stop listening", async () => {
    const workbook = embeddedWorkbook(sales(["a", 1], ["b", 2], ["c", 3]));
    const told: WorkbookChange[] = [];
    const stop = workbook.onChange((change) => told.push(change));
    await workbook.apply([stamp]);
    await workbook.apply([]);
    stop();
    await workbook.apply([{ do: "remove", table: "sales", rows: [0] }]);
    expect(told).toEqual([{ tables: ["sales"], ours: true }]);
  });
});

describe("a place to select", () => {
  it("must be there", async () => {
    const workbook = embeddedWorkbook(sales(["a", 1]));
    await expect(workbook.select({ table: "x", row: 0, header: null })).rejects.toMatchObject({
      trouble: "missing",
    });
    await expect(workbook.select({ table: "sales", row: 0, header: "x" })).rejects.toMatchObject({
      trouble: "missing-column",
    });
    await expect(workbook.select({ table: "sales", row: 5, header: "qty" })).rejects.toMatchObject({
      trouble: "changed",
    });
    await workbook.select({ table: "sales", row: 0, header: "qty" });
  });
});
