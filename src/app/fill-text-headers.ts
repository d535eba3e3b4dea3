import { REGISTERS, registerOf } from "../domain/book/lines";
import { type Documents, linesOf } from "../domain/documents/group";
import type { ReadBook } from "../read/read-book";
import type { Cell, Change } from "../workbook/port";

/** Header columns of text that a continuation row may leave blank. Source: CONTRACT §2. */
const TEXT_HEADERS = ["externalNo", "handler", "salesperson", "channel", "terms"] as const;

/** The changes that repeat the text headers of each draft on its continuation rows, where those are blank. */
export function fillTextHeaders(read: ReadBook, documents: Documents, drafts: readonly number[]): Change[] {
  const several = drafts.filter((draft) => linesOf(documents, draft).length > 1);
  return REGISTERS.flatMap((id, register) => {
    const source = read.sources.get(id);
    const own = several.filter(
      (draft) => registerOf(read.book.lines, linesOf(documents, draft)[0]) === register,
    );
    if (source === undefined || own.length === 0) return [];
    const members = own.map((draft) => linesOf(documents, draft));
    const from = read.book.lines.offsets[register];
    return TEXT_HEADERS.flatMap((column): Change[] => {
      const index = source.columns.get(column);
      if (index === undefined) return [];
      const filled = fills(source.cells.column(index), members, from);
      if (filled.rows.length === 0) return [];
      const columns = [{ header: source.cells.headers[index], cells: filled.cells }];
      return [{ do: "stamp", table: source.cells.name, rows: filled.rows, columns }];
    });
  });
}

interface Fills {
  readonly rows: number[];
  readonly cells: Cell[];
}

/** The blank cells of continuation rows, and what their document's first row says. */
function fills(cells: readonly Cell[], members: readonly Int32Array[], from: number): Fills {
  const found: Fills = { rows: [], cells: [] };
  for (const [head, ...others] of members) {
    const header = cells[head - from];
    const blank = isBlank(header) ? [] : others.filter((line) => isBlank(cells[line - from]));
    found.rows.push(...blank.map((line) => line - from));
    found.cells.push(...blank.map(() => header));
  }
  return found;
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === "";
}
