import type { Sheet } from "../../src/engine/sheet";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, ports, rowsAt, sales, stamp, tableAt } from "./workbooks";

const look = { width: 12, hidden: false, grouped: false, choices: null };

const itemsTable: Change = {
  do: "create",
  table: "Items",
  sheet: "商品",
  columns: [
    { ...look, header: "编码", format: "@" },
    { ...look, header: "2026", format: null, choices: { words: ["a", "b"] }, hidden: true, grouped: true },
    { ...look, header: "销售", format: "0.00", choices: { table: "Sales", header: "code" } },
  ],
};

function existing(book: Book, name: string): Sheet {
  const sheet = book.sheet(name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe.each(ports)("a workbook (%s)", (_, open) => {
  it("tells of every table in the order of the sheets, a body of one blank row as empty", async () => {
    const { workbook } = open(bookOf(sales, { name: "Empty", rows: [["a", "b"]] }));
    expect(await workbook.tables()).toEqual([
      { name: "Sales", sheet: "销售", headers: ["rowId", "code", "qty", "status"], rowCount: 3 },
      { name: "Empty", sheet: "Empty", headers: ["a", "b"], rowCount: 0 },
    ]);
  });

  it("reads columns, whole and in part: codes with their zeros, dates as serials, blanks, errors", async () => {
    const book = bookOf({
      name: "T",
      rows: [
        ["code", "date", "flag", "odd"],
        ["00123", 46027, true, { error: "#N/A" }],
        [null, 46028.5, false, "#N/A is a text"],
        ["#", null, null, null],
      ],
      formats: ["@", "yyyy-mm-dd", null, null],
    });
    const table = await tableAt(open(book).workbook, "T");
    expect(table.column(0)).toEqual(["00123", null, "#"]);
    expect(table.column(1)).toEqual([46027, 46028.5, null]);
    expect(table.column(2, 1)).toEqual([false, null]);
    expect(table.column(3, 0, 2)).toEqual([{ error: "#N/A" }, "#N/A is a text"]);
    expect(() => table.column(4)).toThrow("no column 4");
  });

  it("says which table is missing", async () => {
    const { workbook } = open(bookOf(sales));
    await expect(workbook.read(["Sales", "Gone"])).rejects.toMatchObject({
      trouble: "missing",
      what: "Gone",
    });
    const changes: Change[] = [stamp, { ...stamp, table: "Gone" }];
    await expect(workbook.apply(changes)).rejects.toMatchObject({ trouble: "missing" });
    expect((await rowsAt(workbook, "Sales"))[0][2]).toBe(10);
  });

  it("stamps cells of rows and clears them, and leaves all others", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.apply([stamp, { ...stamp, rows: [1], columns: columnsOf({ code: [null] }) }]);
    expect(await rowsAt(workbook, "Sales")).toEqual([
      ["r1", "001", 11, "posted"],
      ["r2", null, 20, "draft"],
      ["r3", "003", 33, "posted"],
    ]);
  });

  it("stamps a row that several changes of a patch are about, each as they all read it", async () => {
    const { workbook } = open(bookOf(sales));
    const read = columnsOf({ rowId: ["r1", "r3"], qty: [10, 30], status: ["draft", "draft"] });
    const status: Change = {
      ...{ do: "stamp", table: "Sales", rows: [0, 2], expect: { key: "rowId", columns: read } },
      columns: columnsOf({ status: ["void", "void"] }),
    };
    const only = columnsOf({ rowId: ["r1"], qty: [10], status: ["draft"] });
    const follows: Change = {
      ...{ do: "stamp", table: "sales", rows: [0], expect: { key: "rowId", columns: only } },
      columns: columnsOf({ qty: [7] }),
    };
    await workbook.apply([status, follows]);
    expect((await rowsAt(workbook, "Sales")).map(([, , qty, now]) => [qty, now])).toEqual([
      [7, "void"],
      [20, "draft"],
      [30, "void"],
    ]);
  });

  it("adds a column at the right end that a stamp names and the table lacks", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.apply([{ ...stamp, rows: [1], columns: columnsOf({ note: ["new"] }) }]);
    const table = await tableAt(workbook, "Sales");
    expect(table.headers).toEqual(["rowId", "code", "qty", "status", "note"]);
    expect(table.column(4)).toEqual([null, "new", null]);
  });

  it("keeps every text the text it is, whatever it looks like", async () => {
    const texts = [
      "=1+1",
      "+5",
      "-x",
      "@a",
      "'quoted",
      "00123",
      "2026-01-05",
      "1/2",
      "TRUE",
      "#N/A",
      "12%",
      "1e5",
    ];
    const rows = [["plain", "text"], ...texts.map(() => [null, null])];
    const { book, workbook } = open(
      bookOf({
        name: "T",
        rows: [
          ["plain", "text"],
          ["x", "y"],
        ],
        formats: [null, "@"],
      }),
    );
    expect(rows).toHaveLength(texts.length + 1);
    const columns = columnsOf({ plain: texts, text: texts });
    await workbook.apply([{ do: "append", table: "T", count: texts.length, columns }]);
    const table = await tableAt(workbook, "T");
    expect(table.column(0)).toEqual(["x", ...texts]);
    expect(table.column(1)).toEqual(["y", ...texts]);
    expect(book.sheets[0].formula(2, 0)).toBeNull();
  });

  it("writes numbers, truths and errors as what they are, an empty text as a blank", async () => {
    const { workbook } = open(bookOf(sales));
    const cells = [0.1 + 0.2, true, "", { error: "#N/A" }];
    await workbook.apply([{ do: "append", table: "Sales", count: 4, columns: columnsOf({ qty: cells }) }]);
    expect((await tableAt(workbook, "Sales")).column(2).slice(3)).toEqual([
      0.1 + 0.2,
      true,
      null,
      { error: "#N/A" },
    ]);
  });

  it("appends below the last row, into the blank row of an empty body first", async () => {
    const { workbook } = open(bookOf(sales, { name: "Empty", rows: [["a", "b"]] }));
    await workbook.apply([
      { do: "append", table: "Empty", count: 2, columns: columnsOf({ b: ["x", "y"] }) },
      { do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r4"], code: ["004"] }) },
      { do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r5"] }) },
    ]);
    expect(await rowsAt(workbook, "Empty")).toEqual([
      [null, "x"],
      [null, "y"],
    ]);
    expect((await rowsAt(workbook, "Sales")).slice(3)).toEqual([
      ["r4", "004", null, null],
      ["r5", null, null, null],
    ]);
  });

  it("gives new rows the formats of the others", async () => {
    const { book, workbook } = open(bookOf(sales));
    await workbook.apply([{ do: "append", table: "Sales", count: 1, columns: columnsOf({ code: ["007"] }) }]);
    expect(book.styles.format(book.sheets[0].style(6, 2))).toBe("@");
  });

  it("takes rows out from anywhere, down to an empty body", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.apply([{ do: "remove", table: "Sales", rows: [2, 0] }]);
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual(["r2"]);
    await workbook.apply([{ do: "remove", table: "Sales", rows: [0] }]);
    expect((await workbook.tables())[0].rowCount).toBe(0);
    await workbook.apply([{ do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r9"] }) }]);
    expect(await rowsAt(workbook, "Sales")).toEqual([["r9", null, null, null]]);
  });

  it.each([0, 1, 3, 7])(
    "makes a body anew with %i rows; columns not named keep what they hold",
    async (count) => {
      const { workbook } = open(bookOf(sales));
      const ids = Array.from({ length: count }, (__, i) => `n${String(i)}`);
      await workbook.apply([{ do: "replace", table: "Sales", count, columns: columnsOf({ rowId: ids }) }]);
      const kept = (row: number) => [...(sales.rows[row + 1] ?? [null, null, null, null])].slice(1);
      expect(await rowsAt(workbook, "Sales")).toEqual(ids.map((id, row) => [id, ...kept(row)]));
      expect((await workbook.tables())[0].rowCount).toBe(count);
    },
  );

  it("moves a totals row along when rows come and go", async () => {
    const totals = ["合计", null, { formula: "SUBTOTAL(109,Sales[qty])" }, null];
    const { book, workbook } = open(bookOf({ ...sales, totals }));
    const sheet = book.sheets[0];
    await workbook.apply([{ do: "append", table: "Sales", count: 2, columns: columnsOf({ qty: [1, 2] }) }]);
    expect([sheet.cell(8, 1), sheet.formula(8, 3)]).toEqual(["合计", "SUBTOTAL(109,Sales[qty])"]);
    await workbook.apply([{ do: "replace", table: "Sales", count: 1, columns: columnsOf({ qty: [5] }) }]);
    expect([sheet.cell(4, 1), sheet.formula(4, 3)]).toEqual(["合计", "SUBTOTAL(109,Sales[qty])"]);
    expect(sheet.formula(8, 3)).toBeNull();
    expect(await rowsAt(workbook, "Sales")).toEqual([["r1", "001", 5, "draft"]]);
  });

  it("does not let a table grow over what stands below it, and then writes nothing", async () => {
    const book = bookOf(sales);
    book.sheets[0].write(7, 2, "note");
    const { workbook } = open(book);
    const grow: Change = { do: "append", table: "Sales", count: 2, columns: columnsOf({ qty: [1, 2] }) };
    await expect(workbook.apply([stamp, grow])).rejects.toMatchObject({ trouble: "in-the-way" });
    expect((await rowsAt(workbook, "Sales")).map((row) => row[2])).toEqual([10, 20, 30]);
    await workbook.apply([{ ...grow, count: 1, columns: columnsOf({ qty: [1] }) }]);
    expect(book.sheets[0].cell(7, 2)).toBe("note");
  });

  it("makes a table on a sheet of its own, formats and choices below its header, and fills it", async () => {
    const { workbook } = open(bookOf(sales));
    await workbook.apply([
      itemsTable,
      { do: "append", table: "Items", count: 1, columns: columnsOf({ 编码: ["001"], 销售: [2] }) },
    ]);
    expect((await workbook.tables())[1]).toEqual({
      name: "Items",
      sheet: "商品",
      headers: ["编码", "2026", "销售"],
      rowCount: 1,
    });
    expect(await rowsAt(workbook, "Items")).toEqual([["001", null, 2]]);
  });

  it("dresses the columns of a new table: formats, width, outline, choices", async () => {
    const { book, workbook } = open(bookOf(sales));
    await workbook.apply([itemsTable]);
    const sheet = existing(book, "商品");
    expect(book.styles.format(sheet.style(5, 0))).toBe("@");
    expect(sheet.frozenRows).toBe(1);
    expect(sheet.looks.get(1)).toMatchObject({ hidden: true, outline: 1 });
    expect(sheet.validations.map(({ formula }) => formula)).toEqual(['"a,b"', "list_Sales_code"]);
    expect(book.names.map(({ name, formula }) => [name, formula])).toEqual([
      ["list_Sales_code", "Sales[code]"],
    ]);
  });
});
