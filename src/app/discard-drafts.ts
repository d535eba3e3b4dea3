import { REGISTERS } from "../domain/book/lines";
import type { Change } from "../workbook/port";
import type { Answer, Desk } from "./desk";
import { namedDrafts } from "./draft-status";
import { expecting } from "./expecting";
import { loadBook } from "./load-book";

/** How many rows an action changed. */
export interface ChangedAnswer {
  readonly changed: number;
}

/** Takes drafts out of their registers, whole documents, named by mark or rowId; all of them or none. */
export async function discardDrafts(desk: Desk, names: readonly string[]): Answer<ChangedAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { lines } = read.book;
  const drafts = namedDrafts(lines, names);
  if (drafts.findings.length > 0) return { value: null, findings: drafts.findings };
  const changes = REGISTERS.flatMap((id, register): Change[] => {
    const [from, to] = [lines.offsets[register], lines.offsets[register + 1]];
    const rows = drafts.lines.filter((line) => line >= from && line < to).map((line) => line - from);
    const name = read.sources.get(id)?.cells.name;
    return rows.length === 0 || name === undefined ? [] : [{ do: "remove", table: name, rows }];
  });
  await desk.workbook.apply(expecting(read, changes));
  return { value: { changed: drafts.lines.length }, findings: [] };
}
