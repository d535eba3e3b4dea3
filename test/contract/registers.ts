import type { Desk } from "../../src/app/desk";
import { newBook } from "../../src/app/new-book";
import { dayFromText } from "../../src/domain/kernel/day";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import { Workbook as Book } from "../../src/engine/workbook";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Cell, TableCells, Workbook } from "../../src/workbook/port";

/** A row by column id. */
export type Row = Readonly<Record<string, Cell>>;

/** A desk at a workbook: always the same day, the same user; `seed` makes its ids. */
export function deskOver(workbook: Workbook, seed = 1): Desk {
  const moment = {
    today: dayFromText("2026-12-31"),
    now: "2026-12-31T08:30:00",
    user: "tester",
    station: "",
    newId: ulids(() => Date.UTC(2026, 11, 31), seededDigits(seed)),
  };
  return { workbook, moment, strict: true };
}

/** Rows of a table as a sample has them. */
function sampleOf(id: string, rows: readonly Row[]): TableCells {
  const headers = [...new Set(rows.slice(0, 20).flatMap((row) => Object.keys(row)))];
  const column = (index: number): readonly Cell[] => rows.map((row) => row[headers[index]] ?? null);
  return { name: id, sheet: id, headers, rowCount: rows.length, firstRow: 2, column };
}

/** A book in Chinese with these rows, by table id. */
export async function chineseBook(rows: Readonly<Record<string, readonly Row[]>>): Promise<Book> {
  const book = new Book();
  const sample = Object.entries(rows).map(([id, own]) => sampleOf(id, own));
  await newBook(deskOver(embeddedWorkbook(book)), { language: "zh-CN", sample });
  return book;
}

/** Masters of a small shop. */
export const masters = {
  items: ["bolt", "nut", "washer"].map((code) => ({ code, name: code, unit: "pc" })),
  warehouses: [{ code: "MAIN", name: "MAIN" }],
  partners: [
    { code: "S1", name: "S1", kind: "supplier" },
    { code: "C1", name: "C1", kind: "customer" },
  ],
} satisfies Readonly<Record<string, readonly Row[]>>;

/** So many posted receipts of one row each, in the order of their dates. */
export function receipts(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, "0");
    const series = `2026-01-${day}`;
    return {
      ...{ type: "RK", date: series, partner: "S1", warehouse: "MAIN" },
      ...{ item: ["bolt", "nut", "washer"][i % 3], qty: 10, price: 2, net: 20, tax: 0, total: 20 },
      ...{
        number: `RK-${series.replaceAll("-", "")}-${String(Math.floor(i / 28) + 1).padStart(4, "0")}`,
        line: 1,
      },
      ...{ rowId: `01J${String(i).padStart(23, "0")}`, status: "posted", draft: `P${String(i)}` },
    };
  });
}

/** A delivery that is still a draft, a row for each item. */
export function delivery(items: readonly string[], mark = "D1"): readonly Row[] {
  return items.map((item, i) => ({
    ...{ type: "CK", date: "2026-02-01", partner: "C1", warehouse: "MAIN", item, qty: 1 + i, price: 3 },
    draft: mark,
  }));
}
