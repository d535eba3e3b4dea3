import { dayText, timeText } from "../domain/kernel/day";
import { figure } from "../domain/kernel/numbers";
import { type Language, titleIn } from "../domain/kernel/title";
import type { ColumnDefinition, TableDefinition, Word } from "../registers/definition";
import type { Cell } from "../workbook/port";

/**
 * How values are written into a book: a workbook shows serial dates and words in its language, text forms ISO
 * and codes.
 */
export interface Hand {
  readonly workbook: boolean;
  readonly language: Language;
}

/** The cell of a day; -1 = blank. */
export function dayCell(hand: Hand, day: number): Cell {
  if (day === -1) return null;
  return hand.workbook ? day : dayText(day);
}

/** The cell of a time in seconds; -1 = blank. */
export function timeCell(hand: Hand, seconds: number): Cell {
  if (seconds === -1) return null;
  return hand.workbook ? seconds / 86_400 : timeText(seconds);
}

/** The cell of a scaled number; NaN = blank. */
export function numberCell(units: number, decimals: number): Cell {
  return Number.isNaN(units) ? null : figure(units, decimals);
}

/** The cell of one of a column's words. */
export function wordCell(hand: Hand, words: readonly Word[], code: string): Cell {
  const word = words.find((each) => each.code === code);
  return hand.workbook && word !== undefined ? titleIn(hand.language, word.title) : code;
}

/** The header that a column bears where it has to be added to a table. */
export function headerFor(hand: Hand, column: ColumnDefinition): string {
  return hand.workbook ? titleIn(hand.language, column.title) : column.id;
}

/** A column of a table by its id; one that is not there is a defect. */
export function columnById(table: TableDefinition, id: string): ColumnDefinition {
  const column = table.columns.find((each) => each.id === id);
  if (column === undefined) throw new Error(`no column ${id} in ${table.id}`);
  return column;
}
