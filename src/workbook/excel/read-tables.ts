import type { Course, TableCells } from "../port";
import { cellsGotThrough } from "./answer-room";
import { type Block, blocksOf, type Budget, firstWithin, fullBudget, halved, split } from "./blocks";
import { mayBeError } from "./cell-values";
import type { ExcelSide } from "./excel-side";
import { inExcel } from "./in-excel";
import { type Outline, outlinesOf } from "./outlines";
import { type BodyRows, tableCells } from "./table-body";
import { isTooLarge } from "./trouble-of";

/**
 * The bodies of tables in two round trips, more where they are large: their outlines, then as many rows at
 * once as the host gives; after a refusal half as many.
 */
export async function readTables(
  side: ExcelSide,
  names: readonly string[],
  course: Course | undefined,
): Promise<readonly TableCells[]> {
  const found = await inExcel(side, course, (context) => outlinesOf(context, names));
  const pieces = await readBodies(side, found, course);
  return found.map((outline, i) => tableCells(outline, pieces[i]));
}

/** The rows of the bodies of tables, by table, in the order of their rows. */
export async function readBodies(
  side: ExcelSide,
  tables: readonly Outline[],
  course: Course | undefined,
): Promise<readonly (readonly BodyRows[])[]> {
  const pieces: BodyRows[][] = tables.map(() => []);
  let budget = fullBudget;
  let left: readonly Block[] = tables.flatMap(({ bodyRows, headers }, table) =>
    blocksOf(table, { rows: bodyRows, columns: headers.length }, budget),
  );
  const all = cellsOf(left);
  while (left.length > 0) {
    const now = firstWithin(left, budget);
    try {
      const read = await inExcel(side, course, (context) => readBlocks(context, tables, now));
      cellsGotThrough(side, cellsOf(now));
      now.forEach((block, i) => pieces[block.table].push(read[i]));
      left = left.slice(now.length);
      course?.progress?.(1 - cellsOf(left) / all);
    } catch (thrown) {
      budget = smallerBudget(thrown, budget);
      left = fitted(left, budget);
    }
  }
  return pieces;
}

function cellsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { cells }) => sum + cells, 0);
}

/** Half the budget after it was too much at once; anything else, and what cannot be less, is thrown. */
export function smallerBudget(thrown: unknown, budget: Budget): Budget {
  const less = isTooLarge(thrown) ? halved(budget) : null;
  if (less === null) throw thrown;
  return less;
}

/** Blocks of which each is within the budget. */
function fitted(blocks: readonly Block[], budget: Budget): readonly Block[] {
  const isLarge = (block: Block): boolean =>
    block.count > 1 && (block.cells > budget.cells || block.count > budget.rows);
  const halves = blocks.flatMap((block) => (isLarge(block) ? split(block) : [block]));
  return halves.some(isLarge) ? fitted(halves, budget) : halves;
}

/** Rows of the bodies, in the order of the blocks; the types of values only where a text may be an error. */
async function readBlocks(
  context: Excel.RequestContext,
  tables: readonly Outline[],
  blocks: readonly Block[],
): Promise<readonly BodyRows[]> {
  const tableOf = (block: Block): Excel.Table => context.workbook.tables.getItem(tables[block.table].name);
  const ranges = blocks.map((block) => rowsIn(tableOf(block), block).load("values,rowIndex"));
  await context.sync();
  const values = ranges.map((range) => rowsOf(range));
  const doubtful = blocks.map((block, i) => {
    const mayErr = values[i].some((row) => row.some(mayBeError));
    return mayErr ? rowsIn(tableOf(block), block).load("valueTypes") : null;
  });
  if (doubtful.some((range) => range !== null)) await context.sync();
  return blocks.map(({ from }, i) => {
    const width = tables[blocks[i].table].headers.length;
    const top = ranges[i].rowIndex - from;
    return { from, top, values: values[i], errors: errorsIn(doubtful[i]?.valueTypes ?? [], { from, width }) };
  });
}

/** Above five million cells Excel may answer null instead of an error. */
function rowsOf(range: Excel.Range): readonly (readonly unknown[])[] {
  const values: unknown = range.values;
  if (!Array.isArray(values)) throw new TooManyCells();
  return range.values;
}

/** Excel gave nothing where there were cells. */
class TooManyCells extends Error {
  readonly code = "ResponsePayloadSizeLimitExceeded";
}

function errorsIn(
  types: readonly (readonly string[])[],
  { from, width }: { readonly from: number; readonly width: number },
): ReadonlySet<number> {
  const errors = new Set<number>();
  types.forEach((row, i) =>
    row.forEach((type, column) => {
      if (type === "Error") errors.add((from + i) * width + column);
    }),
  );
  return errors;
}

/** So many rows of a table's body from one (0-based) on, in full width; also such as lie behind its end. */
export function rowsIn(
  table: Excel.Table,
  { from, count }: { readonly from: number; readonly count: number },
): Excel.Range {
  const first = table.getDataBodyRange().getRow(0);
  return first.getOffsetRange(from, 0).getResizedRange(count - 1, 0);
}
