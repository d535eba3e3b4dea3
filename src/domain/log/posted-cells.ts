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

/** A column of rows of one register, as the log keeps them; a blank cell is null. */
export interface PostedColumn {
  readonly id: string;
  readonly values: readonly (Value | null)[];
}

/**
 * Rows of one register: all its columns, and the places in them of the rows that are meant, in their order.
 */
export interface RowsAt {
  readonly columns: readonly PostedColumn[];
  readonly at: readonly number[];
}

/** What the log tells beside rows, of their items for one: as members of a JSON object; "" = nothing. */
export type ToldBeside = (rows: RowsAt) => string;

/** What rows say in one column, as texts; "" = blank. */
export function textsAt({ columns, at }: RowsAt, id: string): readonly string[] {
  const values = columns.find((column) => column.id === id)?.values;
  return at.map((row) => String(values?.[row] ?? ""));
}

const NOTHING_BESIDE: ToldBeside = () => "";

/** Of which register texts of the log are, what they tell beside rows, and how many letters they take. */
export interface TextsAsked {
  readonly table: string;
  readonly columns: readonly PostedColumn[];
  readonly beside?: ToldBeside | undefined;
  readonly most?: number;
}

/**
 * Makes the texts of the log that tell some rows of a register, given their places: as many rows in each as a
 * cell takes with what is told beside them; the columns that any of them fills, then the rows in their order,
 * blank cells null. A row too long for a cell stands alone.
 */
export function postedTexts(asked: TextsAsked): (at: readonly number[]) => readonly string[] {
  const { columns, beside = NOTHING_BESIDE, most = MOST_LETTERS } = asked;
  const headOf = heads(asked.table);
  const textOf = (at: readonly number[]): string => {
    const filled = filledColumns(columns, at);
    const rows = at.map((row) => JSON.stringify(filled.map(({ values }) => values[row]))).join(",");
    const more = beside({ columns, at });
    return `${headOf(filled)}${rows}]${more === "" ? "" : ","}${more}}`;
  };
  const texts = (at: readonly number[]): readonly string[] => {
    const text = textOf(at);
    if (text.length <= most || at.length < 2) return [text];
    const half = at.length >> 1;
    return [...texts(at.slice(0, half)), ...texts(at.slice(half))];
  };
  return texts;
}

/** The columns that any of the rows fills: those of the first, then what each of the others adds. */
function filledColumns(columns: readonly PostedColumn[], at: readonly number[]): readonly PostedColumn[] {
  const own = (row: number): readonly PostedColumn[] => columns.filter(({ values }) => values[row] !== null);
  return at.length === 1 ? own(at[0]) : [...new Set(at.flatMap(own))];
}

/**
 * The beginning of a text, up to its first row: most documents fill the columns that the one before filled.
 */
function heads(table: string): (filled: readonly PostedColumn[]) => string {
  let last: readonly PostedColumn[] = [];
  let head = headText(table, last);
  return (filled) => {
    if (filled.length !== last.length || filled.some((column, i) => column !== last[i])) {
      last = filled;
      head = headText(table, filled);
    }
    return head;
  };
}

function headText(table: string, filled: readonly PostedColumn[]): string {
  const ids = filled.map(({ id }) => id);
  return `{"table":${JSON.stringify(table)},"columns":${JSON.stringify(ids)},"rows":[`;
}

/** The rows that a text of the log tells; null where it tells none. */
export function rowsIn(text: string): PostedRows | null {
  const { table, columns, rows } = partsOf(text);
  if (typeof table !== "string" || !Array.isArray(columns) || !Array.isArray(rows)) return null;
  return { table, rows: rows.map((row: unknown) => cellsOf(columns.map(String), row)) };
}

/** The members of a text of the log that is a list; none where it is no JSON list. */
export function listIn(text: string): readonly unknown[] {
  const said = parsed(text);
  return Array.isArray(said) ? said : [];
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
