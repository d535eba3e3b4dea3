import { deleteTableColumns, insertTableColumns } from "../../src/engine/structure/table-lines";
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
