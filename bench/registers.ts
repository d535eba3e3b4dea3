import type { Cell, TableCells } from "../src/workbook/port";
import { FIRST_DAY, WORK, type Work } from "./work";

/** The columns of a register that are written by hand or stamped, as a sheet has them; 34 in all. */
const TRADE_COLUMNS = (
  "type date partner partnerName warehouse item itemName spec qty unit price priceIncludesTax taxRate discount " +
  "net tax total batch expires ref note status number line draft time externalNo handler postedBy postedAt " +
  "account paid due rowId"
).split(" ");
const PAYMENT_COLUMNS = "type date partner account amount against status number line rowId".split(" ");

/** Short texts as a parser hands them out: the same text is the same string. */
const texts = new Map<string, string>();
const text = (short: string): string => {
  const known = texts.get(short);
  if (known === undefined) texts.set(short, short);
  return known ?? short;
};
const padded = (prefix: string, n: number, width: number): string => {
  const padding = prefix + String(n).padStart(width, "0");
  return width > 5 ? Buffer.from(padding).toString() : text(padding);
};

/** A row without room to spare, as a parser leaves it. */
function rowOf(...cells: readonly (readonly Cell[])[]): Cell[] {
  return cells.flat().slice();
}

/** Rows of cells as a table that is read by column, as the port over a sheet would have it. */
function table(name: string, headers: readonly string[], rows: readonly (readonly Cell[])[]): TableCells {
  const column = (index: number, from = 0, to = rows.length): Cell[] => {
    const cells = new Array<Cell>(to - from);
    for (let row = from; row < to; row++) cells[row - from] = rows[row][index];
    return cells;
  };
  return { name, sheet: name, headers, rowCount: rows.length, firstRow: 2, column };
}

function masters(): TableCells[] {
  const items = Array.from({ length: WORK.items }, (_, i) => [padded("I", i, 5), `货品${String(i)}`, "只"]);
  const warehouses = Array.from({ length: WORK.warehouses }, (_, i) => [`W${String(i + 1)}`]);
  const customers = Array.from({ length: WORK.customers }, (_, i) => [padded("C", i, 4), "customer"]);
  const suppliers = Array.from({ length: WORK.suppliers }, (_, i) => [padded("S", i, 4), "supplier"]);
  return [
    table("items", ["code", "name", "unit"], items),
    table("warehouses", ["code"], warehouses),
    table("partners", ["code", "kind"], [...customers, ...suppliers]),
    table("accounts", ["code"], [["BANK"]]),
  ];
}

/** Seconds within the day that rise with the line, since order is part of the work. */
function timesOf({ count, day }: Work): number[] {
  const seen = new Map<number, number>();
  return Array.from({ length: count }, (_, k) => {
    const nth = (seen.get(day[k]) ?? 0) + 1;
    seen.set(day[k], nth);
    return nth / 86_400;
  });
}

/**
 * The work as the tables of a book, masters and registers, headed by the ids of the columns: a document a
 * line, posted.
 */
export function registerRows(work: Work): TableCells[] {
  const times = timesOf(work);
  const registers: Record<"purchases" | "sales", Cell[][]> = { purchases: [], sales: [] };
  for (let k = 0; k < work.count; k++) {
    const sold = work.kind[k] === 1;
    const item = padded("I", work.item[k], 5);
    const partner = padded(sold ? "C" : "S", work.partner[k], 4);
    const amount = (work.qty[k] * work.cents[k]) / 100;
    const row = rowOf(
      [sold ? "CK" : "RK", FIRST_DAY + work.day[k], partner, partner],
      [text(`W${String(work.warehouse[k] + 1)}`), item, text(`货品${String(work.item[k])}`), null],
      [work.qty[k], "只", work.cents[k] / 100, null, null, null, amount, 0, amount, null, null, null, null],
      ["posted", padded(sold ? "CK-" : "RK-", k, 8), 1, padded("", k, 8), times[k], null, "me", "me"],
      ["2024-12-31T10:00:00", null, null, null, padded("01HZZZZZZZZZZZZZZZZ", k, 7)],
    );
    registers[sold ? "sales" : "purchases"].push(row);
  }
  const payments = work.payments.map(({ day, isIn, partner, cents }, k) => [
    ...[
      isIn ? "SK" : "FK",
      FIRST_DAY + day,
      padded(isIn ? "C" : "S", partner, 4),
      "BANK",
      cents / 100,
      null,
      "posted",
    ],
    ...[padded("SK-", k, 8), 1, padded("01HZZZZZZZZZZZZZZZP", k, 7)],
  ]);
  return [
    table("purchases", TRADE_COLUMNS, registers.purchases),
    table("sales", TRADE_COLUMNS, registers.sales),
    table("payments", PAYMENT_COLUMNS, payments),
    ...masters(),
  ];
}
