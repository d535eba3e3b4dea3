import type { Cell } from "../../src/engine/cell";
import { Table } from "../../src/engine/table";
import { Workbook } from "../../src/engine/workbook";
import { excelHost } from "../../src/host/excel-host";
import type { HostOptions } from "../../src/host/exchange";
import { officeOver } from "../support/office/node";

/** The rows of a small register, headers first. */
const stockRows: readonly (readonly Cell[])[] = [
  ["品名", "数量", "单价"],
  ["bolt", 10, 2.5],
  ["nut", 4, 0.75],
  ["washer", 0, null],
];

/** A workbook of one sheet 库存 with the table Stock at B2, and a blank sheet. */
export function stockBook(): Workbook {
  const book = new Workbook();
  const sheet = book.addSheet("库存");
  stockRows.forEach((row, i) => row.forEach((cell, j) => sheet.write(i + 1, j + 1, cell)));
  book.addTable(
    new Table({ name: "Stock", sheet, top: 1, left: 1, headers: ["品名", "数量", "单价"], rowCount: 3 }),
  );
  book.addSheet("Notes");
  return book;
}

/** Microsoft's office.js over a host over that book. */
export function opened(book: Workbook = stockBook(), options: HostOptions = {}) {
  const host = excelHost(book, options);
  return { book, host, ...officeOver(host) };
}

/** Runs a step over that book and answers what it loaded. */
export async function run<T>(step: (context: Excel.RequestContext) => Promise<T>) {
  const office = opened();
  const answer = await office.Excel.run(step);
  return { ...office, answer };
}

/** The table Stock. */
export function stock(context: Excel.RequestContext): Excel.Table {
  return context.workbook.tables.getItem("Stock");
}
