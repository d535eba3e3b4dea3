import type { Sheet } from "../../src/engine/sheet";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change } from "../../src/workbook/port";
import { bookOf, ports, sales } from "./workbooks";

function existing(book: Book, name: string): Sheet {
  const sheet = book.sheet(name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe.each(ports)("the sheet of a report (%s)", (_, open) => {
  it("writes a report sheet and makes it anew, but never a sheet that is not its own", async () => {
    const { book, workbook } = open(bookOf(sales));
    const rows = [
      ["item", "qty"],
      ["00123", 2.5],
    ];
    const report: Change = { do: "sheet", sheet: "报表", rows, formats: [null, "0.00"], headerRows: 1 };
    await workbook.apply([report]);
    const sheet = existing(book, "报表");
    expect([sheet.cell(1, 0), sheet.cell(1, 1)]).toEqual(["00123", 2.5]);
    expect(book.styles.format(sheet.style(1, 1))).toBe("0.00");
    await workbook.apply([{ ...report, rows: [["item"]] }]);
    expect([sheet.cell(0, 0), sheet.cell(1, 0), sheet.cell(0, 1)]).toEqual(["item", null, null]);
    await expect(workbook.apply([{ ...report, sheet: "销售" }])).rejects.toMatchObject({
      trouble: "in-the-way",
    });
    sheet.write(9, 0, "my note");
    await workbook.apply([report]);
    expect([sheet.cell(1, 1), sheet.cell(9, 0)]).toEqual([2.5, "my note"]);
    const longer = { ...report, rows: [...rows, ...Array.from({ length: 9 }, () => ["x", 1])] };
    await expect(workbook.apply([longer])).rejects.toMatchObject({ trouble: "in-the-way" });
    expect(sheet.cell(2, 0)).toBeNull();
    sheet.writeFormula(3, 3, { text: "1+1", cached: 2 });
    await expect(workbook.apply([report])).rejects.toMatchObject({ trouble: "in-the-way" });
  });

  it("tells titles, headers and totals from the rows, keeps them in sight and fits the columns to the rows", async () => {
    const { book, workbook } = open(bookOf(sales));
    const rows = [["Stock on hand, of every warehouse and item"], ["item", "qty"], ["a", 1], ["Total", 1]];
    const report: Change = {
      ...{ do: "sheet", sheet: "R", rows, formats: [null, "0.00"], headerRows: 2 },
      ...{ titleRows: 1, bold: [0, 1, 3] },
    };
    await workbook.apply([report]);
    const sheet = existing(book, "R");
    const look = (row: number, column: number) => book.styles.look(sheet.style(row, column));
    expect([0, 1, 2, 3].map((row) => look(row, 0).bold)).toEqual([true, true, false, true]);
    expect([0, 1, 2].map((row) => look(row, 1).fill)).toEqual([null, "EDEDED", null]);
    expect([2, 3].map((row) => book.styles.format(sheet.style(row, 1)))).toEqual(["0.00", "0.00"]);
    expect(sheet.frozenRows).toBe(2);
    expect(sheet.looks.get(0)?.width).toBeLessThan(12);
    await workbook.apply([
      { ...report, rows: [...rows.slice(0, 3), ["b", 2], ["Total", 3]], bold: [0, 1, 4] },
    ]);
    expect([2, 3, 4].map((row) => look(row, 1).bold)).toEqual([false, false, true]);
    await workbook.apply([{ ...report, rows: rows.slice(0, 3), bold: [0, 1] }]);
    expect([3, 4].map((row) => look(row, 1).bold)).toEqual([false, false]);
    expect([sheet.cell(2, 0), sheet.cell(3, 0)]).toEqual(["a", null]);
  });

  it("makes a report anew in its own cells alone: notes that touch it stay, and are not written over", async () => {
    const { book, workbook } = open(bookOf(sales));
    const rows = [
      ["item", "qty"],
      ["a", 1],
      ["b", 2],
    ];
    const report: Change = { do: "sheet", sheet: "It's 1", rows, formats: [null, null], headerRows: 1 };
    await workbook.apply([report]);
    const sheet = existing(book, "It's 1");
    sheet.write(1, 2, "beside");
    sheet.write(3, 0, "below");
    await workbook.apply([{ ...report, rows: rows.slice(0, 2) }]);
    expect([1, 2, 3].map((row) => sheet.cell(row, 0))).toEqual(["a", null, "below"]);
    expect(sheet.cell(1, 2)).toBe("beside");
    const longer = { ...report, rows: [...rows, ["c", 3]] };
    await expect(workbook.apply([longer])).rejects.toMatchObject({
      trouble: "in-the-way",
      what: "It's 1",
      at: "A4",
    });
    expect([sheet.cell(3, 0), sheet.cell(1, 0)]).toEqual(["below", "a"]);
    const own = book.addSheet("Mine");
    own.write(5, 5, "my note");
    await workbook.apply([{ ...report, sheet: "Mine" }]);
    expect([own.cell(2, 0), own.cell(5, 5)]).toEqual(["b", "my note"]);
    book.addSheet("Theirs").write(0, 0, "my list");
    await expect(workbook.apply([{ ...report, sheet: "Theirs" }])).rejects.toMatchObject({
      trouble: "in-the-way",
    });
    expect(existing(book, "Theirs").cell(0, 0)).toBe("my list");
  });
});
