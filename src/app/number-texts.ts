import { REGISTERS } from "../domain/book/lines";
import { decodeAmount, decodeRate } from "../read/cells/amount";
import type { Misread } from "../read/cells/cell-column";
import type { ReadBook } from "../read/read-book";
import type { Source } from "../read/source";
import type { ColumnDefinition } from "../registers/definition";
import type { Cell, Change } from "../workbook/port";
import { numberCell } from "../write/hand";

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
 * The changes that put numbers where a person typed them as text, full-width or with commas, in the rows of
 * some lines; codes, numbers of documents and barcodes stay text.
 */
export function numberTexts(read: ReadBook, chosen: readonly number[]): Change[] {
  const { lines, settings } = read.book;
  return REGISTERS.flatMap((id, register) => {
    const source = read.sources.get(id);
    const [from, to] = [lines.offsets[register], lines.offsets[register + 1]];
    const rows = chosen.filter((line) => line >= from && line < to).map((line) => line - from);
    if (source === undefined || rows.length === 0) return [];
    return source.table.columns.flatMap((column) => {
      const number = numberIn(column, settings.moneyDecimals);
      return number === null ? [] : columnChange(source, { id: column.id, rows, number });
    });
  });
}

interface TextColumn {
  readonly id: string;
  readonly rows: readonly number[];
  readonly number: (text: string) => Cell;
}

function columnChange({ cells, columns }: Source, { id, rows, number }: TextColumn): Change[] {
  const index = columns.get(id);
  if (index === undefined) return [];
  const typed = cells.column(index);
  const texts = rows.flatMap((row) => {
    const cell = typed[row];
    return typeof cell === "string" && cell !== "" ? [{ row, cell: number(cell) }] : [];
  });
  if (texts.length === 0) return [];
  const numbers = { header: cells.headers[index], cells: texts.map(({ cell }) => cell) };
  return [{ do: "stamp", table: cells.name, rows: texts.map(({ row }) => row), columns: [numbers] }];
}
