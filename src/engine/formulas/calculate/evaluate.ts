import type { Area } from "../../address";
import { cellName } from "../../address";
import { Bits } from "../../bits";
import { sameCell } from "../../cell";
import { isGrid } from "../values/grid";
import type { Operand } from "../values/grid";
import type { Scalar } from "../values/scalar";
import type { Reason } from "../compile/program";
import type { World } from "../world";
import { inDependencyOrder } from "./components";
import type { Graph, Stage } from "./graph";
import { rowsRead } from "./reach";
import { outputOf } from "./runs";
import type { Run } from "./runs";
import { keyOf } from "./binding";
import { fillBlock, shown, spill } from "./spread";
import type { ChangedRows } from "./spread";

/** What a calculation has done so far. */
export interface Tally {
  /** Cells with a formula that were calculated. */
  count: number;
  /** Spills that have another size now: what reads their cells must be found anew. */
  readonly resized: { readonly run: Run; readonly changed: ChangedRows }[];
  /** By sheet and cell: where a spill would go that something is in the way of. */
  readonly blocked: Map<string, Area>;
  /** Spills that read what they filled: they stay a single 0, or the circle would close and open for ever. */
  readonly circles: Set<string>;
}

/** Calculates the dirty rows of runs, in an order in which each comes after what it reads. */
export class Evaluation {
  private readonly graph: Graph;
  private readonly world: World;
  private readonly tally: Tally;

  constructor(graph: Graph, world: World, tally: Tally) {
    this.graph = graph;
    this.world = world;
    this.tally = tally;
  }

  /** Goes through all stages once. */
  run(): void {
    for (const stage of this.graph.stages) {
      if (stage.runs.some(({ dirty }) => dirty.size > 0)) this.stage(stage);
    }
  }

  private stage({ runs, way }: Stage): void {
    if (way === "cells") {
      this.cellByCell(runs);
      return;
    }
    const [run] = runs;
    const { dirty } = run;
    if (way === "down") dirty.addRange(dirty.next(0), run.to + 1);
    if (way === "up") dirty.addRange(run.from, dirty.last() + 1);
    const changed = new Bits();
    const first = way === "up" ? run.to : dirty.next(0);
    for (let row = first; row >= run.from; row = way === "up" ? row - 1 : dirty.next(row + 1)) {
      if (dirty.has(row)) this.cell(run, row, changed);
    }
    this.finish(run, changed);
  }

  /** What reads the changed cells is to be calculated too. */
  private finish(run: Run, changed: Bits): void {
    run.dirty.clear();
    if (changed.size > 0) this.graph.mark({ sheet: run.sheet, column: run.column, rows: changed }, run);
  }

  /** One cell, all that it reads being known. */
  private cell(run: Run, row: number, changed: Bits): void {
    const { world } = this;
    const trouble = troubleOf(run, world) ?? missing(run, row);
    world.sheet = run.sheet;
    world.row = row;
    world.column = run.column;
    if (this.isKnownCircle(run, row)) {
      this.circle(run, row, changed);
      return;
    }
    if (trouble !== null) {
      this.forget(run, row, { trouble, changed });
      return;
    }
    run.unknown.remove(row);
    run.reasons.delete(row);
    this.tally.count++;
    const result = run.program.evaluate(world);
    if (this.fillsSeveral(run, row, result)) this.spread(run, row, result);
    else this.store(run, row, { value: single(result), changed });
  }

  private isKnownCircle({ spills, sheet, column }: Run, row: number): boolean {
    return spills && this.tally.circles.size > 0 && this.tally.circles.has(keyOf(sheet, row, column));
  }

  private fillsSeveral({ block, spills, sheet, column }: Run, row: number, result: Operand): boolean {
    if (block !== null) return true;
    if (!spills) return false;
    const isLarge = isGrid(result) && result.rows * result.columns > 1;
    return isLarge || this.tally.blocked.has(keyOf(sheet, row, column));
  }

  private store(
    run: Run,
    row: number,
    { value, changed }: { readonly value: Scalar; readonly changed: Bits },
  ): void {
    if (sameCell(run.sheet.cell(row, run.column), value)) return;
    run.sheet.store(row, run.column, value);
    changed.add(row);
  }

  /** A value that may be wrong now, and cannot be worked out, is no longer shown. */
  private forget(
    run: Run,
    row: number,
    { trouble, changed }: { readonly trouble: Reason; readonly changed: Bits },
  ): void {
    run.unknown.add(row);
    run.reasons.set(row, trouble);
    this.store(run, row, { value: null, changed });
    changed.add(row);
  }

