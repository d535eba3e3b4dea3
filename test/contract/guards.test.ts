import { filterTable } from "../../src/engine/filter/apply-filter";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, oneExcel, type OpenedInExcel, rowsAt, sales, stamp } from "./workbooks";

const openIn = oneExcel();

/** The register with all rows but the second hidden by a filter. */
function filtered(): OpenedInExcel {
  const book = bookOf(sales);
  const table = book.table("Sales");
  const criterion = { kind: "values", values: ["002"], blanks: false } as const;
  if (table !== null) filterTable(book, table, { column: 1, criterion, culture: "zh-CN" });
  return openIn(book);
}

describe("rows that a filter hides", () => {
  const quantities = async ({ workbook }: OpenedInExcel): Promise<readonly unknown[]> =>
    (await rowsAt(workbook, "Sales")).map((row) => row[2]);

  it("are written where they are, though Excel misplaces what is written to several at once", async () => {
    const opened = filtered();
    const append: Change = {
      ...{ do: "append", table: "Sales", count: 2 },
      columns: columnsOf({ rowId: ["r4", "r5"], code: ["4", "5"], qty: [40, 50] }),
    };
    await opened.workbook.apply([
      { ...stamp, rows: [0, 1, 2], columns: columnsOf({ qty: [1, 2, 3] }) },
      append,
    ]);
    expect(await quantities(opened)).toEqual([1, 2, 3, 40, 50]);
    expect(opened.book.table("Sales")?.filter?.size).toBe(1);
  });

  it("are made anew where they are", async () => {
    const opened = filtered();
    const columns = columnsOf({ qty: [7, 8, 9] });
    await opened.workbook.apply([{ do: "replace", table: "Sales", count: 3, columns }]);
    expect(await quantities(opened)).toEqual([7, 8, 9]);
  });

  it("are as they were where the filter came only after we looked, and that is told", async () => {
    const opened = openIn(bookOf(sales));
    opened.editBefore(2, (book) => {
      const table = book.table("Sales");
      const criterion = { kind: "values", values: ["003"], blanks: false } as const;
      if (table !== null) filterTable(book, table, { column: 1, criterion, culture: "zh-CN" });
    });
    const applying = opened.workbook.apply([
      { ...stamp, rows: [0, 1, 2], columns: columnsOf({ qty: [1, 2, 3] }) },
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "odd-answer", what: "Sales" });
    expect(await quantities(opened)).toEqual([10, 20, 30]);
  });
});

describe("a workbook whose structure is protected", () => {
  const look = { header: "x", format: null, width: 9, hidden: false, grouped: false, choices: null };

  it.each([
    ["table", { do: "create", table: "T", sheet: "T", columns: [look] }],
    ["report", { do: "sheet", sheet: "S", rows: [["a"]], formats: [null], headerRows: 1 }],
  ] as readonly (readonly [string, Change])[])(
    "gets no new %s, which is told by its name before anything is written; rows are written",
    async (_, making) => {
      const { book, host, workbook } = openIn(bookOf(sales));
      host.moods.isStructureProtected = true;
      await expect(workbook.apply([stamp, making])).rejects.toMatchObject({
        trouble: "protected",
        what: "book.xlsx",
      });
      expect(await rowsAt(workbook, "Sales")).toEqual(sales.rows.slice(1));
      await workbook.apply([stamp]);
      expect((await rowsAt(workbook, "Sales"))[0][2]).toBe(11);
      expect(book.sheets).toHaveLength(1);
    },
  );
});

describe("an Excel that answers null for too many cells", () => {
  it("is asked for fewer at once", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`r${String(i)}`, "x", i, "draft"]);
    const { host, workbook } = openIn(bookOf({ ...sales, rows: [sales.rows[0], ...rows] }));
    host.moods.readLimit = 200;
    expect((await rowsAt(workbook, "Sales")).map((row) => row[2])).toEqual(rows.map((row) => row[2]));
  });
});

describe("calculation", () => {
  it("waits until a bulk write is done, and then goes on as before", async () => {
    const book = bookOf(sales);
    book.addSheet("Mine").writeFormula(0, 0, { text: "SUM(Sales[qty])", cached: 60 });
    const { host, workbook } = openIn(book);
    const ids = Array.from({ length: 1_000 }, (_, i) => `n${String(i)}`);
    const columns = columnsOf({ rowId: ids, qty: ids.map(() => 1) });
    await workbook.tables();
    host.counters.reset();
    await workbook.apply([
      { do: "append", table: "Sales", count: 1_000, columns },
      { ...stamp, rows: [0], columns: columnsOf({ qty: [11] }) },
    ]);
    expect(host.counters.calculations).toBe(1);
    expect(book.sheet("Mine")?.cell(0, 0)).toBe(1_061);
    await workbook.apply([{ ...stamp, rows: [1], columns: columnsOf({ qty: [21] }) }]);
    expect(book.sheet("Mine")?.cell(0, 0)).toBe(1_062);
  });
});
