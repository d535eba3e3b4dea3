import type { ExcelSide } from "./excel-side";
import type { Write } from "./write";

/** An answer of so many bytes gets through any Excel. */
const always = 32_768;

/** A cell's type takes at least so many bytes in an answer: `"Empty",`. */
const typeBytes = 8;

/** A blank cell takes so many: `"",`. */
const blankBytes = 3;

const width = 64;

/** Bytes of the longest answer that is known to have got through, by Excel. */
const known = new WeakMap<ExcelSide, number>();

/** Remembers that Excel has given so many cells in one answer. */
export function cellsGotThrough(side: ExcelSide, cells: number): void {
  remember(side, cells * blankBytes);
}

function remember(side: ExcelSide, bytes: number): void {
  known.set(side, Math.max(known.get(side) ?? always, bytes));
}

/**
 * Makes sure that the answer to writes will get through, before anything is written: a write whose answer is
 * too long is done all the same, and nobody knows how. Where it would be longer than any before, one as long
 * that changes nothing is asked for first; Excel refuses that one instead.
 */
export async function answerFits(
  side: ExcelSide,
  context: Excel.RequestContext,
  writes: readonly Write[],
): Promise<void> {
  const answer = writes.reduce((sum, write) => sum + write.answer, 0);
  const table = writes.find((write) => write.answer > 0)?.what;
  if (table === undefined || answer <= (known.get(side) ?? always)) return;
  const rows = Math.ceil(answer / typeBytes / width);
  const { worksheet } = context.workbook.tables.getItem(table);
  worksheet.getRangeByIndexes(0, 0, rows, width).load("valueTypes");
  await context.sync();
  remember(side, answer);
}
