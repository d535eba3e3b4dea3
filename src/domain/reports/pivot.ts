import type { PivotField } from "./pivot-fields";
import { type Groups, oneGroup, refined, sumsOf } from "./pivot-groups";

/** What a pivot is made of: columns of the same lines; measures in smallest units. */
export interface PivotRequest {
  readonly count: number;
  readonly rows: readonly PivotField[];
  readonly columns: readonly PivotField[];
  readonly measures: readonly Float64Array[];
}

/**
 * One row: `labels` of the row fields it stands for (all of them a detail, fewer a subtotal, none the grand
 * total); `cells` by column and measure, NaN where no line falls there; `totals` by measure.
 */
export interface PivotRow {
  readonly labels: readonly string[];
  readonly cells: Float64Array;
  readonly totals: Float64Array;
}

/**
 * A pivot: which columns occur, as the labels of the column fields, and the rows, subtotals after what they
 * sum.
 */
export interface Pivot {
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly PivotRow[];
}

/** Groups by one field after the other, coarsest first; the first groups nothing. */
function levelsOf(fields: readonly PivotField[]): readonly Groups[] {
  const levels = [oneGroup()];
  for (const { codes, labels } of fields)
    levels.push(refined(levels[levels.length - 1], codes, labels.length));
  return levels;
}

/** The labels that each group of each level stands for. */
function labelsOf(
  levels: readonly Groups[],
  fields: readonly PivotField[],
): readonly (readonly string[][])[] {
  const labels: (readonly string[][])[] = [[[]]];
  fields.forEach(({ labels: own }, i) => {
    const { above, code } = levels[i + 1];
    labels.push(Array.from(code, (label, group) => [...labels[i][above[group]], own[label]]));
  });
  return labels;
}

function emptyRows(labels: readonly (readonly string[])[], cells: number, measures: number): PivotRow[] {
  return labels.map((own) => ({
    labels: own,
    cells: new Float64Array(cells).fill(NaN),
    totals: new Float64Array(measures),
  }));
}

function add(cells: Float64Array, cell: number, value: number): void {
  cells[cell] = Number.isNaN(cells[cell]) ? value : cells[cell] + value;
}

/** Adds the details' cells and totals up into the rows above them. */
function sumUp(from: readonly PivotRow[], above: Int32Array, into: readonly PivotRow[]): void {
  from.forEach(({ cells, totals }, group) => {
    const to = into[above[group]];
    for (let cell = 0; cell < cells.length; cell++) {
      if (!Number.isNaN(cells[cell])) add(to.cells, cell, cells[cell]);
    }
    for (let measure = 0; measure < totals.length; measure++) to.totals[measure] += totals[measure];
  });
}

/** Details in order, each group's subtotal after its last, the grand total at the end. */
function inOrder(levels: readonly Groups[], rows: readonly (readonly PivotRow[])[]): readonly PivotRow[] {
  const listed: PivotRow[] = [];
  const list = (level: number, group: number): void => {
    listed.push(rows[level][group]);
    const { above, count } = levels[level];
    const isLast = group + 1 === count || above[group + 1] !== above[group];
    if (level > 0 && isLast) list(level - 1, above[group]);
  };
  const finest = levels.length - 1;
  for (let group = 0; group < levels[finest].count; group++) list(finest, group);
  return listed.length > 0 ? listed : rows[0];
}

/** Fills the details' rows with the sums of their cells. */
function fill(details: readonly PivotRow[], cells: Groups, measures: readonly Float64Array[]): void {
  measures.forEach((measure, m) => {
    const sums = sumsOf(cells, measure);
    for (let cell = 0; cell < cells.count; cell++) {
      const { cells: own, totals } = details[cells.above[cell]];
      add(own, cells.code[cell] * measures.length + m, sums[cell]);
      totals[m] += sums[cell];
    }
  });
}

/**
 * Groups lines by row and column fields and sums their measures: details in the order of their labels, after
 * each group its subtotal, the grand total last, all exact. One pass a field over whole numbers, then one
 * over the cells.
 */
export function pivot({ count, rows, columns, measures }: PivotRequest): Pivot {
  const rowLevels = levelsOf(rows);
  const columnLevels = levelsOf(columns);
  const finest = rowLevels.length - 1;
  const across = columnLevels[columnLevels.length - 1];
  const labels = labelsOf(rowLevels, rows);
  const sums = labels.map((own) => emptyRows(own, across.count * measures.length, measures.length));
  if (count > 0) fill(sums[finest], refined(rowLevels[finest], across.ofLine, across.count), measures);
  for (let level = finest; level > 0; level--) sumUp(sums[level], rowLevels[level].above, sums[level - 1]);
  const named = columns.length === 0 ? [] : labelsOf(columnLevels, columns)[columns.length];
  return { columns: named, rows: inOrder(rowLevels, sums) };
}
