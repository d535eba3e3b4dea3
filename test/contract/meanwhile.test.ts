import { deleteTable, renameTable } from "../../src/engine/structure/tables";
import { deleteTableColumns, insertTableColumns } from "../../src/engine/structure/table-lines";
import type { Table } from "../../src/engine/table";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, oneExcel, rowsAt, sales, stamp } from "./workbooks";

type Replacement = Extract<Change, { readonly do: "replace" }>;

const openIn = oneExcel();

const columns = columnsOf({
  rowId: ["a", "b", "c", "d", "e"],
  code: ["1", "2", "3", "4", "5"],
  qty: [1, 2, 3, 4, 5],
  status: ["x", "x", "x", "x", "x"],
});
const longer: Replacement = { do: "replace", table: "Sales", count: 5, columns };

/** Somebody types a note two rows beneath the table, and a formula beside it. */
function note(book: Book): void {
  book.sheets[0].write(7, 1, "call Li");
  book.sheets[0].writeFormula(7, 3, { text: "1+1", cached: 2 });
}

describe("what somebody does while a table's body is made anew", () => {
  it("stays, where it is typed beneath the table that grows over it", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales));
    editBefore(4, note);
    await expect(workbook.apply([longer])).rejects.toMatchObject({ trouble: "interrupted", what: "Sales" });
    const [sheet] = book.sheets;
    expect(sheet.cell(7, 1)).toBe("call Li");
    expect(sheet.formula(7, 3)).toBe("1+1");
    expect(sheet.cell(6, 1)).toBeNull();
    expect(book.table("Sales")?.end).toBe(6);
  });

  it("stays with a totals row between", async () => {
    const totals = ["合计", null, { formula: "SUBTOTAL(109,Sales[qty])" }, null];
    const { book, workbook, editBefore } = openIn(bookOf({ ...sales, totals }));
    editBefore(4, (shared) => shared.sheets[0].write(8, 1, "call Li"));
    await expect(workbook.apply([longer])).rejects.toMatchObject({ trouble: "interrupted", what: "Sales" });
    const [sheet] = book.sheets;
    expect(sheet.cell(8, 1)).toBe("call Li");
    expect([sheet.cell(6, 1), sheet.formula(6, 3)]).toEqual(["合计", "SUBTOTAL(109,Sales[qty])"]);
  });
});

describe("a column that somebody puts in or takes out once a patch has looked", () => {
  it.each([
    ["put in", insertTableColumns, ["r1", null, "001", 10, "draft"]],
    ["taken out", deleteTableColumns, ["r1", 10, "draft"]],
  ])("is %s: nothing of the patch is left", async (_, edit, row) => {
    const { workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, (book) => {
      const table = book.table("Sales");
      if (table !== null) edit(book, table, { at: 1, count: 1 });
    });
    await expect(workbook.apply([stamp, { ...longer, do: "append" }])).rejects.toMatchObject({
      trouble: "changed",
    });
    expect((await rowsAt(workbook, "Sales"))[0]).toEqual(row);
  });
});

describe("a table that somebody renames or deletes once a patch has looked", () => {
  const other = { name: "Other", rows: [["a"], [1], [2], [3]] };
  const others = { ...stamp, table: "Other", columns: columnsOf({ a: [8, 9] }) };
  const withSales = (book: Book, edit: (table: Table) => void): void => {
    const table = book.table("Sales") ?? book.table("Mine");
    if (table !== null) edit(table);
  };
  const rename: Change = { do: "rename", table: "Sales", header: null, to: "Sold" };

  it.each([
    ["renamed", (book: Book) => withSales(book, (table) => renameTable(book, table, "Mine"))],
    ["deleted", (book: Book) => withSales(book, (table) => deleteTable(book, table))],
  ])("is %s: nothing is written, and the table that is not there is told", async (_, edit) => {
    for (const changes of [
      [stamp],
      [others, stamp],
      [others, rename],
      [{ ...longer, do: "append" as const }],
    ]) {
      const { workbook, editBefore } = openIn(bookOf(other, sales));
      editBefore(2, edit);
      await expect(workbook.apply(changes)).rejects.toMatchObject({ trouble: "missing", what: "Sales" });
      expect(await rowsAt(workbook, "Other")).toEqual([[1], [2], [3]]);
    }
  });

  it.each([2, 3, 4])("is not there when its body is to be made anew, before request %i", async (request) => {
    const { workbook, editBefore } = openIn(bookOf(sales));
    editBefore(request, (book) => withSales(book, (table) => renameTable(book, table, "Mine")));
    await expect(workbook.apply([longer])).rejects.toMatchObject({ trouble: "missing", what: "Sales" });
    expect(await rowsAt(workbook, "Mine")).toEqual(sales.rows.slice(1));
  });

  it("has its name back by the time we ask which it was: nothing is written, and the rows are to be looked at", async () => {
    const { workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, (book) => withSales(book, (table) => renameTable(book, table, "Mine")));
    editBefore(3, (book) => withSales(book, (table) => renameTable(book, table, "Sales")));
    await expect(workbook.apply([stamp])).rejects.toMatchObject({ trouble: "changed", what: "Sales" });
    expect(await rowsAt(workbook, "Sales")).toEqual(sales.rows.slice(1));
  });

  it("is gone after a part is written: that is told", async () => {
    const { workbook, editBefore } = openIn(bookOf(other, sales));
    editBefore(3, (book) => withSales(book, (table) => deleteTable(book, table)));
    await expect(workbook.apply([others, longer])).rejects.toMatchObject({ trouble: "interrupted" });
  });
});
