import type { Language } from "../domain/kernel/title";
import { columnNamed, folded, tableById, tableNamed } from "../registers/names";
import type { Cell, TableCells } from "../workbook/port";
import { decodeText } from "./cells/text";

const settings = tableById("settings");
const NAMES = ["language", "语言"];

function text(cell: Cell): string {
  const read = decodeText(cell);
  return typeof read === "string" ? read : "";
}

function column(cells: TableCells, id: string): readonly string[] {
  const index = cells.headers.findIndex((header) => columnNamed(settings, header)?.id === id);
  return index < 0 ? [] : cells.column(index).map(text);
}

/** What the settings table says of the language, "" where nothing. */
function said(tables: readonly TableCells[]): string {
  const cells = tables.find((table) => tableNamed(table.name) === settings);
  if (cells === undefined) return "";
  const row = column(cells, "key").findIndex((key) => NAMES.includes(folded(key)));
  return folded(column(cells, "value")[row] ?? "");
}

/** The language a book is in: what its settings say, else what its tables are called, else Chinese. */
export function bookLanguage(tables: readonly TableCells[]): Language {
  const language = said(tables);
  if (["en-us", "英文", "english"].includes(language)) return "en-US";
  if (language !== "") return "zh-CN";
  const known = tables.filter(({ sheet }) => tableNamed(sheet) !== null);
  const chinese = known.some(({ sheet }) => tableNamed(sheet)?.title.zh === sheet);
  const english = known.some(({ sheet }) => tableNamed(sheet)?.title.en === sheet);
  return english && !chinese ? "en-US" : "zh-CN";
}
