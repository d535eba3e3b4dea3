import Papa from "papaparse";
import type { Cell } from "./cell";
import { isCellError } from "./cell";
import { EngineError } from "./engine-error";
import { sheetCells } from "./sheet-cells";
import type { WrittenTable } from "./sheet-cells";
import { standAlone } from "./stand-alone";
import type { Table } from "./table";
import { Workbook } from "./workbook";

/** How a file stood when it was opened: an unchanged table is written back byte for byte. */
interface Origin {
  readonly file: string;
  readonly text: string;
  readonly revision: number;
  readonly newline: string;
  readonly separator: string;
  /** Decimals below zero that stood without a quote, by the header of their column. */
  readonly bare: ReadonlyMap<string, ReadonlySet<string>>;
}

const origins = new WeakMap<Table, Origin>();
/** What a spreadsheet would take for a formula. */
const marked = /^[=+\-@'\t\r]/;
/** A decimal below zero is harmless where it was read without a quote: it is a number, as far as we know. */
const decimal = /^-\d+(\.\d+)?$/;

/** What stands between cells: what the header row has most of, a comma, a semicolon or a tab. */
function separatorOf(text: string): string {
  const [header] = text.replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
  const count = (separator: string): number => header.split(separator).length;
  return [";", "\t"].reduce((most, each) => (count(each) > count(most) ? each : most), ",");
}

/**
 * Reads a book from the CSV files of a folder (file name → text): `<table>.csv` becomes a table of that name.
 * Every cell is text, a blank one null; a `'` that guards a leading = + - @ ' TAB CR is taken away.
 */
export function openCsvFolder(files: ReadonlyMap<string, string>): Workbook {
  const workbook = new Workbook();
  for (const [file, text] of files) {
    if (!/\.csv$/i.test(file)) continue;
    const table = openFile(file, text);
    workbook.adopt(table.sheet);
    workbook.addTable(table);
  }
  return workbook;
}

function openFile(file: string, text: string): Table {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const separator = separatorOf(plain);
  const parsed = Papa.parse<string[]>(plain, { delimiter: separator });
  const quotes = parsed.errors.find((error) => error.type === "Quotes");
  if (quotes !== undefined) {
    throw new EngineError("unreadable", "a quotation mark out of place", {
      part: file,
      row: (quotes.row ?? 0) + 1,
    });
  }
  const [headers = [], ...rows] = withoutBlankLines(parsed.data);
  const name = file.slice(0, -4);
  const columns = toColumns(file, headers.length, rows);
  const table = standAlone({ name, headers: headers.map(unguarded), columns, rowCount: rows.length });
  const stood = { file, text, revision: table.revision, newline: parsed.meta.linebreak, separator };
  origins.set(table, { ...stood, bare: bareDecimals(table.headers, rows) });
  return table;
}

/** A table of one column may well hold blank rows: there only the end of the file is no row. */
function withoutBlankLines(lines: readonly string[][]): readonly string[][] {
  const isBlank = (line: readonly string[]): boolean => line.length === 1 && line[0] === "";
  if ((lines[0]?.length ?? 0) > 1) return lines.filter((line) => !isBlank(line));
  const last = lines.at(-1);
  return last !== undefined && isBlank(last) ? lines.slice(0, -1) : lines;
}

function toColumns(file: string, width: number, rows: readonly string[][]): Cell[][] {
  const columns = Array.from({ length: width }, (): Cell[] => []);
  rows.forEach((row, index) => {
    if (row.length > width) {
      throw new EngineError("unreadable", "more cells than headers", { part: file, row: index + 2 });
    }
    columns.forEach((column, i) => column.push(readCell(row[i] ?? "")));
  });
  return columns;
}

function bareDecimals(headers: readonly string[], rows: readonly string[][]): Origin["bare"] {
  const found = new Map(headers.map((header) => [header, new Set<string>()]));
  for (const row of rows) {
    headers.forEach((header, i) => {
      const text = row[i] ?? "";
      if (text.startsWith("-") && decimal.test(text)) found.get(header)?.add(text);
    });
  }
  return found;
}

function readCell(text: string): Cell {
  return text === "" ? null : unguarded(text);
}

function unguarded(text: string): string {
  return text.startsWith("'") && marked.test(text.slice(1)) ? text.slice(1) : text;
}

/** Writes the book as CSV files (file name → text); a sheet without a table is written under its own name. */
export function saveCsvFolder(workbook: Workbook): Map<string, string> {
  const files = new Map<string, string>();
  for (const written of sheetCells(workbook)) {
    const origin = written.table === null ? undefined : origins.get(written.table);
    const isKept = origin !== undefined && origin.revision === written.table?.revision;
    files.set(origin?.file ?? `${written.name}.csv`, isKept ? origin.text : csvText(written, origin));
  }
  return files;
}

function csvText({ headers, columns, rowCount }: WrittenTable, origin: Origin | undefined): string {
  const { newline, separator } = origin ?? { newline: "\r\n", separator: "," };
  const bare = headers.map((header) => origin?.bare.get(header) ?? NONE);
  const line = (cells: readonly Cell[], known: (at: number) => ReadonlySet<string>): string =>
    cells.map((cell, at) => quoted(fieldText(cell, known(at)), separator)).join(separator);
  const lines = [line(headers, () => NONE)];
  for (let row = 0; row < rowCount; row++) {
    const cells = columns.map((column) => column[row] ?? null);
    lines.push(line(cells, (at) => bare[at] ?? NONE));
  }
  return `${origin?.text.startsWith("\uFEFF") === true ? "\uFEFF" : ""}${lines.join(newline)}${newline}`;
}

const NONE: ReadonlySet<string> = new Set();

function fieldText(cell: Cell, bare: ReadonlySet<string>): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const text = isCellError(cell) ? cell.error : cell;
  return marked.test(text) && !bare.has(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
