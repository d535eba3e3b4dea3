import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Desk } from "../../src/app/desk";
import type { Language } from "../../src/domain/kernel/title";
import { isCellError, type CellError } from "../../src/engine/cell";
import { fromTables } from "../../src/engine/json-book";
import type { Workbook } from "../../src/engine/workbook";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Row } from "../oracle/oracle-book";
import { deskAt } from "../support/posted";

/** A fact of a finding; two languages where the book's language makes the words. */
export type ExpectedFact = string | number | null | Readonly<Record<Language, string>>;

/**
 * A slip of ours in the figures, for what no book can bring about: so much more value on a move of the stock
 * ledger (on its layers too), what is open of a debt.
 */
export interface Slip {
  readonly move?: number;
  readonly value?: number;
  readonly layers?: boolean;
  readonly debt?: number;
  readonly open?: number;
}

/** The smallest book that brings a finding about, what is done with it, and where what is found. */
export interface FindingCase {
  readonly book: Readonly<Record<string, readonly Readonly<Record<string, Row[string] | CellError>>[]>>;
  readonly do: readonly (Readonly<Record<string, unknown>> & { readonly verb: string })[];
  readonly slip?: Slip;
  /** Codes that cannot but be found with it. */
  readonly beside?: readonly string[];
  readonly expect: {
    readonly table: string | null;
    readonly row: number;
    readonly column: string | null;
    readonly facts: Readonly<Record<string, ExpectedFact>>;
  };
}

/** The cases of this folder by their code: the file's name in capitals. */
export const cases: readonly (readonly [code: string, of: FindingCase])[] = readdirSync(__dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    const content = readFileSync(path.join(__dirname, name), "utf8");
    return [codeOf(name.slice(0, -5)), JSON.parse(content) as FindingCase];
  });

function codeOf(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

/** A good document of nobody in the case, with masters of its own. */
const neighbour: Readonly<Record<string, readonly Row[]>> = {
  items: [{ code: "9001" }],
  partners: [{ code: "9002" }],
  warehouses: [{ code: "9003" }],
  purchases: [
    {
      ...{ draft: "good", type: "RK", date: "2026-03-02", partner: "9002" },
      ...{ warehouse: "9003", item: "9001", qty: 1, price: 1 },
    },
  ],
};

/** The desk at the book of a case in a language, the neighbour's rows under its own. */
export function deskOf({ book }: FindingCase, language: Language): Desk {
  const settings = [{ key: "language", value: language }];
  const added = { ...neighbour, settings };
  const ids = new Set([...Object.keys(book), ...Object.keys(added)]);
  const rowsOf = (tables: FindingCase["book"], id: string) => tables[id] ?? [];
  const whole = Object.fromEntries([...ids].map((id) => [id, [...rowsOf(book, id), ...rowsOf(added, id)]]));
  return { ...deskAt({}), workbook: embeddedWorkbook(withErrors(whole)) };
}

/** JSON has no cells in error: they are left blank first and then written. */
function withErrors(book: FindingCase["book"]): Workbook {
  const blank = (cell: Row[string] | CellError): Row[string] => (isError(cell) ? null : cell);
  const plain = Object.entries(book).map(([id, rows]) => [id, rows.map((row) => mapped(row, blank))]);
  const workbook = fromTables(Object.fromEntries(plain));
  for (const [id, rows] of Object.entries(book)) {
    rows.forEach((row, i) => writeErrors(workbook, { id, row, i }));
  }
  return workbook;
}

function isError(cell: Row[string] | CellError): cell is CellError {
  return isCellError(cell ?? null);
}

function mapped<T, U>(row: Readonly<Record<string, T>>, of: (cell: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, of(cell)]));
}

function writeErrors(
  workbook: Workbook,
  {
    id,
    row,
    i,
  }: { readonly id: string; readonly row: FindingCase["book"][string][number]; readonly i: number },
): void {
  const table = workbook.table(id);
  for (const [column, cell] of Object.entries(row)) {
    if (table === null || !isError(cell)) continue;
    table.sheet.write(table.first + i, table.left + table.headers.indexOf(column), cell);
  }
}
