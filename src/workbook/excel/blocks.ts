/** How many cells go over the wire at once, and how many rows a block has; halved where that is too much. */
export interface Budget {
  readonly cells: number;
  readonly rows: number;
}

/** Excel on the web takes 5 MB a message, some twelve bytes a cell. */
export const fullBudget: Budget = { cells: 240_000, rows: 20_000 };

/** Half as much at once; null where it is so little already that it cannot be that. */
export function halved({ cells, rows }: Budget): Budget | null {
  return cells < 64 ? null : { cells: cells >> 1, rows: Math.max(rows >> 1, 1) };
}

/** Rows of one table that go together. */
export interface Block {
  /** Which of the tables. */
  readonly table: number;
  readonly from: number;
  readonly count: number;
  readonly cells: number;
}

/** How many rows and columns a table has. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** The blocks of one table that are still to go, from a row on. */
export function blocksOf(table: number, { rows, columns }: Extent, budget: Budget): Block[] {
  const most = Math.max(1, Math.min(budget.rows, Math.floor(budget.cells / Math.max(columns, 1))));
  const blocks: Block[] = [];
  for (let from = 0; from < rows; from += most) {
    const count = Math.min(most, rows - from);
    blocks.push({ table, from, count, cells: count * columns });
  }
  return blocks;
}

/** The first of a list whose cells are within the budget; at least one. */
export function firstWithin<T extends { readonly cells: number }>(list: readonly T[], budget: Budget): T[] {
  let cells = 0;
  const end = list.findIndex((each, i) => {
    cells += each.cells;
    return i > 0 && cells > budget.cells;
  });
  return list.slice(0, end < 0 ? list.length : end);
}

/** A block as two; one of a single row stays whole. */
export function split(block: Block): readonly Block[] {
  if (block.count < 2) return [block];
  const count = block.count >> 1;
  const width = block.cells / block.count;
  return [
    { ...block, count, cells: count * width },
    { ...block, from: block.from + count, count: block.count - count, cells: (block.count - count) * width },
  ];
}

/** Rows that follow each other. */
export interface Run {
  readonly from: number;
  readonly count: number;
}

/** Rows as runs, in the order given; rows that do not follow each other are runs of their own. */
export function runsOf(rows: readonly number[], most = Infinity): Run[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && row === last.from + last.count && last.count < most) last.count++;
    else runs.push({ from: row, count: 1 });
  }
  return runs;
}
