import type { Change, WorkbookChange } from "../../src/workbook/port";
import { bookOf, columnsOf, ports, rowsAt, sales, stamp } from "./workbooks";

const expecting: Change = {
  ...stamp,
  expect: { key: "rowId", columns: columnsOf({ rowId: ["r1", "r3"], qty: [10, 30] }) },
};

describe.each(ports)("a workbook that others change too (%s)", (_, open) => {
  it("stamps rows that stand as they were read, and finds those again that were moved", async () => {
    const { book, workbook } = open(bookOf(sales));
    const sheet = book.sheets[0];
    [sales.rows[3], sales.rows[2], sales.rows[1]].forEach((row, r) =>
      row.forEach((cell, c) => sheet.write(3 + r, 1 + c, cell)),
    );
    await workbook.apply([expecting]);
    expect(await rowsAt(workbook, "Sales")).toEqual([
      ["r3", "003", 33, "posted"],
      ["r2", "002", 20, "draft"],
      ["r1", "001", 11, "posted"],
    ]);
  });

  it.each([
    ["was changed", [5, 3, 31], [2]],
    ["vanished", [5, 1, "r8"], [2]],
    ["stands elsewhere and was changed", [3, 1, "r8"], [0]],
  ] as const)("writes nothing of a patch where a row %s", async (__, [row, column, cell], rows) => {
    const { book, workbook } = open(bookOf(sales));
    book.sheets[0].write(row, column, cell);
    const before = await rowsAt(workbook, "Sales");
    const grow: Change = { do: "append", table: "Sales", count: 1, columns: columnsOf({ qty: [1] }) };
    const applying = workbook.apply([grow, expecting]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "Sales", rows });
    expect(await rowsAt(workbook, "Sales")).toEqual(before);
  });

  it("removes rows only where they stand as they were read, wherever that is", async () => {
    const { book, workbook } = open(bookOf(sales));
    const gone: Change = {
      do: "remove",
      table: "Sales",
      rows: [0],
      expect: { key: "rowId", columns: columnsOf({ rowId: ["r1"], qty: [10] }) },
    };
    [sales.rows[2], sales.rows[1]].forEach((row, r) =>
      row.forEach((cell, c) => book.sheets[0].write(3 + r, 1 + c, cell)),
    );
    await workbook.apply([gone]);
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual(["r2", "r3"]);
    await expect(workbook.apply([gone])).rejects.toMatchObject({ trouble: "changed", rows: [0] });
  });

  it("tells of its own patches until we stop listening, and of none that is empty", async () => {
    const { workbook } = open(bookOf(sales));
    const told: WorkbookChange[] = [];
    const stop = workbook.onChange((change) => told.push(change));
    await workbook.apply([stamp]);
    await workbook.apply([]);
    stop();
    await workbook.apply([stamp]);
    expect(told.filter(({ ours }) => ours)).toEqual([{ tables: ["Sales"], ours: true }]);
  });

  it("goes to a place, and says where it is not", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.select({ table: "Sales", row: 1, header: "qty" });
    const going = (row: number, header: string, table = "Sales") => workbook.select({ table, row, header });
    await expect(going(1, "qty", "Gone")).rejects.toMatchObject({ trouble: "missing", what: "Gone" });
    await expect(going(1, "none")).rejects.toMatchObject({ trouble: "missing-column", what: "none" });
    await expect(going(9, "qty")).rejects.toMatchObject({ trouble: "changed", rows: [9] });
  });

  it("goes to a sheet, and says where there is none of that name", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.apply([{ do: "sheet", sheet: "S", rows: [["a"]], formats: [null], headerRows: 1 }]);
    await workbook.showSheet("S");
    await expect(workbook.selected()).resolves.toBeNull();
    await expect(workbook.showSheet("T")).rejects.toMatchObject({ trouble: "missing", what: "T" });
  });

  it("stops before it begins when it is told to", async () => {
    const { workbook } = open(bookOf(sales));
    await expect(workbook.apply([stamp], { signal: AbortSignal.abort() })).rejects.toThrow();
    await expect(workbook.read(["Sales"], { signal: AbortSignal.abort() })).rejects.toThrow();
    expect((await rowsAt(workbook, "Sales"))[0][2]).toBe(10);
  });
});
