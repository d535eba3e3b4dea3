import type { Cell } from "../../src/engine/cell";
import { protectSheet } from "../../src/engine/sheet-settings";
import { resizeTable } from "../../src/engine/structure/resize-table";
import { insertTableRows } from "../../src/engine/structure/table-lines";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change, WorkbookChange } from "../../src/workbook/port";
import { bookOf, columnsOf, inExcel, type OpenedInExcel, rowsAt, sales, stamp } from "./workbooks";

const append: Change = {
  do: "append",
  table: "Sales",
  count: 2,
  columns: columnsOf({ rowId: ["r4", "r5"], qty: [40, 50] }),
};

const expecting: Change = {
  ...stamp,
  expect: { key: "rowId", columns: columnsOf({ rowId: ["r1", "r3"], qty: [10, 30] }) },
};

/** Rows of a register that is longer than one block. */
function longRows(count: number): readonly (readonly (string | number)[])[] {
  return Array.from({ length: count }, (_, i) => [`r${String(i)}`, `code ${String(i)}`, i, "draft"]);
}

describe("a table with a filter", () => {
  const filtered = (): OpenedInExcel => {
    const book = bookOf(sales);
    const table = book.table("Sales");
    if (table !== null) table.filter = new Map([[1, { kind: "values", values: ["002"], blanks: false }]]);
    return inExcel(book);
  };

  it("keeps its filter, and rows are written one by one", async () => {
    const { book, workbook } = filtered();
    await workbook.apply([{ ...stamp, rows: [0, 1], columns: columnsOf({ qty: [1, 2] }) }, append]);
    expect((await rowsAt(workbook, "Sales")).map((row) => row[2])).toEqual([1, 2, 30, 40, 50]);
    expect(book.table("Sales")?.filter?.size).toBe(1);
  });

  it("lets no row be removed, and says so", async () => {
    const { workbook } = filtered();
    const removing = workbook.apply([{ do: "remove", table: "Sales", rows: [0] }]);
    await expect(removing).rejects.toMatchObject({ trouble: "filtered", what: "Sales" });
    expect(await rowsAt(workbook, "Sales")).toHaveLength(3);
  });
});

describe("what cannot be written", () => {
  it("is told of a protected sheet by its name, which stays protected", async () => {
    const book = bookOf(sales);
    protectSheet(book.sheets[0], { allowed: [], password: "" });
    const { workbook } = inExcel(book);
    await expect(workbook.apply([stamp])).rejects.toMatchObject({ trouble: "protected", what: "销售" });
    expect(book.sheets[0].protection).not.toBeNull();
  });

  it("is told of a book that is open to be read only, which can still be read", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.isReadOnly = true;
    await expect(workbook.apply([stamp])).rejects.toMatchObject({ trouble: "read-only" });
    expect(await rowsAt(workbook, "Sales")).toHaveLength(3);
  });

  it("is known before anything is written, whenever the tables are asked for", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    const seen: boolean[] = [];
    for (const isReadOnly of [false, true, false]) {
      host.moods.isReadOnly = isReadOnly;
      await workbook.tables();
      seen.push(workbook.isReadOnly());
    }
    expect(seen).toEqual([false, true, false]);
  });

  it("is told of an Excel that is too old", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.requirementSets = { ExcelApi: "1.12" };
    await expect(workbook.tables()).rejects.toMatchObject({ trouble: "unsupported", what: "ExcelApi 1.13" });
  });

  it("asks for nothing beyond ExcelApi 1.13", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.requirementSets = { ExcelApi: "1.13" };
    const stop = workbook.onChange(() => undefined);
    const look = { width: 9, hidden: false, grouped: true, choices: { words: ["a"] } };
    await workbook.apply([
      expecting,
      append,
      { do: "create", table: "T", sheet: "T", columns: [{ ...look, header: "x", format: "@" }] },
      { do: "replace", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r9"] }) },
      { do: "sheet", sheet: "S", rows: [["a"]], formats: ["0.00"], headerRows: 1 },
    ]);
    await workbook.select({ table: "Sales", row: 0, header: "qty" });
    stop();
    expect(await rowsAt(workbook, "Sales")).toEqual([["r9", "001", 11, "posted"]]);
  });
});

