import { documentTypes } from "../domain/documents/index";
import type { Checked } from "../domain/kernel/checked";
import { readBook, type ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { overlaid } from "./overlaid";

/**
 * The book as changes to rows that are there, or rows put behind them, would leave it; nothing is written.
 * `drafts` are the rowIds of posted rows that the changes make drafts.
 */
export function readAfter(
  { sources, logs, memory }: ReadBook,
  changes: readonly Change[],
  drafts: ReadonlySet<string> = new Set(),
): Checked<ReadBook> {
  const tables = [...sources.values()].map(({ cells }) => overlaid(cells, changes));
  const known = new Set(tables.map(({ name }) => name));
  const others = logs.filter(({ name }) => !known.has(name));
  return readBook([...tables, ...others], { types: documentTypes, strict: false, drafts, memory });
}
