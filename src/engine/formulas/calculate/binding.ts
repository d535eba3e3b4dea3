import type { Area } from "../../address";
import { areaName, cellName } from "../../address";
import type { Sheet } from "../../sheet";
import type { Table } from "../../table";
import type { Workbook } from "../../workbook";
import { compileFormula } from "../compile/compile";
import type { Mode } from "../compile/compile";
import type { Program, Read } from "../compile/program";
import { Pieces, runOf, splitByTables } from "./runs";
import type { Piece, Run } from "./runs";

/** Where a piece stands, and the cells its spill would fill were nothing in the way. */
interface Place {
  readonly sheet: Sheet;
  readonly column: number;
  readonly table: Table | null;
  readonly wanted: Area | null;
}

/** Makes the formulas of a workbook ready, and again those that a change of its tables and names concerns. */
export class Binding {
  private readonly workbook: Workbook;
  private readonly pieces = new Pieces();
  private programs = new Map<string, Program>();
  /** The programs before a change of what formulas mean; null while that stays. */
  private before: ReadonlyMap<string, Program> | null = null;
  private shape = "";
  private places = "";

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The runs of the workbook; null where nothing has changed that they depend on. */
  bind(blocked: ReadonlyMap<string, Area>): readonly Run[] | null {
    const shape = shapeOf(this.workbook);
    const places = formulasOf(this.workbook) + JSON.stringify([...blocked]);
    if (shape === this.shape && places === this.places) return null;
    if (shape !== this.shape) {
      this.before = this.shape === "" ? null : this.programs;
      this.programs = new Map();
    }
    this.shape = shape;
    this.places = places;
    const runs = this.workbook.sheets.flatMap((sheet) => this.runsOn(sheet, blocked));
    this.before = null;
    return runs;
  }

  private runsOn(sheet: Sheet, blocked: ReadonlyMap<string, Area>): readonly Run[] {
    const runs: Run[] = [];
    const tables = this.workbook.tablesOn(sheet);
    for (let column = 0; column < sheet.columnCount; column++) {
      if (!sheet.column(column).hasFormulas) continue;
      const near = tables.filter(({ area }) => column >= area.left && column <= area.right);
      const alone = blockedRows(blocked, sheet, column);
      for (const piece of this.pieces.of(sheet, column, alone)) {
        for (const [part, table] of splitByTables(piece, near)) {
          const wanted = alone.includes(part.from)
            ? (blocked.get(keyOf(sheet, part.from, column)) ?? null)
            : null;
          runs.push(this.runAt(part, { sheet, column, table, wanted }));
        }
      }
    }
    return runs;
  }

  private runAt(piece: Piece, { sheet, column, table, wanted }: Place): Run {
    const mode: Mode = piece.block !== null || piece.spills ? "many" : "one";
    const key = [sheet.name, column, table?.name ?? "", mode, piece.key].join("\n");
    const known = this.programs.get(key);
    const home = { workbook: this.workbook, sheet, row: piece.from, column, table };
    const program = known ?? compileFormula(sheet.formula(piece.from, column) ?? "", home, mode);
    this.programs.set(key, program);
    const watched = piece.spills ? watchedBy(piece, { sheet, column, wanted }) : [];
    const run = runOf(piece, { sheet, column, program, watched });
    const isNew = this.before !== null && this.before.get(key)?.shape !== program.shape;
    if (isNew) run.dirty.addRange(run.from, run.to + 1);
    markUnknown(run);
    return run;
  }
}

/** Under which a cell that cannot spill is known. */
export function keyOf(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name}!${cellName(row, column)}`;
}

function blockedRows(blocked: ReadonlyMap<string, Area>, sheet: Sheet, column: number): readonly number[] {
  const rows = [...blocked.values()].filter(({ left }) => left === column).map(({ top }) => top);
  return rows.filter((row) => blocked.has(keyOf(sheet, row, column)));
}

/** A formula without a value has not been calculated yet. */
function markUnknown({ sheet, column, from, to, dirty }: Run): void {
  const cells = sheet.column(column);
  for (let row = from; row <= to; row++) if (cells.get(row) === null) dirty.add(row);
}

/** The cells of a spill, and those it would fill, but for the formula's own. */
function watchedBy({ from, block }: Piece, { sheet, column, wanted }: Omit<Place, "table">): readonly Read[] {
  return [block, wanted].flatMap((area) => {
    if (area === null) return [];
    const fixed = (row: number) => ({ row, moves: false });
    const beside = { sheet, left: column + 1, right: area.right, top: fixed(from), bottom: fixed(from) };
    const below = {
      sheet,
      left: column,
      right: area.right,
      top: fixed(from + 1),
      bottom: fixed(area.bottom),
    };
    return [...(area.right > column ? [beside] : []), ...(area.bottom > from ? [below] : [])];
  });
}

/** What formulas mean depends on these: sheets, tables, names, and how far spills reach. */
function shapeOf(workbook: Workbook): string {
  const sheets = workbook.sheets.map(({ name, blocks }) => [name, blocks.map(areaName)]);
  const tables = workbook
    .tables()
    .map((table) => [
      table.name,
      table.sheet.name,
      areaName(table.area),
      [table.hasHeader, table.hasTotals],
      table.headers,
    ]);
  return JSON.stringify([sheets, tables, workbook.names]);
}

/** Where formulas stand, and in which state of change. */
function formulasOf({ sheets }: Workbook): string {
  let text = "";
  for (const [place, sheet] of sheets.entries()) {
    for (let index = 0; index < sheet.columnCount; index++) {
      const column = sheet.column(index);
      if (column.formulaRevision > 0) text += `${place}.${index}.${column.formulaRevision},`;
    }
  }
  return text;
}
