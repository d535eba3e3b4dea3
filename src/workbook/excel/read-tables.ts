import type { Course, TableCells } from "../port";
import { cellsGotThrough } from "./answer-room";
import { type Block, blocksOf, type Budget, firstWithin, fullBudget, halved, split } from "./blocks";
import type { ExcelSide } from "./excel-side";
import { inExcel } from "./in-excel";
import { type Outline, outlinesOf } from "./outlines";
import { tableBody, type TableBody } from "./table-body";
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
  return readBodies(side, found, course);
}

/** The bodies of tables whose outlines are known, in that order. */
export async function readBodies(
  side: ExcelSide,
  tables: readonly Outline[],
  course: Course | undefined,
): Promise<readonly TableCells[]> {
  const bodies = tables.map(tableBody);
  let budget = fullBudget;
  let left: readonly Block[] = tables.flatMap(({ bodyRows, headers }, table) =>
    blocksOf(table, { rows: bodyRows, columns: headers.length }, budget),
  );
  const all = cellsOf(left);
  while (left.length > 0) {
    const now = firstWithin(left, budget);
    try {
      await inExcel(side, course, (context) => readBlocks(context, bodies, now));
      cellsGotThrough(side, cellsOf(now));
      left = left.slice(now.length);
      course?.progress?.(1 - cellsOf(left) / all);
    } catch (thrown) {
      budget = smallerBudget(thrown, budget);
      left = fitted(left, budget);
    }
  }
  return bodies.map((body) => body.cells());
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

/** Reads blocks into their bodies; the types of values only where a text may be an error. */
async function readBlocks(
  context: Excel.RequestContext,
  bodies: readonly TableBody[],
  blocks: readonly Block[],
): Promise<void> {
  const rangeOf = (block: Block): Excel.Range =>
    rowsIn(context.workbook.tables.getItem(bodies[block.table].name), block);
  const ranges = blocks.map((block) => rangeOf(block).load("values,rowIndex"));
  await context.sync();
  const doubtful = blocks.flatMap((block, i) => {
    const { from, table } = block;
    const mayErr = bodies[table].take({ from, rowIndex: ranges[i].rowIndex, values: rowsOf(ranges[i]) });
    return mayErr ? [{ from, body: bodies[table], types: rangeOf(block).load("valueTypes") }] : [];
  });
  if (doubtful.length > 0) await context.sync();
  for (const { from, body, types } of doubtful) body.type(from, types.valueTypes);
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

/** So many rows of a table's body from one (0-based) on, in full width; also such as lie behind its end. */
export function rowsIn(
  table: Excel.Table,
  { from, count }: { readonly from: number; readonly count: number },
): Excel.Range {
  const first = table.getDataBodyRange().getRow(0);
  return first.getOffsetRange(from, 0).getResizedRange(count - 1, 0);
}
