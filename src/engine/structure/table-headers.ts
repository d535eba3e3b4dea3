import { isCellError } from "../cell";
import type { Cell } from "../cell";
import type { Table } from "../table";

/** Headers that the table does not bear yet: the word with the next free numbers. */
export function freshHeaders(table: Table, word: string, count: number): readonly string[] {
  const taken = new Set(table.headers.map((header) => header.toLowerCase()));
  const headers: string[] = [];
  for (let n = 1; headers.length < count; n++) {
    const header = `${word}${String(n)}`;
    if (!taken.has(header.toLowerCase())) headers.push(header);
  }
  return headers;
}

/**
 * The headers with each made different from those before it, as Excel does: `qty`, `qty2`; blanks get the
 * word.
 */
export function distinctHeaders(headers: readonly string[], word: string): readonly string[] {
  const taken = new Set(headers.map((header) => header.toLowerCase()));
  const seen = new Set<string>();
  return headers.map((header, i) => {
    const wanted = header === "" ? `${word}${String(i + 1)}` : header;
    const isFree = !seen.has(wanted.toLowerCase()) && (header !== "" || !taken.has(wanted.toLowerCase()));
    const name = isFree ? wanted : numbered(header === "" ? word : header, taken);
    seen.add(name.toLowerCase());
    taken.add(name.toLowerCase());
    return name;
  });
}

function numbered(stem: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${stem}${String(n)}`.toLowerCase())) n++;
  return `${stem}${String(n)}`;
}

/** What a cell says as a header. */
export function headerOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return isCellError(cell) ? cell.error : String(cell);
}
