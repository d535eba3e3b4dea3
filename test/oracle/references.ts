import { least, minus, sign } from "./fraction";
import type { Fraction } from "./fraction";
import { textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";

/** So much of one referred line. */
export interface Share {
  readonly line: Entry;
  readonly qty: Fraction;
}

function sameGoods(a: Entry, b: Entry): boolean {
  return a.item?.code === b.item?.code && (a.batch === null || a.batch === b.batch);
}

/**
 * The lines of the given type that `ref` names, by line: a rowId, `number/line`, or a bare number, which
 * means the same item (and batch) there. Empty when it names none.
 */
export function referredLines(book: OracleBook, entry: Entry, type: string): readonly Entry[] {
  const ref = textOf(entry.row, "ref");
  const candidates = ref === "" ? [] : book.entries.filter((one) => one.type === type);
  const exact = candidates
    .filter((one) => one.rowId === ref || `${one.number}/${one.line}` === ref)
    .filter((one) => one.piece === undefined || one.batch === entry.batch);
  if (exact.length > 0) return exact;
  return candidates
    .filter((one) => one.number === ref && sameGoods(entry, one))
    .sort((a, b) => a.line - b.line);
}

/**
 * All lines of the given type that a `ref` names that may list several, separated by `;`: a number means all
 * lines there, whatever their goods. In the order named, each once.
 */
export function namedLines(book: OracleBook, entry: Entry, type: string): readonly Entry[] {
  const candidates = book.entries.filter((one) => one.type === type);
  const named = textOf(entry.row, "ref")
    .split(/[;；]/)
    .map((one) => one.trim());
  const lines = named.flatMap((ref) =>
    candidates
      .filter((one) => one.rowId === ref || `${one.number}/${one.line}` === ref || one.number === ref)
      .sort((a, b) => a.line - b.line),
  );
  return [...new Set(lines)];
}

/**
 * Shares `qty` over the lines in order, to each at most what `left` says; what exceeds them all is left out.
 */
export function shareOut(
  lines: readonly Entry[],
  qty: Fraction,
  left: (line: Entry) => Fraction,
): readonly Share[] {
  const shares: Share[] = [];
  let rest = qty;
  for (const line of lines) {
    const part = least(rest, left(line));
    if (sign(part) <= 0) continue;
    shares.push({ line, qty: part });
    rest = minus(rest, part);
  }
  return shares;
}
