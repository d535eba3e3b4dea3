import { columnName } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";
import type { Choices } from "../port";

const longest = 255;
const listSheet = "_lists";

/**
 * What a list validation chooses from, as Excel writes it. A short list of words stands in the rule itself;
 * a longer one, or a column of a table, is reached through a name of the workbook.
 */
export function choiceFormula(book: Workbook, choices: Choices): string {
  if ("table" in choices)
    return named(book, `list_${choices.table}_${choices.header}`, columnFormula(choices));
  const literal = choices.words.join(",");
  const isShort = literal.length <= longest && !choices.words.some((word) => word.includes(","));
  return isShort
    ? `"${literal.replaceAll('"', '""')}"`
    : named(book, "list_words", wordList(book, choices.words));
}

/** A structured reference; the characters that mean something in it are marked with a quote. */
function columnFormula({ table, header }: Extract<Choices, { readonly table: string }>): string {
  return `${table}[${header.replace(/['#@[\]]/g, "'$&")}]`;
}

function wordList(book: Workbook, words: readonly string[]): string {
  const sheet = book.sheet(listSheet) ?? book.addSheet(listSheet);
  sheet.visibility = "hidden";
  const same = findWords(sheet, words);
  const column = same >= 0 ? same : sheet.columnCount;
  if (same < 0) words.forEach((word, row) => sheet.write(row, column, word));
  const letters = columnName(column);
  return `${listSheet}!$${letters}$1:$${letters}$${String(words.length)}`;
}

function findWords(sheet: Sheet, words: readonly string[]): number {
  for (let column = 0; column < sheet.columnCount; column++) {
    const isSame = words.every((word, row) => sheet.cell(row, column) === word);
    if (isSame && sheet.cell(words.length, column) === null) return column;
  }
  return -1;
}

/** The name that stands for the formula; made, and made different from the others, where it is missing. */
function named(book: Workbook, wish: string, formula: string): string {
  const there = book.names.find((name) => name.formula === formula && name.sheet === null);
  if (there !== undefined) return there.name;
  const base = wish.replace(/[^\p{L}\p{N}_.]/gu, "_");
  const taken = new Set(book.names.map(({ name }) => name.toLowerCase()));
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}_${String(n)}`;
  book.names.push({ name, formula, sheet: null, hidden: false });
  return name;
}
