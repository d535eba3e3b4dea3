import { filterTable } from "../../src/engine/filter/apply-filter";
import { insertTableColumns, insertTableRows } from "../../src/engine/structure/table-lines";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, oneExcel, rowsAt, sales, stamp } from "./workbooks";

const openIn = oneExcel();

const other = { name: "Other", rows: [["a"], [1], [2]] };

const totals = ["合计", null, { formula: "SUBTOTAL(109,Sales[qty])" }, null];

/** A change of another table whose row somebody changes before it is sent. */
const colliding: Change = {
  ...{ do: "stamp", table: "Other", rows: [0], columns: columnsOf({ a: [8] }) },
  expect: { key: null, columns: columnsOf({ a: [1] }) },
};

function collide(book: Book): void {
  book.sheets[1].write(1, 0, 5);
}

function salesOf(book: Book) {
  const table = book.table("Sales");
  if (table === null) throw new Error("no sales");
  return table;
}

const expectingIds = (...ids: string[]) => ({ expect: { key: "rowId", columns: columnsOf({ rowId: ids }) } });

/** All that stands on the sheet of the register: formulas, or cells, and number formats. */
function sheetOf(book: Book): readonly (readonly (readonly unknown[])[])[] {
  const [sheet] = book.sheets;
  return Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 8 }, (__, column) => [
      sheet.formula(row, column) ?? sheet.cell(row, column),
      book.styles.format(sheet.style(row, column)),
    ]),
  );
}

/** A register with a formula, a text that looks like one and a note below it. */
function dressed(options: { readonly hasTotals: boolean }): Book {
  const book = bookOf(options.hasTotals ? { ...sales, totals } : sales, other);
  const [sheet] = book.sheets;
  sheet.writeFormula(4, 3, { text: "10+10", cached: 20 });
  sheet.write(5, 2, "=1+1");
  sheet.write(9, 2, "my note");
  return book;
}

const removals: readonly (readonly [string, readonly number[]])[] = [
  ["the first", [0]],
  ["one in the middle", [1]],
  ["the last", [2]],
  ["some here and there", [2, 0]],
  ["all of them", [0, 1, 2]],
];

describe("rows that were taken out by a patch that collides", () => {
  it.each(
    removals.flatMap(([said, rows]) =>
      [false, true].map((hasTotals) => ({ said, rows, hasTotals, of: hasTotals ? "with" : "without" })),
    ),
  )(
    "are back where they were ($said, $of a totals row), formulas and formats too",
    async ({ rows, hasTotals }) => {
      const { book, workbook, editBefore } = openIn(dressed({ hasTotals }));
      const before = sheetOf(book);
      editBefore(2, collide);
      const applying = workbook.apply([{ do: "remove", table: "Sales", rows }, colliding]);
      await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "Other" });
      expect(sheetOf(book)).toEqual(before);
      expect(salesOf(book)).toMatchObject({ rowCount: 3, hasTotals });
    },
  );

  it("are never others than was believed, where somebody puts a row in above meanwhile", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, (shared) => {
      insertTableRows(shared, salesOf(shared), { at: 0, count: 1 });
      shared.sheets[0].write(3, 1, "theirs");
    });
    const applying = workbook.apply([
      { do: "remove", table: "Sales", rows: [2, 0], ...expectingIds("r3", "r1") },
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "Sales", rows: [2, 0] });
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual(["theirs", "r1", "r2", "r3"]);
    expect(book.styles.format(book.sheets[0].style(5, 1))).toBe("@");
  });

  it("are put in behind the others, one by one, where a filter hides some by then", async () => {
    const { workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    editBefore(3, (book) =>
      filterTable(book, salesOf(book), {
        column: 0,
        criterion: { kind: "values", values: ["r2"], blanks: false },
        culture: "zh-CN",
      }),
    );
    const applying = workbook.apply([{ do: "remove", table: "Sales", rows: [0, 2] }, colliding]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed" });
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id).sort()).toEqual(["r1", "r2", "r3"]);
  });

  it("go at once with what is stamped: one collision takes both back", async () => {
    const { workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, (book) => book.sheets[0].write(5, 3, 99));
    const expect3 = { key: "rowId", columns: columnsOf({ rowId: ["r3"], qty: [30] }) };
    const applying = workbook.apply([
      { ...stamp, rows: [0], columns: columnsOf({ qty: [11] }), ...expectingIds("r1") },
      { do: "remove", table: "Sales", rows: [2], expect: expect3 },
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", rows: [2] });
    expect((await rowsAt(workbook, "Sales")).map((row) => row[2])).toEqual([10, 20, 99]);
  });
});

