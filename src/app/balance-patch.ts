import type { ReportRow } from "../domain/reports/report";
import type { Cell, Change, ColumnCells, TableCells } from "../workbook/port";
import { derivedColumns } from "../write/derived";
import type { Hand } from "../write/hand";
import type { RegisterPlace } from "../write/line-stamps";

/** What tells the rows of a small balance table apart: the ids of columns. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  stockBalances: ["item", "warehouse", "batch"],
  partnerBalances: ["partner"],
};

/** The changes that bring a balance table up to date, and how many of its cells were not. */
export interface BalancePatch {
  readonly changes: readonly Change[];
  readonly cells: number;
}

/** A balance table as it stands, and the columns as they are to stand, in the order of new rows. */
interface Balances {
  readonly name: string;
  readonly there: readonly ColumnCells[];
  readonly count: number;
  readonly wanted: readonly ColumnCells[];
  /** Headers that tell rows apart. */
  readonly keys: readonly string[];
}

/**
 * Brings a balance table up to date row by row: rows stay where a user's sorting put them, new ones come
 * after the last, those that are no more go.
 */
export function balancePatch(
  hand: Hand,
  place: RegisterPlace,
  { cells, rows }: { readonly cells: TableCells; readonly rows: readonly ReportRow[] },
): BalancePatch {
  const wanted = derivedColumns(hand, place, rows);
  const keyIds = KEYS[place.table.id] ?? [];
  const keys = wanted
    .filter((_, i) => keyIds.includes(place.table.columns[i].id))
    .map(({ header }) => header);
  const there = wanted.map(({ header }) => {
    const index = cells.headers.indexOf(header);
    return { header, cells: index < 0 ? [] : cells.column(index) };
  });
  return patchOf({ name: cells.name, there, count: cells.rowCount, wanted, keys }, rows.length);
}

function patchOf(balances: Balances, wantedCount: number): BalancePatch {
  const { name, there, count, wanted, keys } = balances;
  const places = new Map(rowKeys(wanted, keys, wantedCount).map((key, row) => [key, row]));
  const found = rowKeys(there, keys, count).map((key) => {
    const row = places.get(key) ?? -1;
    places.delete(key);
    return row;
  });
  const gone = found.flatMap((to, row) => (to < 0 ? [row] : []));
  const stale = found.flatMap((to, row) => (to >= 0 && countDiffering(balances, row, to) > 0 ? [row] : []));
  const fresh = [...places.values()].sort((a, b) => a - b);
  const changes: Change[] = [];
  const expect = (rows: readonly number[]) => ({ key: null, columns: picked(there, rows) });
  if (stale.length > 0) {
    const columns = picked(
      wanted,
      stale.map((row) => found[row]),
    );
    changes.push({ do: "stamp", table: name, rows: stale, columns, expect: expect(stale) });
  }
  if (fresh.length > 0)
    changes.push({ do: "append", table: name, count: fresh.length, columns: picked(wanted, fresh) });
  if (gone.length > 0) changes.push({ do: "remove", table: name, rows: gone, expect: expect(gone) });
  const cells =
    stale.reduce((sum, row) => sum + countDiffering(balances, row, found[row]), 0) +
    filled(wanted, fresh) +
    filled(there, gone);
  return { changes, cells };
}

function rowKeys(columns: readonly ColumnCells[], keys: readonly string[], count: number): readonly string[] {
  const parts = columns.filter(({ header }) => keys.includes(header));
  return Array.from({ length: count }, (_, row) =>
    parts.map(({ cells }) => String(textOf(cells[row] ?? null))).join("\u001f"),
  );
}

function textOf(cell: Cell): string | number | boolean {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}

function countDiffering({ there, wanted }: Balances, row: number, to: number): number {
  return wanted.filter(({ cells }, i) => !isSame(there[i].cells[row] ?? null, cells[to] ?? null)).length;
}

function picked(columns: readonly ColumnCells[], rows: readonly number[]): readonly ColumnCells[] {
  return columns.map(({ header, cells }) => ({ header, cells: rows.map((row) => cells[row] ?? null) }));
}

function filled(columns: readonly ColumnCells[], rows: readonly number[]): number {
  return columns.reduce((sum, { cells }) => sum + rows.filter((row) => (cells[row] ?? "") !== "").length, 0);
}

/** A CSV book holds its numbers as text; a text of no letters is a blank cell once it is written. */
export function isSame(shown: Cell, wanted: Cell): boolean {
  return (shown ?? "") === (wanted ?? "") || (typeof wanted === "number" && shown === String(wanted));
}
