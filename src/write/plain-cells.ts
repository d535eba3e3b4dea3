import { dayFromText } from "../domain/kernel/day";
import { titleIn, type Title } from "../domain/kernel/title";
import type { ColumnDefinition } from "../registers/definition";
import { yesNo } from "../registers/words";
import type { Cell } from "../workbook/port";
import { type Hand, wordCell } from "./hand";

/** A type of document by its code and name. */
export interface NamedType {
  readonly code: string;
  readonly title: Title;
}

type Encode = (value: string | number | boolean | null) => Cell;

const DAY_SECONDS = 86_400;

function typeCell(hand: Hand, types: readonly NamedType[]): Encode {
  return (value) => {
    const type = types.find(({ code }) => code === value);
    return hand.workbook && type !== undefined ? titleIn(hand.language, type.title) : value;
  };
}

function serialTime(text: string): number {
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS;
}

/**
 * How values in JSON's form are written into a column: in a workbook days and times as serial numbers and
 * words in the book's language, elsewhere as they are.
 */
export function cellsFromPlain(hand: Hand, column: ColumnDefinition, types: readonly NamedType[]): Encode {
  if (!hand.workbook) return (value) => value;
  const { kind, words } = column;
  if (kind === "day") return (value) => (typeof value === "string" ? dayFromText(value) : value);
  if (kind === "time") return (value) => (typeof value === "string" ? serialTime(value) : value);
  if (kind === "flag") return (value) => (value === null ? null : wordCell(hand, yesNo, String(value)));
  if (kind !== "word") return (value) => value;
  if (words === undefined) return typeCell(hand, types);
  return (value) => (value === null ? null : wordCell(hand, words, String(value)));
}