describe("what a patch that collides has named, added or made", () => {
  it("has its name back: a header, a table", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    const applying = workbook.apply([
      { do: "rename", table: "Sales", header: "qty", to: "Quantity" },
      { ...stamp, columns: columnsOf({ Quantity: [1, 2] }) },
      { do: "rename", table: "Sales", header: null, to: "Verkauf" },
      colliding,
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "Other" });
    expect(book.table("Verkauf")).toBeNull();
    expect(salesOf(book).headers).toEqual(["rowId", "code", "qty", "status"]);
    expect((await rowsAt(workbook, "Sales")).map((row) => row[2])).toEqual([10, 20, 30]);
  });

  it("keeps the header that somebody gave it meanwhile, and that is told", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    editBefore(3, (shared) => shared.sheets[0].write(2, 3, "Menge"));
    const applying = workbook.apply([
      { do: "rename", table: "Sales", header: "qty", to: "Quantity" },
      colliding,
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "interrupted", what: "Sales" });
    expect(salesOf(book).headers[2]).toBe("Menge");
  });

  it("is no column any more, and what stands beside the table is where it was", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales, other));
    book.sheets[0].write(4, 5, "beside");
    const before = sheetOf(book);
    editBefore(2, collide);
    const columns = columnsOf({ qty: [1, 2], note: ["a", null], more: ["b", "c"] });
    await expect(workbook.apply([{ ...stamp, columns }, colliding])).rejects.toMatchObject({
      trouble: "changed",
    });
    expect(salesOf(book).headers).toEqual(["rowId", "code", "qty", "status"]);
    expect(sheetOf(book)).toEqual(before);
  });

  it("is a column still where somebody has written into it meanwhile, and that is told", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    editBefore(3, (shared) => shared.sheets[0].write(4, 5, "theirs"));
    const applying = workbook.apply([{ ...stamp, columns: columnsOf({ note: ["a", "b"] }) }, colliding]);
    await expect(applying).rejects.toMatchObject({ trouble: "interrupted", what: "Sales" });
    expect((await rowsAt(workbook, "Sales")).map((row) => row[4])).toEqual([null, "theirs", null]);
    expect(salesOf(book).headers).toHaveLength(5);
  });

  it("is stamped back where nothing was expected of it", async () => {
    const { workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    await expect(workbook.apply([stamp, colliding])).rejects.toMatchObject({ trouble: "changed" });
    expect(await rowsAt(workbook, "Sales")).toEqual(sales.rows.slice(1));
  });

  it("is no table: it is made only once all else has proved right", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales, other));
    editBefore(2, collide);
    const look = { header: "x", format: null, width: 9, hidden: false, grouped: false, choices: null };
    const applying = workbook.apply([
      { do: "create", table: "T", sheet: "T", columns: [look] },
      { do: "append", table: "T", count: 1, columns: columnsOf({ x: [1] }) },
      { do: "sheet", sheet: "S", rows: [["a"]], formats: [null], headerRows: 1 },
      colliding,
    ]);
    await expect(applying).rejects.toMatchObject({ trouble: "changed", what: "Other" });
    expect(book.sheets.map(({ name }) => name)).toEqual(["销售", "Other"]);
  });
});

describe("a patch to whose table somebody adds a column after it was looked at", () => {
  it.each([
    ["appends", { do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r4"], qty: [4] }) }],
    ["stamps", stamp],
    ["takes rows out", { do: "remove", table: "Sales", rows: [1], ...expectingIds("r2") }],
    ["adds one", { ...stamp, rows: [], columns: [{ header: "note", cells: [] }] }],
    ["renames one", { do: "rename", table: "Sales", header: "qty", to: "Quantity" }],
  ] as readonly (readonly [string, Change])[])("writes nothing where it %s", async (_, change) => {
    const edit = (shared: Book): void => {
      insertTableColumns(shared, salesOf(shared), { at: 0, count: 1 });
      shared.sheets[0].write(2, 1, "mine");
      [3, 4, 5].forEach((row) => shared.sheets[0].write(row, 1, `note ${String(row)}`));
    };
    const twin = openIn(bookOf(sales));
    edit(twin.book);
    const { book, workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, edit);
    await expect(workbook.apply([change])).rejects.toMatchObject({ trouble: "changed", what: "Sales" });
    const cells = (of: Book) => sheetOf(of).map((row) => row.map(([cell]) => cell));
    expect(cells(book)).toEqual(cells(twin.book));
    expect(salesOf(book).headers).toEqual(["mine", "rowId", "code", "qty", "status"]);
  });
});

describe("a note right below a table that gets more rows", () => {
  const append: Change = {
    ...{ do: "append", table: "Sales", count: 1 },
    columns: columnsOf({ rowId: ["r4"], qty: [40] }),
  };

  it.each([
    ["", false],
    [", below a totals row", true],
  ])("is in the way where it stands there before%s", async (_, hasTotals) => {
    const book = bookOf(hasTotals ? { ...sales, totals } : sales);
    book.sheets[0].write(hasTotals ? 7 : 6, 2, "my note");
    const { workbook } = openIn(book);
    const before = sheetOf(book);
    await expect(workbook.apply([stamp, append])).rejects.toMatchObject({
      trouble: "in-the-way",
      what: "Sales",
    });
    expect(sheetOf(book)).toEqual(before);
  });

  it("is a row of the table where it is typed only after we looked, and ours is not written", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, (shared) => shared.sheets[0].write(6, 2, "my note"));
    await expect(workbook.apply([append])).rejects.toMatchObject({ trouble: "changed", what: "Sales" });
    expect(book.sheets[0].cell(6, 2)).toBe("my note");
    expect((await rowsAt(workbook, "Sales")).slice(0, 3)).toEqual(sales.rows.slice(1));
    expect(await rowsAt(workbook, "Sales")).not.toContainEqual(expect.arrayContaining(["r4"]));
  });

  it("moves down with the totals row above it where it is typed only after we looked", async () => {
    const { book, workbook, editBefore } = openIn(bookOf({ ...sales, totals }));
    editBefore(2, (shared) => shared.sheets[0].write(7, 2, "my note"));
    await workbook.apply([append]);
    const [sheet] = book.sheets;
    expect([sheet.formula(7, 3), sheet.cell(8, 2)]).toEqual(["SUBTOTAL(109,Sales[qty])", "my note"]);
    expect((await rowsAt(workbook, "Sales"))[3]).toEqual(["r4", null, 40, null]);
  });
});
