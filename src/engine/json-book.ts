import type { Cell } from "./cell";
import { isCellError } from "./cell";
import { EngineError, type FaultPlace } from "./engine-error";
import { sheetCells } from "./sheet-cells";
import { standAlone } from "./stand-alone";
import type { Table } from "./table";
import { Workbook } from "./workbook";

/** Reads a JSON book: `{ "<table>": [ { "<header>": value } ] }`, each table on a sheet of its own. */
export function openJson(text: string): Workbook {
  return fromTables(parse(text));
}

/**
 * The same from JSON that is parsed already. Headers come in the order in which rows first name them;
 * null, "" and a missing key are a blank cell; numbers and decimal strings stay as they are.
 */
export function fromTables(tables: unknown): Workbook {
  const workbook = new Workbook();
  for (const [name, rows] of entriesOf(tables)) {
    const table = readTable(name, rows);
    workbook.adopt(table.sheet);
    workbook.addTable(table);
  }
  return workbook;
}

function parse(text: string): unknown {
  if (text.trim() === "") throw new EngineError("unreadable", "the file is empty");
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (cause) {
    throw new EngineError("unreadable", "not JSON", faultIn(text, cause));
  }
}

/** The row in which JSON breaks off, where the parser says at which character. */
function faultIn(text: string, cause: unknown): FaultPlace {
  const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
  return position === undefined ? {} : { row: text.slice(0, Number(position)).split("\n").length };
}

function entriesOf(tables: unknown): readonly (readonly [string, unknown])[] {
  if (typeof tables !== "object" || tables === null || Array.isArray(tables)) {
    throw new EngineError("unreadable", "a JSON book is an object of tables");
  }
  return Object.entries(tables);
}

function readTable(name: string, rows: unknown): Table {
  if (!Array.isArray(rows)) throw new EngineError("unreadable", "not a list of rows", { table: name });
  const gathered = new Gathered(name, rows.length);
  rows.forEach((row: unknown, index) => {
    if (!isRecord(row)) {
      throw new EngineError("unreadable", "not an object", { table: name, row: index + 1 });
    }
    gathered.addRow(row, index);
  });
  return standAlone({ name, headers: gathered.headers, columns: gathered.columns, rowCount: rows.length });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Rows turned into columns. Most rows name the same keys in the same order, so each key is first sought
 * there.
 */
class Gathered {
  readonly headers: string[] = [];
  readonly columns: Cell[][] = [];
  private readonly places = new Map<string, number>();
  private readonly name: string;
  private readonly rowCount: number;

  constructor(name: string, rowCount: number) {
    this.name = name;
    this.rowCount = rowCount;
  }

  addRow(row: Readonly<Record<string, unknown>>, index: number): void {
    let expected = 0;
    for (const key of Object.keys(row)) {
      const place = this.headers[expected] === key ? expected : this.place(key);
      this.columns[place][index] = this.cell(row[key], index, key);
      expected = place + 1;
    }
  }

  private place(key: string): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.headers.push(key) - 1;
    this.places.set(key, place);
    this.columns.push(blanks(this.rowCount));
    return place;
  }

  private cell(value: unknown, index: number, key: string): Cell {
    if (typeof value === "string") return value === "" ? null : value;
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (value === null || value === undefined) return null;
    const place = { table: this.name, row: index + 1, column: key };
    throw new EngineError("unreadable", "not a single value", place);
  }
}

/** Pushed one by one, so that the array has no holes. */
function blanks(count: number): Cell[] {
  const cells: Cell[] = [];
  for (let i = 0; i < count; i++) cells.push(null);
  return cells;
}

/**
 * Writes a JSON book: one row a line, blanks left out but in a table's first row, which names every column.
 * A sheet without a table (a report) is written like one, its first row below titles as headers. Errors
 * become their text.
 */
export function saveJson(workbook: Workbook): string {
  const tables = sheetCells(workbook).map(({ name, headers, columns, rowCount }) => {
    const keys = headers.map((header) => `${JSON.stringify(header)}:`);
    const rows: string[] = [];
    for (let row = 0; row < rowCount; row++) rows.push(rowText(keys, columns, row));
    return `${JSON.stringify(name)}:[${rows.length === 0 ? "" : `\n${rows.join(",\n")}\n`}]`;
  });
  return `{${tables.length === 0 ? "" : `\n${tables.join(",\n")}\n`}}\n`;
}

function rowText(keys: readonly string[], columns: readonly (readonly Cell[])[], row: number): string {
  let text = "";
  for (let i = 0; i < keys.length; i++) {
    const cell = columns[i]?.[row] ?? null;
    if (cell !== null || row === 0) text += `${text === "" ? "" : ","}${keys[i] ?? ""}${valueText(cell)}`;
  }
  return `{${text}}`;
}

function valueText(cell: Cell): string {
  return JSON.stringify(isCellError(cell) ? cell.error : cell);
}
