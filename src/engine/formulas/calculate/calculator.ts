import type { Area } from "../../address";
import type { Bits } from "../../bits";
import type { Sheet } from "../../sheet";
import type { Workbook } from "../../workbook";
import { bareName } from "../compile/names";
import type { Reason } from "../compile/program";
import type { CalculationMoment, CustomFunctions } from "../world";
import { World } from "../world";
import { Binding } from "./binding";
import { Evaluation } from "./evaluate";
import type { Tally } from "./evaluate";
import { Graph } from "./graph";
import type { Run } from "./runs";
import { takeBackOrphans } from "./spread";

/** A formula whose value is not known here, and why. */
export interface NotEvaluated {
  readonly sheet: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly why: Reason;
}

/** What a calculation has done. */
export interface Recalculation {
  /** Cells with a formula that were calculated now. */
  readonly recalculated: number;
  /** All formulas of the workbook that cannot be calculated here, and those that read themselves. */
  readonly notEvaluated: readonly NotEvaluated[];
}

/** What a calculation is given; what is left out is as it was the last time. */
export interface CalculationSetting {
  /** Null where nobody knows the time: what asks for it is not calculated. */
  readonly moment?: CalculationMoment | null;
  readonly custom?: CustomFunctions | null;
  /** BCP 47: how TEXT names days and months. */
  readonly locale?: string;
}

/** A spill may move others, which move others; after so many rounds it ends. */
const mostRounds = 30;

/** Calculates the formulas of one workbook; keeps what it found out about them from one time to the next. */
export class Calculator {
  private readonly workbook: Workbook;
  private readonly world: World;
  private readonly binding: Binding;
  private graph: Graph | null = null;
  private readonly blocked = new Map<string, Area>();
  /** Blocks that are spills: they go with their formula. */
  private readonly spills = new WeakSet<Area>();
  private timed: number | null = null;
  /** The hidden rows of each sheet as they were the last time. */
  private readonly looks = new WeakMap<Sheet, Sheet["rowLooks"]>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.world = new World(workbook, workbook.sheets[0] ?? workbook.addSheet("Sheet1"));
    this.binding = new Binding(workbook);
  }

  /** Calculates what depends on cells that were written since the last time, and nothing else. */
  recalculate(setting: CalculationSetting = {}): Recalculation {
    this.take(setting);
    for (const sheet of this.workbook.sheets) takeBackOrphans(sheet, this.spills);
    const tally: Tally = { count: 0, resized: [], blocked: this.blocked, circles: new Set() };
    this.markWritten(this.bound());
    for (let round = 0; round < mostRounds; round++) {
      new Evaluation(this.bound(), this.world, tally).run();
      const resized = tally.resized.splice(0);
      if (resized.length === 0 || round === mostRounds - 1) break;
      const graph = this.bound();
      for (const { run, changed } of resized) {
        for (const [column, rows] of changed)
          graph.mark({ sheet: run.sheet, column, rows }, sameRun(graph, run));
      }
    }
    this.forgetWritten();
    return { recalculated: tally.count, notEvaluated: this.notEvaluated() };
  }

  /** Results of these functions of the host (all where none is named) may be others now: call them again. */
  callAgain(names?: readonly string[]): void {
    const wanted = names?.map(bareName);
    for (const run of this.bound().runs) {
      const { sheet, column, from, to, program } = run;
      const isCalled = program.calls.some((name) => wanted?.includes(name) ?? true);
      if (isCalled) sheet.column(column).unseen.addRange(from, to + 1);
    }
  }

  private take({ moment, custom, locale }: CalculationSetting): void {
    if (moment !== undefined) this.world.moment = moment;
    if (locale !== undefined) this.world.locale = locale;
    if (custom === undefined || custom === this.world.custom) return;
    this.world.custom = custom;
    this.callAgain();
  }

  /** The graph as the formulas stand now. */
  private bound(): Graph {
    const bound = this.binding.bind(this.blocked);
    if (bound === null && this.graph !== null) return this.graph;
    const graph = new Graph(bound ?? []);
    for (const { runs, way } of graph.stages) if (way === "cells") runs.forEach(markWhole);
    for (const { block, spills } of graph.runs) if (block !== null && spills) this.spills.add(block);
    for (const run of this.graph?.runs ?? []) markCircles(graph, run);
    this.graph = graph;
    return graph;
  }

  private markWritten(graph: Graph): void {
    let isWritten = false;
    for (const sheet of this.workbook.sheets) {
      this.markHiding(graph, sheet);
      for (let column = 0; column < sheet.columnCount; column++) {
        const rows = sheet.column(column).unseen;
        if (rows.size > 0) markColumn(graph, { sheet, column, rows });
        isWritten ||= rows.size > 0;
      }
    }
    if (isWritten) for (const run of graph.runs) if (run.program.readsAnything) markWhole(run);
    const now = this.world.moment?.nowSerial ?? null;
    if (now === this.timed) return;
    this.timed = now;
    for (const run of graph.runs) if (run.program.isTimed) markWhole(run);
  }

  /** Rows were hidden or shown: what leaves out hidden rows is calculated anew. */
  private markHiding(graph: Graph, sheet: Sheet): void {
    const known = this.looks.get(sheet);
    this.looks.set(sheet, sheet.rowLooks);
    const isAsBefore = known === undefined ? sheet.touchedLooks.size === 0 : known === sheet.rowLooks;
    if (isAsBefore) return;
    for (const run of graph.runs) {
      const isConcerned =
        run.program.seesHiddenRows && run.program.reads.some((read) => read.sheet === sheet);
      if (isConcerned) markWhole(run);
    }
  }

  private forgetWritten(): void {
    for (const sheet of this.workbook.sheets) {
      for (let column = 0; column < sheet.columnCount; column++) {
        const { unseen } = sheet.column(column);
        if (unseen.size > 0) unseen.clear();
      }
    }
  }

  private notEvaluated(): readonly NotEvaluated[] {
    return (this.graph?.runs ?? []).flatMap(({ sheet, column, reasons }) =>
      [...reasons].map(([row, why]) => ({ sheet: sheet.name, row, column, why })),
    );
  }
}

