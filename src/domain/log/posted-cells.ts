/** What a cell of a posted row holds, in JSON's form: days, times and words as texts. */
export type Value = string | number | boolean;

/** A posted row: its filled cells by the ids of their columns. */
export type PostedCells = Readonly<Partial<Record<string, Value>>>;

/** Rows of one register, by the table's id, as the log keeps them. */
export interface PostedRows {
  readonly table: string;
  readonly rows: readonly PostedCells[];
}

/** A cell of a workbook takes 32,767 letters: the rows of a longer document go into several. */
const MOST_LETTERS = 30_000;

/**
 * Rows as texts of the log, as many rows in each as a cell takes: the columns that any of them fills, then
 * the rows in their order, blank cells null. A row too long for a cell stands alone.
 */
export function textsOf({ table, rows }: PostedRows, most = MOST_LETTERS): readonly string[] {
  const text = textOf(table, rows);
  if (text.length <= most || rows.length < 2) return [text];
  const half = rows.length >> 1;
  return [rows.slice(0, half), rows.slice(half)].flatMap((part) => textsOf({ table, rows: part }, most));
}

function textOf(table: string, rows: readonly PostedCells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  return JSON.stringify({ table, columns, rows: values });
}

/** The rows that a text of the log tells; null where it tells none. */
export function rowsIn(text: string): PostedRows | null {
  const { table, columns, rows } = partsOf(text);
  if (typeof table !== "string" || !Array.isArray(columns) || !Array.isArray(rows)) return null;
  return { table, rows: rows.map((row: unknown) => cellsOf(columns.map(String), row)) };
}

/** The named parts of a text of the log; none where it is no JSON object. */
export function partsOf(text: string): Readonly<Partial<Record<string, unknown>>> {
  const said = text.startsWith("{") ? parsed(text) : null;
  return typeof said === "object" && said !== null ? { ...said } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cellsOf(columns: readonly string[], row: unknown): PostedCells {
  const values: readonly unknown[] = Array.isArray(row) ? row : [];
  const filled = columns.flatMap((column, i): [string, Value][] => {
    const value = values[i];
    return isValue(value) ? [[column, value]] : [];
  });
  return Object.fromEntries(filled);
}

function isValue(value: unknown): value is Value {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** One row as a text by which two are told apart: its filled cells in the order of their columns' ids. */
export function rowText(cells: PostedCells): string {
  const ids = Object.keys(cells).sort();
  return JSON.stringify(ids.map((id) => [id, cells[id]]));
}
