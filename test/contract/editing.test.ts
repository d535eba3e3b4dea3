import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, inExcel, rowsAt, sales, stamp } from "./workbooks";

const expecting: Change = {
  ...stamp,
  expect: { key: "rowId", columns: columnsOf({ rowId: ["r1", "r3"], qty: [10, 30] }) },
};

describe("a cell that is being edited", () => {
  it("is waited for, which is told; then the patch is written", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.isEditingCell = true;
    const told: boolean[] = [];
    const applying = workbook.apply([expecting], { waiting: (isWaiting) => told.push(isWaiting) });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(told).toEqual([true]);
    host.moods.isEditingCell = false;
    await applying;
    expect(told).toEqual([true, false]);
    expect((await rowsAt(workbook, "Sales"))[0]).toEqual(["r1", "001", 11, "posted"]);
  });

  it("is told once, and told over once, by an Excel that refuses even what would rather wait", async () => {
    const { host, workbook } = inExcel(bookOf(sales), { holdsBack: false });
    host.moods.isEditingCell = true;
    const told: boolean[] = [];
    const reading = workbook.tables({ waiting: (isWaiting) => told.push(isWaiting) });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(told).toEqual([true]);
    host.moods.isEditingCell = false;
    expect(await reading).toHaveLength(1);
    expect(told).toEqual([true, false]);
  });

  it("is not told of where it is soon done with", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.isEditingCell = true;
    const told: boolean[] = [];
    const reading = workbook.tables({ waiting: (isWaiting) => told.push(isWaiting) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    host.moods.isEditingCell = false;
    await reading;
    expect(told).toEqual([]);
  });

  it("is no longer waited for when the user gives up, and nothing is written afterwards", async () => {
    const { host, workbook } = inExcel(bookOf(sales));
    host.moods.isEditingCell = true;
    const stop = new AbortController();
    const applying = workbook.apply([stamp], { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("given up")), 50);
    await expect(applying).rejects.toThrow("given up");
    host.moods.isEditingCell = false;
    expect((await rowsAt(workbook, "Sales"))[0][2]).toBe(10);
  });

  it("that changed a row we were to write is a finding, not an overwrite", async () => {
    const { book, host, workbook } = inExcel(bookOf(sales));
    host.moods.isEditingCell = true;
    const applying = workbook.apply([expecting]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    book.sheets[0].write(3, 3, 99);
    host.moods.isEditingCell = false;
    await expect(applying).rejects.toMatchObject({ trouble: "changed", rows: [0] });
    expect((await rowsAt(workbook, "Sales"))[0]).toEqual(["r1", "001", 99, "draft"]);
  });
});
