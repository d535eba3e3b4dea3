import type { Book } from "../domain/book/book";
import { type Lines, NONE, REGISTERS, ROLES } from "../domain/book/lines";
import type { Item } from "../domain/book/masters";
import { documentTypes } from "../domain/documents/index";
import { titleIn } from "../domain/kernel/title";
import type { TableDefinition } from "../registers/definition";
import { roles } from "../registers/words";
import type { Cell, Change, ColumnCells } from "../workbook/port";
import { columnById, dayCell, type Hand, headerFor, numberCell, timeCell, wordCell } from "./hand";

/** Where a register stands in the workbook: its table's name there, and the header of every column it has. */
export interface RegisterPlace {
  readonly table: TableDefinition;
  readonly name: string;
  /** By the column's id. */
  readonly headers: ReadonlyMap<string, string>;
}

/** One column to stamp: its id, and what it says of a line. */
export interface Stamp {
  readonly column: string;
  readonly cell: (line: number) => Cell;
}

/** Which lines to stamp, where their registers stand, and in which hand. */
export interface Stamping {
  readonly lines: Lines;
  /** In the order of the lines. */
  readonly chosen: readonly number[];
  readonly places: ReadonlyMap<string, RegisterPlace>;
  readonly hand: Hand;
}

/**
 * The changes that stamp columns of some lines, a change a register; a column that the register's table
 * lacks in the workbook is added only where there is something to say in it.
 */
export function stampLines(stamping: Stamping, stamps: readonly Stamp[]): Change[] {
  const { lines, chosen, places } = stamping;
  return REGISTERS.flatMap((id, register): Change[] => {
    const place = places.get(id);
    const [from, to] = [lines.offsets[register], lines.offsets[register + 1]];
    const own = chosen.filter((line) => line >= from && line < to);
    if (place === undefined || own.length === 0) return [];
    const columns = columnsOf(stamping.hand, { place, stamps, own });
    return [{ do: "stamp", table: place.name, rows: own.map((line) => line - from), columns }];
  });
}

interface RegisterStamping {
  readonly place: RegisterPlace;
  readonly stamps: readonly Stamp[];
  readonly own: readonly number[];
}

function columnsOf(hand: Hand, { place, stamps, own }: RegisterStamping): ColumnCells[] {
  const known = stamps.filter(({ column }) => place.table.columns.some((each) => each.id === column));
  const columns = known.map(({ column, cell }) => ({
    there: place.headers.has(column),
    header: place.headers.get(column) ?? headerFor(hand, columnById(place.table, column)),
    cells: own.map((line) => cell(line)),
  }));
  return columns.filter(({ there, cells }) => there || cells.some((cell) => cell !== null && cell !== ""));
}

/** What is filled in where a draft left it to the row above or to the program: header, mark and rowId. */
export function headerStamps(book: Book, hand: Hand): Stamp[] {
  const { lines, masters, settings } = book;
  const money = settings.moneyDecimals;
  return [
    { column: "type", cell: (line) => typeCell(hand, lines.type[line]) },
    { column: "date", cell: (line) => dayCell(hand, lines.day[line]) },
    { column: "time", cell: (line) => timeCell(hand, lines.time[line]) },
    { column: "partner", cell: (line) => codeAt(masters.partners, lines.partner[line]) },
    { column: "account", cell: (line) => codeAt(masters.accounts, lines.account[line]) },
    { column: "documentDiscount", cell: (line) => numberCell(lines.documentDiscount[line], money) },
    { column: "role", cell: (line) => roleCell(hand, lines.role[line]) },
    markStamp(lines),
  ];
}

/** The mark of a draft. */
export function markStamp({ draft }: Lines): Stamp {
  return { column: "draft", cell: (line) => draft[line] || null };
}

function roleCell(hand: Hand, role: number): Cell {
  const word = ROLES.at(role);
  return word === undefined ? null : wordCell(hand, roles, word);
}

/** The cell of a document's type: its name in a workbook, its code in a file of text. */
export function typeCell(hand: Hand, type: number): Cell {
  const definition = documentTypes[type];
  return hand.workbook ? titleIn(hand.language, definition.title) : definition.code;
}

/** The member of a master at its place; null where the place is none. */
function memberAt<T>(members: readonly T[], place: number): T | null {
  return place === NONE ? null : members[place];
}

function codeAt(members: readonly { readonly code: string }[], place: number): Cell {
  return place === NONE ? null : members[place].code;
}

/**
 * What posting writes into a row: codes for names, what was proposed, the amounts, the number and the rowId.
 */
export function completionStamps(book: Book, hand: Hand): Stamp[] {
  const { lines, masters, settings } = book;
  const money = settings.moneyDecimals;
  const item = (line: number): Item | null => memberAt(masters.items, lines.item[line]);
  return [
    { column: "partnerName", cell: (line) => memberAt(masters.partners, lines.partner[line])?.name ?? null },
    { column: "item", cell: (line) => item(line)?.code ?? null },
    { column: "itemName", cell: (line) => item(line)?.name ?? null },
    { column: "spec", cell: (line) => item(line)?.spec ?? null },
    { column: "warehouse", cell: (line) => codeAt(masters.warehouses, lines.warehouse[line]) },
    { column: "toWarehouse", cell: (line) => codeAt(masters.warehouses, lines.toWarehouse[line]) },
    { column: "batch", cell: (line) => lines.batch[line] || null },
    { column: "produced", cell: (line) => dayCell(hand, lines.produced[line]) },
    { column: "expires", cell: (line) => dayCell(hand, lines.expires[line]) },
    { column: "unit", cell: (line) => lines.unit[line] || null },
    { column: "price", cell: (line) => numberCell(lines.price[line], 6) },
    { column: "discount", cell: (line) => numberCell(lines.discount[line], 6) },
    { column: "discountAmount", cell: (line) => numberCell(lines.discountAmount[line], money) },
    { column: "taxRate", cell: (line) => numberCell(lines.taxRate[line], 6) },
    { column: "net", cell: (line) => numberCell(lines.net[line], money) },
    { column: "tax", cell: (line) => numberCell(lines.tax[line], money) },
    { column: "total", cell: (line) => numberCell(lines.total[line], money) },
    { column: "paid", cell: (line) => numberCell(lines.paid[line], money) },
    { column: "terms", cell: (line) => lines.terms[line] || null },
    { column: "against", cell: (line) => lines.against[line] || null },
    { column: "number", cell: (line) => lines.number[line] },
    { column: "line", cell: (line) => lines.line[line] },
    { column: "rowId", cell: (line) => lines.rowId[line] },
  ];
}
