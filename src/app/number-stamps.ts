import { REGISTERS } from "../domain/book/lines";
import { decodeAmount, decodeRate } from "../read/cells/amount";
import type { Misread } from "../read/cells/cell-column";
import type { ReadBook } from "../read/read-book";
import type { ColumnDefinition } from "../registers/definition";
import type { Cell } from "../workbook/port";
import { numberCell } from "../write/hand";
import type { Stamp } from "../write/line-stamps";
import { typedCells } from "./typed-cells";

const DECIMALS = 6;
const PLAIN_DECIMALS = new Map([
  ["quantity", DECIMALS],
  ["price", DECIMALS],
  ["number", DECIMALS],
  ["whole", 0],
]);

/** What a text means as a number, in a column that holds numbers; null for a column of anything else. */
function numberIn({ kind }: ColumnDefinition, moneyDecimals: number): ((text: string) => Cell) | null {
  const decimals = kind === "money" ? moneyDecimals : PLAIN_DECIMALS.get(kind);
  const cell = (units: number | Misread, places: number, text: string): Cell =>
    typeof units === "number" ? numberCell(units, places) : text;
  if (kind === "rate") return (text) => cell(decodeRate(text), DECIMALS, text);
  return decimals === undefined ? null : (text) => cell(decodeAmount(text, decimals), decimals, text);
}

/**
 * Stamps that put numbers where a person typed them as text, full-width or with commas, in some lines, for
 * columns that `others` do not stamp; codes, numbers of documents and barcodes stay text.
 */
export function numberStamps(
  read: ReadBook,
  chosen: readonly number[],
  others: readonly Stamp[],
): readonly Stamp[] {
  const taken = new Set(others.map(({ column }) => column));
  const columns = new Map(
    REGISTERS.flatMap((id) => read.sources.get(id)?.table.columns ?? []).map((column) => [column.id, column]),
  );
  return [...columns.values()].flatMap((column) => {
    const number = taken.has(column.id) ? null : numberIn(column, read.book.settings.moneyDecimals);
    if (number === null) return [];
    const typed = typedCells(read, column.id);
    if (!chosen.some((line) => typeof typed(line) === "string")) return [];
    const cell = (line: number): Cell => {
      const there = typed(line);
      return typeof there === "string" ? number(there) : there;
    };
    return [{ column: column.id, cell }];
  });
}
