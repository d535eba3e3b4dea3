import type { Bits } from "../../bits";
import type { Read, RowEnd } from "../compile/program";

/** Rows, both ends included. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

const rowAt = ({ row, moves }: RowEnd, at: number): number => (moves ? at + row : row);

/** The rows that a formula in row `at` reads. */
export function rowsRead({ top, bottom }: Read, at: number): Rows {
  const one = rowAt(top, at);
  const other = rowAt(bottom, at);
  return one <= other ? { from: one, to: other } : { from: other, to: one };
}

/** The rows that the formulas of a run read, all together. */
export function rowsReadByRun(read: Read, { from, to }: Rows): Rows {
  const [first, last] = [rowsRead(read, from), rowsRead(read, to)];
  return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
}

/** Marks the rows of a run that read one of the changed rows. */
export function markReaders(read: Read, run: Rows & { readonly dirty: Bits }, changed: Bits): void {
  const { top, bottom } = read;
  if (run.dirty.size === run.to - run.from + 1) return;
  if (!top.moves && !bottom.moves) markAll(read, run, changed);
  else if (top.moves && bottom.moves) markMoving(read, run, changed);
  else markGrowing(read, run, changed);
}

type Target = Rows & { readonly dirty: Bits };

function markAll(read: Read, run: Target, changed: Bits): void {
  const { from, to } = rowsRead(read, 0);
  const row = changed.next(from);
  if (row >= 0 && row <= to) run.dirty.addRange(run.from, run.to + 1);
}

function markMoving({ top, bottom }: Read, run: Target, changed: Bits): void {
  const [nearest, furthest] = [Math.min(top.row, bottom.row), Math.max(top.row, bottom.row)];
  const last = run.to + furthest;
  for (
    let row = changed.next(Math.max(0, run.from + nearest));
    row >= 0 && row <= last;
    row = changed.next(row + 1)
  ) {
    const from = Math.max(run.from, row - furthest);
    const to = Math.min(run.to, row - nearest);
    if (from === to) run.dirty.add(from);
    else run.dirty.addRange(from, to + 1);
  }
}

/** One end stays, the other moves with the formula: `A$1:A5`. */
function markGrowing({ top, bottom }: Read, run: Target, changed: Bits): void {
  const fixed = top.moves ? bottom.row : top.row;
  const offset = top.moves ? top.row : bottom.row;
  const below = changed.next(fixed);
  if (below >= 0) run.dirty.addRange(Math.max(run.from, below - offset), run.to + 1);
  const first = changed.next(0);
  if (first < 0 || first > fixed) return;
  let last = first;
  for (let row = first; row >= 0 && row <= fixed; row = changed.next(row + 1)) last = row;
  run.dirty.addRange(run.from, Math.min(run.to, last - offset) + 1);
}
