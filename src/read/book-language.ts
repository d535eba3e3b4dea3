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

const CALLED: ReadonlyMap<string, Language> = new Map([
  ...["en-us", "enus", "en", "english", "英文", "英语"].map((name) => [name, "en-US"] as const),
  ...["zh-cn", "zhcn", "zh", "chinese", "中文", "汉语"].map((name) => [name, "zh-CN"] as const),
]);

/** The language that people call so, by its code, half of it, or its name in either language; null = none. */
export function languageCalled(name: string): Language | null {
  return CALLED.get(folded(name)) ?? null;
}

/** The language a book is in: what its settings say, else what its tables are called, else Chinese. */
export function bookLanguage(tables: readonly TableCells[]): Language {
  const language = said(tables);
  const known = languageCalled(language);
  if (known !== null) return known;
  if (language !== "") return "zh-CN";
  const own = tables.filter(({ sheet }) => tableNamed(sheet) !== null);
  const chinese = own.some(({ sheet }) => tableNamed(sheet)?.title.zh === sheet);
  const english = own.some(({ sheet }) => tableNamed(sheet)?.title.en === sheet);
  return english && !chinese ? "en-US" : "zh-CN";
}
