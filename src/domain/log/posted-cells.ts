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

/** What the log tells beside rows: of their items, for one. Named parts of a text. */
export type ToldBeside = (rows: readonly PostedCells[]) => object;

const NOTHING_BESIDE: ToldBeside = () => ({});

/**
 * Rows as texts of the log, as many rows in each as a cell takes with what is told beside them: the columns
 * that any of them fills, then the rows in their order, blank cells null. A row too long for a cell stands
 * alone.
 */
export function textsOf(told: PostedRows, beside = NOTHING_BESIDE, most = MOST_LETTERS): readonly string[] {
  const { table, rows } = told;
  const text = textOf(told, beside(rows));
  if (text.length <= most || rows.length < 2) return [text];
  const half = rows.length >> 1;
  return [rows.slice(0, half), rows.slice(half)].flatMap((part) =>
    textsOf({ table, rows: part }, beside, most),
  );
}

function textOf({ table, rows }: PostedRows, beside: object): string {
  const columns = columnsOf(rows);
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  return JSON.stringify({ table, columns, rows: values, ...beside });
}

function columnsOf(rows: readonly PostedCells[]): readonly string[] {
  if (rows.length === 1) return Object.keys(rows[0]);
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
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
