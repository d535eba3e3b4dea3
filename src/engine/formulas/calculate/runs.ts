import { areaName } from "../../address";
import type { Area } from "../../address";
import { Bits } from "../../bits";
import type { Column } from "../../column";
import { mapReferences } from "../../formula-references";
import type { Sheet } from "../../sheet";
import type { Table } from "../../table";
import type { Program, Read, Reason } from "../compile/program";

/** Formulas below one another in one column that are the same but for the row in which they stand. */
export interface Piece {
  readonly from: number;
  /** The last row. */
  readonly to: number;
  /** The formula as it reads in every row, relative rows told as distances. */
  readonly key: string;
  readonly spills: boolean;
  /** The array formula's or the spill's cells; such a piece is a single row. */
  readonly block: Area | null;
}

/** A piece made ready to be calculated. */
export interface Run extends Piece {
  readonly sheet: Sheet;
  readonly column: number;
  readonly program: Program;
  /** Cells where something must not stand in the way of a spill. */
  readonly watched: readonly Read[];
  /** Its number in the graph. */
  index: number;
  /** Runs whose cells it reads. */
  precedents: readonly Run[];
  /** Rows to be calculated. */
  readonly dirty: Bits;
  /** Rows whose value is not known, and why where that is not the same for all. */
  readonly unknown: Bits;
  readonly reasons: Map<number, Reason>;
}

/** The cells that a run fills. */
export function outputOf({ block, column, from, to }: Run): Area {
  return block ?? { top: from, bottom: to, left: column, right: column };
}

interface Known {
  readonly revision: number;
  readonly blocks: string;
  readonly pieces: readonly Piece[];
}

/** Finds the pieces of columns, and keeps them while the formulas of the column stay. */
export class Pieces {
  private readonly known = new WeakMap<Column, Known>();

  /** The pieces of a column in the order of their rows; rows that are named stand alone. */
  of(sheet: Sheet, column: number, alone: readonly number[] = []): readonly Piece[] {
    const there = sheet.column(column);
    const areas = sheet.blocks.filter(({ left }) => left === column);
    const blocks = [...areas.map(areaName), ...alone].join();
    const known = this.known.get(there);
    if (known?.revision === there.formulaRevision && known.blocks === blocks) return known.pieces;
    const pieces = findPieces(there, new Map(areas.map((area) => [area.top, area])), new Set(alone));
    this.known.set(there, { revision: there.formulaRevision, blocks, pieces });
    return pieces;
  }
}

function findPieces(
  column: Column,
  blocks: ReadonlyMap<number, Area>,
  alone: ReadonlySet<number>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = new Set<string>();
  for (const [row, text] of inRowOrder(column)) {
    const key = plain.has(text) ? text : keyOf(text, row);
    if (key === text) plain.add(text);
    const block = blocks.get(row) ?? null;
    const spills = column.spills(row);
    const piece: Piece = { from: row, to: row, key, spills, block };
    const last = pieces.at(-1);
    const isNext = last !== undefined && last.to === row - 1 && areAlike(last, piece);
    const isAlone = alone.has(row) || alone.has(row - 1);
    if (isNext && !isAlone) pieces[pieces.length - 1] = { ...last, to: row };
    else pieces.push(piece);
  }
  return pieces;
}

function areAlike(a: Piece, b: Piece): boolean {
  return a.key === b.key && a.spills === b.spills && a.block === null && b.block === null;
}

function inRowOrder(column: Column): Iterable<readonly [number, string]> {
  const all = [...column.formulaRows()];
  const isSorted = all.every(([row], i) => i === 0 || all[i - 1][0] < row);
  return isSorted ? all : all.sort(([a], [b]) => a - b);
}

/** What a formula must hold to read cells by their place. */
const mayName = /[A-Za-z]\$?\d|\$?\d+:\$?\d/;
/** What a formula says that follows the extent of a spill: it is looked up for each cell. */
const followsSpill = /#(?![A-Za-z])|ANCHORARRAY/i;

function keyOf(text: string, row: number): string {
  if (!mayName.test(text)) return text;
  const key = mapReferences(text, ({ cells }) =>
    cells
      .split(":")
      .map((corner) => relative(corner, row))
      .join(":"),
  );
  return followsSpill.test(text) ? `${key}@${row}` : key;
}

function relative(corner: string, row: number): string {
  const [, column = "", digits = ""] = /^(\$?[A-Za-z]*)(\d+)$/.exec(corner) ?? [];
  return digits === "" ? corner : `${column}[${Number(digits) - 1 - row}]`;
}

/** The parts of a piece that lie in one table or in none, with that table. */
export function splitByTables(
  piece: Piece,
  tables: readonly Table[],
): readonly (readonly [Piece, Table | null])[] {
  const parts: (readonly [Piece, Table | null])[] = [];
  let from = piece.from;
  for (const table of [...tables].sort((a, b) => a.area.top - b.area.top)) {
    const { top, bottom } = table.area;
    if (bottom < from || top > piece.to) continue;
    if (top > from) parts.push([{ ...piece, from, to: top - 1 }, null]);
    const to = Math.min(bottom, piece.to);
    parts.push([{ ...piece, from: Math.max(top, from), to }, table]);
    from = to + 1;
  }
  if (from <= piece.to) parts.push([{ ...piece, from }, null]);
  return parts;
}

/** A run of nothing yet calculated. */
export function runOf(piece: Piece, place: Pick<Run, "sheet" | "column" | "program" | "watched">): Run {
  return {
    ...piece,
    ...place,
    index: 0,
    precedents: [],
    dirty: new Bits(),
    unknown: new Bits(),
    reasons: new Map(),
  };
}
