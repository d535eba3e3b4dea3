import { documentTypes } from "../../src/domain/documents/index";
import { type Ledgers, ledgersOf } from "../../src/domain/posting/ledgers";
import type { RegisterView } from "../../src/domain/reports/register-view";
import { readBook } from "../../src/read/read-book";
import { tableById } from "../../src/registers/names";
import type { Cell, TableCells } from "../../src/workbook/port";

/** A table as it is typed: column ids, then a line a row, cells apart by blanks; `-` = a blank cell. */
export type Sheet = string;

const REGISTERS = ["purchases", "sales", "stock", "payments"];

/** What a posted row bears besides what a test types. */
function stamped(id: string, rows: readonly Row[]): readonly Row[] {
  if (!REGISTERS.includes(id)) return rows;
  const lines = new Map<string, number>();
  return rows.map((row, i) => {
    const number = textOf(row["number"]);
    const line = (lines.get(number) ?? 0) + 1;
    lines.set(number, line);
    return { line: String(line), rowId: `${id}-${String(i + 1).padStart(4, "0")}`, status: "posted", ...row };
  });
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(sheet: Sheet): readonly Row[] {
  const [headers = [], ...rows] = sheet
    .split("\n")
    .map((text) => text.trim().split(/\s+/))
    .filter((cells) => cells[0] !== "");
  return rows.map((cells) => {
    const row: Record<string, string> = {};
    headers.forEach((header, i) => {
      const cell = cells[i] ?? "-";
      if (cell !== "-") row[header] = cell;
    });
    return row;
  });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function cellOf(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function cellsOf(id: string, rows: readonly Row[]): TableCells {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const column = (index: number): readonly Cell[] => rows.map((row) => cellOf(row[headers[index]]));
  return { name: id, sheet: id, headers, rowCount: rows.length, firstRow: 2, column };
}

function viewOf(tables: ReadonlyMap<string, readonly Row[]>): RegisterView {
  const columns: RegisterView["columns"] = (table) => tableById(table).columns;
  return {
    columns,
    text: (table, column) => {
      if (!columns(table).some(({ id }) => id === column)) return null;
      const rows = tables.get(table) ?? [];
      return (row) => textOf(rows[row]?.[column]);
    },
  };
}

/** Ledgers, and the texts of the tables they were made from. */
export interface LedgersWithTexts {
  readonly ledgers: Ledgers;
  readonly view: RegisterView;
}

/** The ledgers of a book given as rows by table id. */
export function ledgersOfRows(given: Readonly<Record<string, readonly Row[] | undefined>>): LedgersWithTexts {
  const tables = new Map(Object.entries(given).map(([id, rows]) => [id, rows ?? []]));
  const cells = [...tables].map(([id, rows]) => cellsOf(id, rows));
  const { value, findings } = readBook(cells, { types: documentTypes, strict: false });
  if (findings.length > 0) throw new Error(JSON.stringify(findings, null, 1));
  return { ledgers: ledgersOf(value.book), view: viewOf(tables) };
}

/**
 * The ledgers of a book typed as sheets, by table id, read by the real reader: rows are posted, with row ids
 * in their order, unless they say otherwise. A cell that cannot be read fails the test.
 */
export function typedBook(sheets: Readonly<Record<string, Sheet>>): LedgersWithTexts {
  const typed = Object.entries(sheets).map(([id, sheet]) => [id, stamped(id, rowsOf(sheet))] as const);
  return ledgersOfRows(Object.fromEntries(typed));
}

/** Sheets as they are typed, nothing added: drafts. */
export function tablesOf(sheets: Readonly<Record<string, Sheet>>): readonly TableCells[] {
  return Object.entries(sheets).map(([id, sheet]) => cellsOf(id, rowsOf(sheet)));
}
