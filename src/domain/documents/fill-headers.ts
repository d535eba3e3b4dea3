import type { Book } from "../book/book";
import { type Lines, NO_TYPE, NONE } from "../book/lines";
import { dayText, timeText } from "../kernel/day";
import { figure } from "../kernel/numbers";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";

/**
 * Header columns that are numbers, each with what a blank cell holds, and whether a row may say other than
 * the first.
 */
const HEADER_COLUMNS = [
  { column: "type", blank: NO_TYPE, own: false },
  { column: "date", blank: NONE, own: false },
  { column: "time", blank: NONE, own: false },
  { column: "partner", blank: NONE, own: false },
  { column: "account", blank: NONE, own: true },
] as const;

type HeaderColumn = (typeof HEADER_COLUMNS)[number]["column"];

function cellsOf(lines: Lines, column: HeaderColumn): Uint8Array | Int32Array {
  return column === "date" ? lines.day : lines[column];
}

/**
 * Fills in, in place, what the continuation rows of a draft leave to its first row: type, date (blank =
 * today), time, partner, account, discount on the whole. Notes HEADER_DIFFERS where a row says other than the
 * first. Source: CONTRACT §2.
 */
export function fillHeaders(drafting: Drafting, drafts: readonly number[]): void {
  const { book, documents, today } = drafting;
  for (const document of drafts) {
    const head = headOf(documents, document);
    if (book.lines.day[head] === NONE) book.lines.day[head] = today;
    fillDiscount(drafting, linesOf(documents, document));
    for (let i = documents.starts[document] + 1; i < documents.starts[document + 1]; i++) {
      fillFrom(drafting, head, documents.members[i]);
    }
  }
}

/**
 * The discount on the whole document stands in its first row; typed in another row alone it is taken for it,
 * and rows that say different ones are HEADER_DIFFERS.
 */
function fillDiscount(drafting: Drafting, members: Int32Array): void {
  const { lines, settings } = drafting.book;
  const cells = lines.documentDiscount;
  let first = NONE;
  let differs = false;
  for (let i = 0; i < members.length; i++) {
    const line = members[i];
    if (Number.isNaN(cells[line])) continue;
    if (first === NONE) first = line;
    if (cells[line] === cells[first]) continue;
    const money = (at: number): number => figure(cells[at], settings.moneyDecimals);
    const facts = { value: money(line), first: money(first) };
    note(drafting, "HEADER_DIFFERS", { line, column: "documentDiscount", facts });
    differs = true;
  }
  if (first !== NONE && !differs) cells[members[0]] = cells[first];
}

function fillFrom(drafting: Drafting, head: number, line: number): void {
  for (const { column, blank, own } of HEADER_COLUMNS) {
    const cells = cellsOf(drafting.book.lines, column);
    if (cells[line] === blank) cells[line] = cells[head];
    else if (cells[line] !== cells[head] && !own) {
      const facts = { value: shown(drafting.book, column, line), first: shown(drafting.book, column, head) };
      note(drafting, "HEADER_DIFFERS", { line, column, facts });
    }
  }
}

/** What a header cell says, as a person writes it. */
function shown({ lines, masters }: Book, column: HeaderColumn, line: number): string | null {
  if (cellsOf(lines, column)[line] === NONE) return null;
  if (column === "date") return dayText(lines.day[line]);
  if (column === "time") return timeText(lines.time[line]);
  if (column === "type") return documentTypes[lines.type[line]].code;
  return masters[`${column}s`][lines[column][line]].code;
}
