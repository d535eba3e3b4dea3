import type { StandingRow } from "../domain/log/differences";
import type { Value } from "../domain/log/posted-cells";
import { rowsOf, sifted, type StandingColumns } from "../domain/log/standing";
import type { Cell, TableCells } from "../workbook/port";
import { type PlainReading, plainCells } from "./plain-cells";
import type { Source } from "./source";

/**
 * Columns that say nothing by themselves (marks, names of codes) or that later documents move: the log does
 * not keep them with a row. Status and number it keeps apart.
 */
const UNKEPT: ReadonlySet<string> = new Set(
  "draft partnerName itemName spec executed open cost book difference status number".split(" "),
);

/** Columns by which a row is known. */
const NAMING: ReadonlySet<string> = new Set(["rowId", "number", "status"]);

/** Of fewer rows than one in so many each is asked for by itself. */
const SPARSE = 8;

/** How the rows of a register are read, and which of them: 0-based, null = all. */
export interface StandingReading extends PlainReading {
  readonly rows: readonly number[] | null;
}

/** The rows of a register as the log keeps them, those that bear a rowId or a status. */
export function standingColumns(source: Source, reading: StandingReading): StandingColumns {
  const standing = wholeColumns(source, reading);
  const { rowId, status } = standing;
  return sifted(standing, (at) => rowId[at] !== "" || status[at] !== "draft");
}

/** The same of all rows, those too of which the log has nothing to tell. */
export function wholeRows(source: Source, reading: StandingReading): StandingRow[] {
  return rowsOf(wholeColumns(source, reading));
}

function wholeColumns(source: Source, reading: StandingReading): StandingColumns {
  const { table, cells } = source;
  const rows = reading.rows ?? Array.from({ length: cells.rowCount }, (_, row) => row);
  const said = new Map<string, readonly (Value | null)[]>();
  for (const [id, index] of source.columns) {
    const isWanted = NAMING.has(id) || !UNKEPT.has(id);
    const column = isWanted ? table.columns.find((each) => each.id === id) : undefined;
    if (column === undefined) continue;
    const decode = plainCells(table, column, reading);
    said.set(id, valuesOf(cells, { index, rows }, decode));
  }
  const text = (id: string, blank: string): readonly string[] =>
    said.get(id)?.map((value) => String(value ?? "") || blank) ?? rows.map(() => blank);
  return {
    ...{ table: table.id, rows: rows.map((row) => row + 1) },
    ...{ rowId: text("rowId", ""), number: text("number", ""), status: text("status", "draft") },
    kept: [...said].filter(([id]) => !UNKEPT.has(id)).map(([id, values]) => ({ id, values })),
  };
}

interface ColumnPart {
  readonly index: number;
  readonly rows: readonly number[];
}

/** What some rows say in a column; a cell like the one above says the same. */
function valuesOf(cells: TableCells, { index, rows }: ColumnPart, decode: Decode): readonly (Value | null)[] {
  const all = rows.length * SPARSE < cells.rowCount ? null : cells.column(index);
  let above: Cell = null;
  let said: Value | null = null;
  return rows.map((row) => {
    const cell = (all === null ? cells.column(index, row, row + 1)[0] : all[row]) ?? null;
    if (cell !== above) said = saidIn(cell, decode);
    above = cell;
    return said;
  });
}

type Decode = ReturnType<typeof plainCells>;

function saidIn(cell: Cell, decode: Decode): Value | null {
  const value = cell === null || cell === "" ? null : decode(cell);
  return typeof value === "object" && value !== null ? asIs(cell) : value;
}

/** What cannot be read stands as it is. */
function asIs(cell: Cell): Value {
  return typeof cell === "object" ? (cell?.error ?? "") : cell;
}
