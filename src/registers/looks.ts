import { titleIn, type Language, type Title } from "../domain/kernel/title";
import type { ColumnDefinition, ColumnKind, TableDefinition, Word } from "./definition";
import { tableById, tableName } from "./names";
import { yesNo } from "./words";

/** How a column of a new table looks: what the workbook port takes to create it. */
export interface Look {
  readonly header: string;
  readonly format: string | null;
  readonly width: number;
  readonly hidden: boolean;
  readonly grouped: boolean;
  readonly choices:
    { readonly words: readonly string[] } | { readonly table: string; readonly header: string } | null;
}

/**
 * In what language a new table is written, how many decimals money has, and which types of document there
 * are.
 */
export interface Looks {
  readonly language: Language;
  readonly moneyDecimals: number;
  readonly types: readonly { readonly title: Title; readonly register: string }[];
}

const FORMATS: Readonly<Record<ColumnKind, string | null>> = {
  code: "@",
  text: "@",
  word: "@",
  stamp: "@",
  flag: "@",
  day: "yyyy-mm-dd",
  time: "hh:mm:ss",
  quantity: null,
  price: "#,##0.00####",
  money: "#,##0.00",
  rate: null,
  whole: "0",
  number: null,
};

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  code: 12,
  text: 14,
  word: 12,
  stamp: 18,
  flag: 8,
  day: 12,
  time: 10,
  quantity: 12,
  price: 12,
  money: 14,
  rate: 8,
  whole: 8,
  number: 10,
};

/** The number format of a column of that kind; null = General. */
export function formatOf(kind: ColumnKind, moneyDecimals = 2): string | null {
  if (kind !== "money") return FORMATS[kind];
  return moneyDecimals === 0 ? "#,##0" : `#,##0.${"0".repeat(moneyDecimals)}`;
}

/**
 * How the columns of a new table look, in the order of its definition. Code columns choose from their
 * master's key.
 */
export function looks(table: TableDefinition, how: Looks): readonly Look[] {
  return table.columns.map((column) => ({
    header: titleIn(how.language, column.title),
    format: formatOf(column.kind, how.moneyDecimals),
    width: Math.max(column.width ?? WIDTHS[column.kind], shownWidth(titleIn(how.language, column.title)) + 4),
    hidden: column.hidden === true,
    grouped: column.grouped === true,
    choices: table.role === "derived" || column.computed === true ? null : choices(table, column, how),
  }));
}

/** How many characters wide a text shows; a Chinese one takes two. */
function shownWidth(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function choices(table: TableDefinition, column: ColumnDefinition, how: Looks): Look["choices"] {
  if (column.refersTo !== undefined) return keyOf(tableById(column.refersTo), how.language);
  if (table.role === "register" && column.id === "type") {
    const types = how.types.filter((type) => type.register === table.id);
    return types.length === 0 ? null : { words: types.map((type) => titleIn(how.language, type.title)) };
  }
  if (column.kind === "flag") return { words: wordsIn(how.language, yesNo) };
  return column.words === undefined ? null : { words: wordsIn(how.language, column.words) };
}

function keyOf(master: TableDefinition, language: Language): Look["choices"] {
  const key = master.columns.find((column) => column.key === true);
  if (key === undefined) throw new Error(`no key in ${master.id}`);
  return { table: tableName(master, language), header: titleIn(language, key.title) };
}

function wordsIn(language: Language, words: readonly Word[]): readonly string[] {
  return words.map((word) => titleIn(language, word.title));
}
