import { lastClosed } from "../domain/book/closed-periods";
import { NONE, STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import type { Day } from "../domain/kernel/day";
import { type Finding, finding } from "../domain/kernel/finding";
import type { ReadBook } from "../read/read-book";
import { plain, typedCells } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");

/** By column of a register, the table of its codes. */
const TABLES = { item: "items", warehouse: "warehouses", toWarehouse: "warehouses" } as const;
const COLUMNS = ["item", "warehouse", "toWarehouse"] as const satisfies (keyof typeof TABLES)[];

/**
 * CLOSED_UNKNOWN at the first posted row of closed periods that names an item or a warehouse which its table
 * does not hold any more: without it the row moves nothing, and what is closed comes to something else.
 * Source: DOMAIN §0.6, §13.
 */
export function closedUnknown(read: ReadBook): readonly Finding[] {
  const closed = lastClosed(read.book.masters.periods);
  if (closed === null) return [];
  const all = COLUMNS.map((column) => ({ column, gone: goneIn(read, column, closed.to) }));
  const found = all.find(({ gone }) => gone.length > 0);
  return found === undefined ? [] : [unknown(read, found.column, found.gone)];
}

type Column = (typeof COLUMNS)[number];

/** The posted lines up to a day that name something in a column which its table does not hold. */
function goneIn(read: ReadBook, column: Column, to: Day): readonly number[] {
  const { lines, masters } = read.book;
  const typed = typedCells(read, column);
  const table = TABLES[column];
  const codes = new Set(read.gone.filter((one) => one.table === table).map(({ code }) => code));
  const isNowhere = (place: number): boolean => place === NONE || codes.has(masters[table][place].code);
  const gone: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const isRecord = lines.status[line] >= POSTED && lines.status[line] !== VOID;
    const isGone = isNowhere(lines[column][line]) && lines.day[line] <= to;
    if (isRecord && isGone && typed(line) !== null) gone.push(line);
  }
  return gone;
}

function unknown(read: ReadBook, column: Column, gone: readonly number[]): Finding {
  const { lines } = read.book;
  const [first] = gone;
  const typed = typedCells(read, column);
  const value = plain(typed(first));
  const rows = gone.filter((line) => plain(typed(line)) === value).length;
  const facts = { value, register: TABLES[column], number: lines.number[first], rows };
  return finding("CLOSED_UNKNOWN", placeOf(lines, first, column), facts);
}