  private spread(run: Run, row: number, result: Operand): void {
    const { tally, world, graph } = this;
    const { block, sheet, column: left } = run;
    const isFixed = block !== null && !run.spills;
    const spread = isFixed
      ? fillBlock(sheet, block, result)
      : spill(world.workbook, { sheet, row, column: left, block }, result);
    const key = keyOf(sheet, row, left);
    if (spread.blockedAt === null) tally.blocked.delete(key);
    else tally.blocked.set(key, spread.blockedAt);
    for (const [column, rows] of spread.changed) graph.mark({ sheet, column, rows }, run);
    const before = block ?? { top: row, bottom: row, left, right: left };
    const isResized = !isFixed && !sameArea(before, spread.area);
    if (isResized || spread.blockedAt !== null) tally.resized.push({ run, changed: spread.changed });
  }

  /** Runs that read one another, row by row: each cell after those it reads; cells in a circle are 0. */
  private cellByCell(runs: readonly Run[]): void {
    const cells = new CellNumbers(runs);
    for (const run of runs) run.dirty.addRange(run.from, run.to + 1);
    const changes = new Map(runs.map((run) => [run, new Bits()] as const));
    inDependencyOrder({ count: cells.count, precedents: (cell) => cells.precedents(cell) }, (group) => {
      const isCircle = group.length > 1 || cells.readsItself(group[0]);
      for (const cell of group) {
        const { run, row } = cells.place(cell);
        const changed = changes.get(run) ?? new Bits();
        if (isCircle) this.circle(run, row, changed);
        else this.cell(run, row, changed);
      }
    });
    for (const [run, changed] of changes) this.finish(run, changed);
    for (const run of runs) run.dirty.clear();
  }

  private circle(run: Run, row: number, changed: Bits): void {
    run.unknown.remove(row);
    run.reasons.set(row, { code: "circular", what: cellName(row, run.column) });
    if (run.block !== null) {
      this.tally.circles.add(keyOf(run.sheet, row, run.column));
      this.spread(run, row, 0);
    } else this.store(run, row, { value: 0, changed });
  }
}

function single(result: Operand): Scalar {
  return shown(isGrid(result) ? result.at(0, 0) : result);
}

function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** Why no formula of the run can be calculated. */
function troubleOf({ program }: Run, { custom, moment }: World): Reason | null {
  if (program.trouble !== null) return program.trouble;
  if (program.isTimed && moment === null) return { code: "moment", what: "TODAY" };
  const foreign = program.calls.find((name) => custom?.has(name) !== true);
  return foreign === undefined ? null : { code: "function", what: foreign };
}

/** The first cell that is read and not known. */
function missing(run: Run, row: number): Reason | null {
  for (const writer of run.precedents) {
    if (writer.unknown.size === 0) continue;
    const cell = unknownRead(run, row, writer);
    if (cell !== null) return { code: "reads", what: cell };
  }
  return null;
}

function unknownRead(run: Run, row: number, writer: Run): string | null {
  for (const read of run.program.reads) {
    if (read.sheet !== writer.sheet || writer.column < read.left || writer.column > read.right) continue;
    const { from, to } = rowsRead(read, row);
    const found = writer.unknown.next(Math.max(from, 0));
    if (found >= 0 && found <= to) return `${writer.sheet.name}!${cellName(found, writer.column)}`;
  }
  return null;
}

/** The cells of some runs, numbered from 0. A spill or an array formula counts as its first cell. */
class CellNumbers {
  readonly count: number;
  private readonly runs: readonly Run[];
  private readonly starts: readonly number[];

  constructor(runs: readonly Run[]) {
    this.runs = runs;
    let count = 0;
    this.starts = runs.map(({ from, to }) => {
      const start = count;
      count += to - from + 1;
      return start;
    });
    this.count = count;
  }

  place(cell: number): { readonly run: Run; readonly row: number } {
    let index = this.starts.length - 1;
    while (this.starts[index] > cell) index--;
    return { run: this.runs[index], row: this.runs[index].from + cell - this.starts[index] };
  }

  *precedents(cell: number): Iterable<number> {
    const { run, row } = this.place(cell);
    for (const read of run.program.reads) {
      const { from, to } = rowsRead(read, row);
      for (const [index, writer] of this.runs.entries()) {
        const output = outputOf(writer);
        if (read.sheet !== writer.sheet || output.left > read.right || output.right < read.left) continue;
        const [top, bottom] = [Math.max(from, output.top), Math.min(to, output.bottom)];
        const isBlock = writer.block !== null;
        if (isBlock && top <= bottom) yield this.starts[index];
        for (let at = top; at <= bottom && !isBlock; at++) yield this.starts[index] + at - writer.from;
      }
    }
  }

  readsItself(cell: number): boolean {
    for (const precedent of this.precedents(cell)) if (precedent === cell) return true;
    return false;
  }
}
