import { decimalText, fraction, sign, sum } from "../oracle/fraction";
import type { Fraction } from "../oracle/fraction";
import type { JsonBook } from "../oracle/oracle-book";
import type { Figures } from "./posted";

/** A row of a report or of a register: its cells by column. */
type Shown = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A row of a report. */
export type ShownRow = ReturnType<Figures["report"]>[number];

/** Laws of a posted book by their names: what breaks each, nothing where it holds. */
export type Laws = Readonly<Record<string, (figures: Figures, book: JsonBook) => readonly string[]>>;

/** What of some laws a book breaks, by their names; nothing where all hold. */
export type Broken = (figures: Figures, book: JsonBook) => Readonly<Record<string, readonly string[]>>;

/** Tries all of some laws on a book. */
export function brokenOf(laws: Laws): Broken {
  return (figures, book) => {
    const wrong = Object.entries(laws).map(([name, law]) => [name, law(figures, book)] as const);
    return Object.fromEntries(wrong.filter(([, lines]) => lines.length > 0));
  };
}

/** A figure of a report or a register, exact; 0 where there is none. */
export function figure(row: Shown, column: string): Fraction {
  return fraction(String(row[column] ?? 0) || "0");
}

/** The sum of a column. */
export function sumOf(rows: readonly Shown[], column: string): Fraction {
  return sum(rows.map((row) => figure(row, column)));
}

/** Rows that say the same in some columns, by what they say there. */
export function grouped<Line extends Shown>(
  rows: readonly Line[],
  by: string,
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const key = by
      .split(" ")
      .map((column) => String(row[column] ?? ""))
      .join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** Sums of columns by others, one a line; what comes to nothing is left out. */
export function sums(rows: readonly Shown[], by: string, columns: string): readonly string[] {
  const totals = [...grouped(rows, by)].map(([key, own]) => {
    const all = columns.split(" ").map((column) => sumOf(own, column));
    return { line: [key, ...all.map(decimalText)].join(" "), isNothing: all.every((one) => sign(one) === 0) };
  });
  return totals.flatMap(({ line, isNothing }) => (isNothing ? [] : [line])).sort();
}

/** What differs between two lists of lines: those of the first alone, those of the second. */
export function apart(a: readonly string[], b: readonly string[]): readonly string[] {
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `- ${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`),
  ];
}
