import { dayText, timeText } from "../domain/kernel/day";
import { figure } from "../domain/kernel/numbers";
import type { Language } from "../domain/kernel/title";
import type { ColumnDefinition, TableDefinition } from "../registers/definition";
import { yesNo } from "../registers/words";
import type { Cell } from "../workbook/port";
import { decodeAmount, decodeRate } from "./cells/amount";
import type { Lookup, Misread } from "./cells/cell-column";
import { decodeDay } from "./cells/day";
import { flagLookup, typeLookup, wordLookup, type TypeName } from "./cells/lookup";
import { decodeText } from "./cells/text";
import { decodeTime } from "./cells/time";

/**
 * A cell's value in the form that JSON has: ISO days and times, plain numbers, codes of words; null = blank.
 */
export type Plain = string | number | boolean | null;

/** In which language messages about words are, and which types of document there are. */
export interface PlainReading {
  readonly language: Language;
  readonly types: readonly TypeName[];
}

type Decode = (cell: Cell) => Plain | Misread;

const MOST_DECIMALS = 6;
/** Of amounts too large for more. */
const FEW_DECIMALS = 2;
const BLANK = -1;

function figured(units: number | Misread, cell: Cell, decimals = MOST_DECIMALS): Plain | Misread {
  if (typeof units !== "number") return units;
  if (Number.isNaN(units)) return null;
  return typeof cell === "number" ? cell : figure(units, decimals);
}

function word(lookup: Lookup, codes: readonly string[]): Decode {
  return (cell) => {
    const place = lookup.find(cell);
    return typeof place === "number" ? codes[place] : place;
  };
}

function flag(language: Language): Decode {
  const lookup = flagLookup(language);
  return (cell) => {
    const place = lookup.find(cell);
    return typeof place === "number" ? yesNo[1 - place].code === "true" : place;
  };
}

const number: Decode = (cell) => figured(decodeAmount(cell, MOST_DECIMALS), cell);
const money: Decode = (cell) => {
  const units = decodeAmount(cell, MOST_DECIMALS);
  const isLarge = typeof units !== "number" && units.code === "OUT_OF_RANGE";
  return isLarge ? figured(decodeAmount(cell, FEW_DECIMALS), cell, FEW_DECIMALS) : figured(units, cell);
};
const whole: Decode = (cell) => {
  const units = decodeAmount(cell, 0);
  return typeof units === "number" && Number.isNaN(units) ? null : units;
};
const rate: Decode = (cell) => figured(decodeRate(cell), cell);
const day: Decode = (cell) => {
  const found = decodeDay(cell);
  return typeof found !== "number" ? found : found === BLANK ? null : dayText(found);
};
const time: Decode = (cell) => {
  const found = decodeTime(cell);
  return typeof found !== "number" ? found : found === BLANK ? null : timeText(found);
};
const code: Decode = (cell) => {
  const text = decodeText(cell);
  return text === "" ? null : text;
};
/** A person's own words stay exactly as typed. */
const text: Decode = (cell) => (typeof cell === "string" && code(cell) !== null ? cell : code(cell));

const PLAIN: Readonly<Record<Exclude<ColumnDefinition["kind"], "word" | "flag">, Decode>> = {
  code,
  text,
  stamp: code,
  day,
  time,
  quantity: number,
  price: number,
  money,
  number,
  rate,
  whole,
};

/** What the cells of a column say, one cell at a time; a misread where one cannot be read. */
export function plainCells(table: TableDefinition, column: ColumnDefinition, reading: PlainReading): Decode {
  if (column.kind === "flag") return flag(reading.language);
  if (column.kind !== "word") return PLAIN[column.kind];
  if (column.words !== undefined) {
    return word(
      wordLookup(column.words, reading.language),
      column.words.map((each) => each.code),
    );
  }
  return word(
    typeLookup(reading.types, table.id),
    reading.types.map((each) => each.code),
  );
}
