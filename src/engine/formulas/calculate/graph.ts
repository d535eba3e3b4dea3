import type { Area } from "../../address";
import { overlaps } from "../../address";
import type { Bits } from "../../bits";
import type { Sheet } from "../../sheet";
import type { Read } from "../compile/program";
import { inDependencyOrder } from "./components";
import { markReaders, rowsRead, rowsReadByRun } from "./reach";
import { outputOf } from "./runs";
import type { Run } from "./runs";

/** How the rows of a group of runs follow from one another. */
export type Way = "any" | "down" | "up" | "cells";

/** Runs that are calculated together, after all that they read. */
export interface Stage {
  readonly runs: readonly Run[];
  /** any: rows in any order; down, up: each row reads those before it; cells: cell by cell. */
  readonly way: Way;
}

/** Reads that reach over more columns than this are kept apart. */
const wide = 64;

interface Reader {
  readonly run: Run;
  readonly read: Read;
}

/** Which runs read which cells, and in which order they are calculated. */
export class Graph {
  readonly runs: readonly Run[];
  readonly stages: readonly Stage[];
  private readonly writers = new Map<Sheet, Map<number, Run[]>>();
  private readonly readers = new Map<Sheet, Map<number, Reader[]>>();
  private readonly wideReaders = new Map<Sheet, Reader[]>();

  constructor(runs: readonly Run[]) {
    this.runs = runs;
    runs.forEach((run, index) => {
      run.index = index;
      this.register(run);
    });
    for (const run of runs) run.precedents = this.findPrecedents(run);
    const stages: Stage[] = [];
    const precedents = (node: number): Iterable<number> => runs[node].precedents.map(({ index }) => index);
    inDependencyOrder({ count: runs.length, precedents }, (group) => {
      const members = group.map((index) => runs[index]);
      stages.push({ runs: members, way: wayOf(members) });
    });
    this.stages = stages;
  }

  /** The runs that fill cells of a column of the sheet. */
  runsIn(sheet: Sheet, column: number): readonly Run[] {
    return this.writers.get(sheet)?.get(column) ?? [];
  }

  /** Marks all that reads the changed rows of a column, but for one run. */
  mark(
    changed: { readonly sheet: Sheet; readonly column: number; readonly rows: Bits },
    but: Run | null,
  ): void {
    const { sheet, column, rows } = changed;
    for (const { run, read } of this.readers.get(sheet)?.get(column) ?? []) {
      if (run !== but) markReaders(read, run, rows);
    }
    for (const { run, read } of this.wideReaders.get(sheet) ?? []) {
      if (run !== but && column >= read.left && column <= read.right) markReaders(read, run, rows);
    }
  }

  private register(run: Run): void {
    const { left, right } = outputOf(run);
    for (let column = left; column <= right; column++) listAt(this.writers, run.sheet, column).push(run);
    for (const read of [...run.program.reads, ...run.watched]) this.registerRead({ run, read });
  }

  private registerRead(reader: Reader): void {
    const { sheet, left, right } = reader.read;
    if (right - left > wide) {
      const there = this.wideReaders.get(sheet) ?? [];
      there.push(reader);
      this.wideReaders.set(sheet, there);
      return;
    }
    for (let column = left; column <= right; column++) listAt(this.readers, sheet, column).push(reader);
  }

  private findPrecedents(run: Run): readonly Run[] {
    const found = new Set<Run>();
    for (const read of run.program.reads) {
      const columns = this.writers.get(read.sheet);
      if (columns === undefined) continue;
      const { from, to } = rowsReadByRun(read, run);
      const area: Area = { top: from, bottom: to, left: read.left, right: read.right };
      for (const writer of writersIn(columns, read)) if (overlaps(outputOf(writer), area)) found.add(writer);
    }
    return [...found];
  }
}

function* writersIn(columns: ReadonlyMap<number, readonly Run[]>, { left, right }: Read): Iterable<Run> {
  if (right - left <= columns.size) {
    for (let column = left; column <= right; column++) yield* columns.get(column) ?? [];
    return;
  }
  for (const [column, runs] of columns) if (column >= left && column <= right) yield* runs;
}

function listAt<Item>(lists: Map<Sheet, Map<number, Item[]>>, sheet: Sheet, column: number): Item[] {
  const columns = lists.get(sheet) ?? new Map<number, Item[]>();
  lists.set(sheet, columns);
  const list = columns.get(column) ?? [];
  columns.set(column, list);
  return list;
}

function wayOf([run, ...others]: readonly Run[]): Way {
  if (others.length > 0) return "cells";
  if (!run.precedents.includes(run)) return "any";
  const own = run.program.reads.filter((read) => readsItself(run, read));
  const isAt = (says: (read: Read, row: number) => boolean): boolean =>
    own.every((read) => says(read, run.from) && says(read, run.to));
  if (isAt((read, row) => rowsRead(read, row).to < row)) return "down";
  return isAt((read, row) => rowsRead(read, row).from > row) ? "up" : "cells";
}

function readsItself(run: Run, read: Read): boolean {
  if (read.sheet !== run.sheet) return false;
  const { from, to } = rowsReadByRun(read, run);
  return overlaps(outputOf(run), { top: from, bottom: to, left: read.left, right: read.right });
}
