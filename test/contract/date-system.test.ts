import { bookOf, inExcel, rowsAt, sales } from "./workbooks";

describe("a workbook in Excel that counts its days from 1904", () => {
  it("is told of, and nothing of it is read, as every date would be four years off", async () => {
    const book = bookOf(sales);
    Reflect.set(book, "date1904", true);
    const { workbook } = inExcel(book);
    await expect(workbook.tables()).rejects.toMatchObject({ trouble: "dated-1904" });
    await expect(workbook.read(["Sales"])).rejects.toMatchObject({ trouble: "dated-1904" });
    Reflect.set(book, "date1904", false);
    expect(await rowsAt(workbook, "Sales")).toHaveLength(3);
  });
});