describe("what is too much at once", () => {
  it("is read in smaller blocks, until it goes", async () => {
    const rows = [sales.rows[0], ...longRows(500)];
    const { host, workbook } = inExcel(bookOf({ ...sales, rows }));
    host.moods.responseLimit = 6_000;
    const done: number[] = [];
    const [table] = await workbook.read(["Sales"], { progress: (part) => done.push(part) });
    expect(table.column(2)).toEqual(Array.from({ length: 500 }, (_, i) => i));
    expect(done.at(-1)).toBe(1);
    expect(done.length).toBeGreaterThan(3);
  });

  it("is written in smaller blocks, until it goes", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.requestLimit = 12_000;
    const rows = longRows(600);
    const columns = columnsOf({ rowId: rows.map(([id]) => id), qty: rows.map((row) => row[2]) });
    await workbook.apply([{ do: "replace", table: "Sales", count: 600, columns }]);
    await workbook.apply([{ do: "append", table: "Sales", count: 600, columns }]);
    const read = await rowsAt(workbook, "Sales");
    expect(read.map((row) => row[2])).toEqual([...rows, ...rows].map((row) => row[2]));
  });

  it("is told where not even one row goes", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.responseLimit = 50;
    await expect(workbook.read(["Sales"])).rejects.toMatchObject({ trouble: "too-large" });
  });
});

describe("a long piece of work", () => {
  it("tells how far it is, and never less than before", async () => {
    const { workbook } = inExcel(bookOf(sales, { name: "Other", rows: [["a"], [1]] }));
    const done: number[] = [];
    const ids = Array.from({ length: 400 }, (_, i) => `n${String(i)}`);
    await workbook.apply(
      [
        { do: "replace", table: "Sales", count: 400, columns: columnsOf({ rowId: ids }) },
        { do: "replace", table: "Other", count: 400, columns: columnsOf({ a: ids }) },
      ],
      { progress: (part) => done.push(part) },
    );
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  it("stops between two of its parts when it is told to", async () => {
    const { workbook } = inExcel(bookOf(sales));
    const stop = new AbortController();
    const changes: Change[] = [
      { do: "replace", table: "Sales", count: 1, columns: columnsOf({ rowId: ["n1"] }) },
    ];
    const progress = (): void => stop.abort(new Error("given up"));
    await expect(workbook.apply(changes, { signal: stop.signal, progress })).rejects.toThrow("given up");
    expect(await rowsAt(workbook, "Sales")).toHaveLength(3);
  });
});

describe("somebody else who edits while we write", () => {
  const put = (book: Book, row: number, cells: readonly Cell[]): void =>
    cells.forEach((cell, c) => book.sheets[0].write(row, 1 + c, cell));

  it("moves rows before we look: they are found again", async () => {
    const { workbook, editBefore } = inExcel(bookOf(sales));
    editBefore(1, (book) => [3, 2, 1].forEach((row, at) => put(book, 3 + at, sales.rows[row])));
    await workbook.apply([expecting]);
    expect((await rowsAt(workbook, "Sales")).map(([id, , qty]) => [id, qty])).toEqual([
      ["r3", 33],
      ["r2", 20],
      ["r1", 11],
    ]);
  });

  it.each([
    ["sorts the table", (book: Book) => [3, 2, 1].forEach((row, at) => put(book, 3 + at, sales.rows[row]))],
    ["changes one of the rows", (book: Book) => put(book, 3, ["r1", "001", 77, "draft"])],
    [
      "puts a row in above",
      (book: Book) => {
        const table = book.table("Sales");
        if (table !== null) insertTableRows(book, table, { at: 0, count: 1 });
      },
    ],
  ])("%s between our look and our write: all of ours is taken back, and it is told", async (_, edit) => {
    const { workbook, editBefore } = inExcel(bookOf(sales));
    const twin = inExcel(bookOf(sales));
    edit(twin.book);
    editBefore(2, edit);
    await expect(workbook.apply([append, expecting])).rejects.toMatchObject({ trouble: "changed" });
    expect(await rowsAt(workbook, "Sales")).toEqual(await rowsAt(twin.workbook, "Sales"));
  });

  it("appends a row between our look and our write: neither row is lost", async () => {
    const { workbook, editBefore } = inExcel(bookOf(sales));
    editBefore(2, (book) => {
      put(book, 6, ["theirs", "009", 9, "draft"]);
      const table = book.table("Sales");
      if (table !== null) resizeTable(book, table, { top: 2, left: 1, bottom: 6, right: 4 });
    });
    await expect(workbook.apply([append])).rejects.toMatchObject({ trouble: "changed" });
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual(["r1", "r2", "r3", "theirs"]);
    await workbook.apply([append]);
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual([
      "r1",
      "r2",
      "r3",
      "theirs",
      "r4",
      "r5",
    ]);
  });

  it("is heard, and not taken for us", async () => {
    const { host, workbook } = inExcel(bookOf(sales, { name: "Other", rows: [["a"], [1]] }));
    const told: WorkbookChange[] = [];
    const stop = workbook.onChange((change) => told.push(change));
    await workbook.tables();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await host.secondClient((book) => put(book, 3, ["r1", "001", 77, "draft"]));
    await workbook.apply([stamp]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(told).toContainEqual({ tables: ["Sales"], ours: false });
    expect(told.filter(({ ours }) => ours)).toEqual([{ tables: ["Sales"], ours: true }]);
    expect(told.filter(({ ours }) => !ours)).toHaveLength(1);
  });
});
