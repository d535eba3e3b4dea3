import { dayFromText } from "../domain/kernel/day";
import { titleIn, type Title } from "../domain/kernel/title";
import type { ColumnDefinition, Word } from "../registers/definition";
import { yesNo } from "../registers/words";
import type { Cell } from "../workbook/port";
import { type Hand, wordCell } from "./hand";

/** A type of document by its code and name. */
export interface NamedType {
  readonly code: string;
  readonly title: Title;
}

type Encode = (value: Cell) => Cell;

const DAY_SECONDS = 86_400;

function typeCell(hand: Hand, types: readonly NamedType[]): Encode {
  const titles = new Map(types.map(({ code, title }) => [code, titleIn(hand.language, title)]));
  return (value) => (typeof value === "string" ? (titles.get(value) ?? value) : value);
}

/** A number where the text is one, else the text: what could not be read is written as it stood. */
function serial(value: Cell, serialOf: (text: string) => number): Cell {
  const found = typeof value === "string" ? serialOf(value) : NaN;
  return Number.isNaN(found) ? value : found;
}

function dayPart(text: string): number {
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS;
}

function named(hand: Hand, words: readonly Word[]): Encode {
  return (value) =>
    typeof value === "string" || typeof value === "boolean" ? wordCell(hand, words, String(value)) : value;
}

/**
 * How values in JSON's form are written into a column: in a workbook days and times as serial numbers and
 * words in the book's language, elsewhere as they are. A cell that is none of a column's values stays as it
 * is.
 */
export function cellsFromPlain(hand: Hand, column: ColumnDefinition, types: readonly NamedType[]): Encode {
  if (!hand.workbook) return (value) => value;
  const { kind, words } = column;
  if (kind === "day") return (value) => serial(value, dayFromText);
  if (kind === "time") return (value) => serial(value, dayPart);
  if (kind === "flag") return named(hand, yesNo);
  if (kind !== "word") return (value) => value;
  return words === undefined ? typeCell(hand, types) : named(hand, words);
}
