import { areaName } from "./address";
import type { BookChange } from "./changes";
import { Workbook } from "./workbook";

function areas(changes: readonly BookChange[]): readonly string[] {
  return changes.flatMap((change) => ("area" in change ? [`${change.kind} ${areaName(change.area)}`] : []));
}

describe("changes of a workbook", () => {
  it("join cells that are written one after the other, down or across, to one rectangle", () => {
    const book = new Workbook();
    const sheet = book.addSheet("S");
    const reader = book.changes.subscribe();
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 3; column++) sheet.write(row, column, row);
    sheet.write(9, 9, 1);
    sheet.restyle(9, 9, 1);
    expect(areas(reader.take())).toEqual(["cells A1:C4", "cells J10", "formats J10"]);
    expect(reader.take()).toEqual([]);
  });

  it("tell of a bulk write once, and only of the cells that differ", () => {
    const book = new Workbook();
    const sheet = book.addSheet("S");
    sheet.writeCells(0, [0, 1, 2, 3], ["a", "b", "c", "d"]);
    const reader = book.changes.subscribe();
    sheet.writeCells(0, [0, 1, 2, 3], ["a", "x", "y", "d"]);
    sheet.writeCells(0, [0, 1], ["a", "x"]);
    expect(areas(reader.take())).toEqual(["cells A2:A3"]);
  });

  it("wake a reader once until it takes them, and no one who has closed", () => {
    const book = new Workbook();
    const sheet = book.addSheet("S");
    let woken = 0;
    const reader = book.changes.subscribe(() => woken++);
    sheet.write(0, 0, 1);
    sheet.write(5, 5, 1);
    expect(woken).toBe(1);
    reader.take();
    sheet.write(0, 0, 2);
    expect(woken).toBe(2);
    reader.close();
    sheet.write(0, 0, 3);
    expect(reader.take()).toHaveLength(1);
    expect(book.changes.isHeard).toBe(false);
  });

  it("stay few however scattered the cells are", () => {
    const book = new Workbook();
    const sheet = book.addSheet("S");
    const reader = book.changes.subscribe();
    for (let i = 0; i < 10_000; i++) sheet.write(i * 2, (i * 2) % 37, i);
    const changes = reader.take();
    expect(changes.length).toBeLessThanOrEqual(2049);
    expect(areas(changes)[0]).toMatch(/^cells A1:/);
  });
});
