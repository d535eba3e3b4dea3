import { execFileSync } from "node:child_process";
import { documentTypes } from "../src/domain/documents/index";
import { groupDocuments } from "../src/domain/documents/group";
import { arisingOnInvoice, resolveReferences } from "../src/domain/documents/references";
import { ledgersFrom, linesInOrder, quantitiesOf, stands } from "../src/domain/posting/ledgers";
import { selfCheck } from "../src/domain/posting/self-check";
import { readBook } from "../src/read/read-book";
import type { Cell, TableCells } from "../src/workbook/port";
import { floorMovingAverage } from "./floor";
import { measure, tell } from "./measure";
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

/** The work as rows of a workbook's registers, full width, a document a line, posted. */
function registerRows(work: Work): TableCells[] {
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

/**
 * From rows of cells to every balance: read and validated, grouped, costed, payments settled oldest first,
 * tied.
 */
function balances(tables: readonly TableCells[]): number {
  const { value, findings } = readBook(tables, { types: documentTypes, strict: false });
  const { book } = value;
  const documents = groupDocuments(book.lines).value;
  const order = linesInOrder(book, (line) => stands(book.lines.status[line]));
  const { quantities } = quantitiesOf(book);
  const links = resolveReferences({
    ...{ lines: book.lines, documents, base: quantities.base, order },
    isOut: () => false,
    onInvoice: arisingOnInvoice(book.settings),
  }).value;
  const ledgers = ledgersFrom({ book, documents, order, quantities, links, settlesItself: () => true });
  const failures = [...findings, ...selfCheck(ledgers)];
  if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
  return ledgers.costed.stock.value.reduce((sum, one) => sum + one, 0) / 100;
}

/** What one run needs at most, input included, in a process of its own that makes the work itself. */
function peakMegabytes(name: string): string {
  return execFileSync(process.execPath, [...process.execArgv, process.argv[1], name])
    .toString()
    .trim();
}

/** Rows of a workbook to all balances once; tells how many megabytes were resident at most. */
export function benchPeak(work: Work): void {
  balances(registerRows(work));
  console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
}

/**
 * Rows of a workbook to all balances, beside the floor, with the memory that `peak`, run alone, takes at
 * most.
 */
export function benchRows(work: Work, peak: string): void {
  const tables = registerRows(work);
  const floor = measure(() => floorMovingAverage(work)).median;
  const { median, answer } = measure(() => balances(tables));
  tell(`rows to balances, ${String(work.count)} lines`, median, {
    floor,
    note: `closing ${answer.toFixed(2)}, ${peakMegabytes(peak)} MB at most`,
  });
}