function markColumn(
  graph: Graph,
  written: { readonly sheet: Sheet; readonly column: number; readonly rows: Bits },
): void {
  graph.mark(written, null);
  for (const run of graph.runsIn(written.sheet, written.column)) {
    const { rows } = written;
    for (let row = rows.next(run.from); row >= 0 && row <= run.to; row = rows.next(row + 1))
      run.dirty.add(row);
  }
}

/** Cells that were in a circle may be so no more. */
function markCircles(graph: Graph, { sheet, column, reasons }: Run): void {
  for (const [row, { code }] of reasons) {
    const now = code === "circular" ? graph.runsIn(sheet, column) : [];
    for (const run of now) if (row >= run.from && row <= run.to) run.dirty.add(row);
  }
}

function markWhole(run: Run): void {
  run.dirty.addRange(run.from, run.to + 1);
}

/** The run that stands in the place of one of an earlier graph. */
function sameRun(graph: Graph, { sheet, column, from }: Run): Run | null {
  return graph.runsIn(sheet, column).find((run) => run.from === from) ?? null;
}

const calculators = new WeakMap<Workbook, Calculator>();

/** The calculator of a workbook; made when it is first asked for. */
export function calculatorOf(workbook: Workbook): Calculator {
  const known = calculators.get(workbook) ?? new Calculator(workbook);
  calculators.set(workbook, known);
  return known;
}

/** Calculates what depends on cells that were written since the last time. */
export function recalculate(workbook: Workbook, setting: CalculationSetting = {}): Recalculation {
  return calculatorOf(workbook).recalculate(setting);
}
