import { type Lines, STATUSES } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { linksOf } from "../domain/documents/links";
import { qtyInTypedUnit } from "../domain/documents/stock-quantity";
import { executionOf, isExecuted, openOf } from "../domain/posting/execution";
import { costByLine } from "../domain/posting/ledger-diff";
import type { Ledgers } from "../domain/posting/ledgers";
import { isExact } from "../domain/posting/out-of-range";
import { figuresOf } from "../domain/reports/figures";
import type { ReadBook } from "../read/read-book";
import type { Cell } from "../workbook/port";
import type { Stamp } from "../write/line-stamps";
import { differingLines, typedCells } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");

/**
 * What posted rows of goods bought and sold show of what became of them: `executed` and `open` in the unit of
 * their row, 6 decimals; `cost` what the goods are worth in stock, without sign. Blank where a row has none.
 * Source: CONTRACT §2.
 */
export function executionStamps(ledgers: Ledgers): Stamp[] {
  const { book } = ledgers;
  const { money, quantity } = figuresOf(ledgers);
  const counts = new Uint8Array(book.lines.count);
  for (const line of ledgers.order) counts[line] = 1;
  const execution = executionOf(ledgers);
  const cost = costByLine(ledgers);
  const shows = documentTypes.map(isExecuted);
  const inUnit = (line: number, units: (line: number) => number): Cell => {
    if (counts[line] === 0 || !shows[book.lines.type[line]] || !isExact(units(line))) return null;
    return quantity(qtyInTypedUnit(book, line, units(line)));
  };
  const { executed, invoiced } = execution;
  const done = (line: number): number =>
    documentTypes[book.lines.type[line]].order === true ? executed[line] : invoiced[line];
  const left = (line: number): number => openOf(ledgers, execution, line);
  const worth = (line: number): Cell =>
    counts[line] === 1 && isExact(cost[line]) ? money(signOf(book.lines, line) * cost[line]) : null;
  return [
    { column: "executed", cell: (line) => inUnit(line, done) },
    { column: "open", cell: (line) => inUnit(line, left) },
    { column: "cost", cell: worth },
  ];
}

/** What goes out bears its cost without the sign that the stock ledger gives it. */
function signOf({ type }: Lines, line: number): 1 | -1 {
  const { stock } = documentTypes[type[line]];
  return stock === "issue" || stock === "return-out" ? -1 : 1;
}

/**
 * Posted lines that show other than the stamps say, in their order: those that the lines being posted refer
 * to, and those that show a figure that is true no more.
 */
export function overtakenLines(
  read: ReadBook,
  ledgers: Ledgers,
  { stamps, posting }: { readonly stamps: readonly Stamp[]; readonly posting: readonly number[] },
): readonly number[] {
  const isWanted = new Uint8Array(read.book.lines.count);
  markShown(read, stamps, isWanted);
  const waiting = [...posting];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    const targets = linksOf(ledgers.links, line).map(({ target }) => target);
    waiting.push(...targets.filter((target) => isWanted[target] === 0));
    for (const target of targets) isWanted[target] = 1;
  }
  for (const line of posting) isWanted[line] = 0;
  return differingLines(read, placesOfOnes(isWanted), stamps);
}

/** Where a column holds 1, in its order. */
function placesOfOnes(column: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < column.length; at++) if (column[at] === 1) places.push(at);
  return places;
}

/** Marks posted lines of goods bought and sold, void ones too, that show something in one of the columns. */
function markShown(read: ReadBook, stamps: readonly Stamp[], isShown: Uint8Array): void {
  const { status, blank, offsets } = read.book.lines;
  const typed = stamps.map(({ column }) => typedCells(read, column));
  const shows = (line: number): boolean => typed.some((cell) => cell(line) !== null);
  for (let line = 0; line < offsets[2]; line++)
    if (status[line] >= POSTED && blank[line] === 0 && shows(line)) isShown[line] = 1;
}
