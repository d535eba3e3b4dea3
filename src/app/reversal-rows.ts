import { afterClosings } from "../domain/book/closed-periods";
import { reversalRef } from "../domain/book/reversals";
import { documentTypes } from "../domain/documents/index";
import type { Day } from "../domain/kernel/day";
import type { ReadBook } from "../read/read-book";
import { dayCell, numberCell } from "../write/hand";
import type { Stamp } from "../write/line-stamps";
import type { Desk } from "./desk";
import { newMark } from "./draft-marks";
import { type NewRows, newRows } from "./new-rows";
import { handOf } from "./places";
import { typedCells } from "./typed-cells";

/** Columns that say the contrary of what the original says. */
const QUANTITIES = ["qty", "accepted", "rejected"] as const;
const MONEY = [
  ...(["discountAmount", "documentDiscount", "net", "tax", "total", "paid"] as const),
  ...(["value", "amount", "fee", "discountTaken"] as const),
] as const;

/** What is the original's own affair, or is worked out. */
const LEFT_BLANK: ReadonlySet<string> = new Set(
  (
    "approvedBy approvedAt revision importKey externalNo terms due promised " +
    "counted recount book difference executed open cost"
  ).split(" "),
);

/** A document that takes another back: of which lines, on which day, and why. */
export interface Reversal {
  readonly own: readonly number[];
  readonly day: Day;
  readonly reason: string;
}

/**
 * The rows that take a document back: the same cells, quantities and amounts the other way round, `ref` to
 * each row of the original, and a number of their own. Source: CONTRACT §4 reverse.
 */
export function reversalRows(desk: Desk, read: ReadBook, reversal: Reversal): NewRows {
  const stamps = stampsOf(desk, read, reversal);
  return newRows(desk, read, { own: reversal.own, stamps, isCopied: (column) => !LEFT_BLANK.has(column) });
}

function stampsOf(desk: Desk, read: ReadBook, { own, day, reason }: Reversal): readonly Stamp[] {
  const { lines, masters } = read.book;
  const hand = handOf(desk, read);
  const { moment } = desk;
  const mark = newMark(moment);
  const rowIds = new Map(inTurn(lines, own).map((line) => [line, moment.newId()]));
  const time = typedCells(read, "time");
  const at = afterClosings(masters.periods, moment.now);
  return [
    ...negatedStamps(read),
    { column: "date", cell: () => dayCell(hand, day) },
    { column: "time", cell: (line) => (lines.day[line] === day ? time(line) : null) },
    { column: "draft", cell: () => mark },
    { column: "rowId", cell: (line) => rowIds.get(line) ?? null },
    { column: "ref", cell: (line) => reversalRef(lines, line) },
    { column: "note", cell: () => reason || null },
    { column: "handler", cell: () => moment.user || null },
    { column: "postedBy", cell: () => moment.user },
    { column: "postedAt", cell: () => at },
  ];
}

/**
 * The order in which rows are taken back, which their rowIds say: changes of value the last one first, as
 * what an earlier one added may have been taken away by a later one.
 */
function inTurn({ type }: ReadBook["book"]["lines"], own: readonly number[]): readonly number[] {
  return documentTypes[type[own[0]]].stock === "revalue" ? [...own].reverse() : own;
}

function negatedStamps({ book: { lines, settings } }: ReadBook): readonly Stamp[] {
  const negated = (column: (typeof QUANTITIES | typeof MONEY)[number], decimals: number): Stamp => ({
    column,
    cell: (line) => numberCell(lines[column][line] === 0 ? 0 : -lines[column][line], decimals),
  });
  return [
    ...QUANTITIES.map((column) => negated(column, 6)),
    ...MONEY.map((column) => negated(column, settings.moneyDecimals)),
  ];
}
