import { CellStyles } from "../../engine/cell-styles";
import { Table } from "../../engine/table";
import { Workbook } from "../../engine/workbook";
import { embeddedWorkbook } from "./embedded-workbook";

describe("workbook that counts days from 1904", () => {
  it("is read and written as if it counted from 1900, dates alone", async () => {
    const styles = new CellStyles();
    styles.withFormat(0, "yyyy-mm-dd");
    const book = new Workbook({ date1904: true, styles });
    const sheet = book.addSheet("S");
    sheet.write(1, 0, 44_591);
    sheet.restyle(1, 0, 1);
    sheet.write(1, 1, 5);
    book.addTable(new Table({ name: "T", sheet, top: 0, left: 0, headers: ["day", "qty"], rowCount: 1 }));
    const workbook = embeddedWorkbook(book);
    const columns = [
      { header: "day", cells: [46_054] },
      { header: "qty", cells: [7] },
    ];
    await workbook.apply([{ do: "append", table: "T", count: 1, columns }]);
    const [table] = await workbook.read(["T"]);
    expect([table.column(0), table.column(1)]).toEqual([
      [46_053, 46_054],
      [5, 7],
    ]);
    expect(sheet.cell(2, 0)).toBe(44_592);
  });
});
