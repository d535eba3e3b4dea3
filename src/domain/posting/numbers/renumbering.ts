import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import type { Ledgers } from "../ledgers";
import type { NumberedPart } from "./meant-document";
import type { NumberClash } from "./number-clashes";
import { freeNumbers } from "./numbering";
import { type RenumberedDunning, renumberedDunning } from "./renumbered-dunning";
import { rewrittenReferences } from "./rewritten-references";

/** A cell of a line that another number makes another. */
export interface RenumberedCell {
  readonly line: number;
  readonly column: "number" | "ref" | "against";
  readonly text: string;
}

/** What becomes of numbers that several documents bear, and of all that refers to them. */
export interface Renumbering {
  readonly cells: readonly RenumberedCell[];
  /** Rows of the record of dunning that name another number. */
  readonly dunning: readonly RenumberedDunning[];
  /** NUMBER_CHANGED for each document, REF_AMBIGUOUS for each reference that could mean another too. */
  readonly findings: readonly Finding[];
}

/**
 * Leaves a number that several documents bear to the one whose first row has the earliest rowId, gives each
 * other one the next free number of the same prefix and date, and lets every reference to the number, and
 * the record of dunning, name the document that it means. Source: DOMAIN §2.1.
 */
export function renumbering(ledgers: Ledgers, clashes: readonly NumberClash[]): Renumbering {
  const parts = numbered(ledgers, clashes);
  const references = rewrittenReferences(ledgers, parts);
  const record = renumberedDunning(ledgers.book, parts);
  const later = [...parts].flatMap(([was, own]) => own.slice(1).map((part) => ({ was, ...part })));
  const { lines } = ledgers.book;
  const told = later.map(({ was, number, lines: [head] }) => {
    const count = references.cells.filter(({ numbers }) => numbers.includes(number)).length;
    const dunned = record.rows.filter((row) => row.number === number).length;
    const facts = { was, number, references: count + dunned };
    return finding("NUMBER_CHANGED", placeOf(lines, head, "number"), facts);
  });
  const renumbered = later.flatMap(({ number, lines: own }) =>
    own.map((line): RenumberedCell => ({ line, column: "number", text: number })),
  );
  return {
    cells: [...renumbered, ...references.cells],
    dunning: record.rows,
    findings: [...told, ...references.findings, ...record.findings],
  };
}

/** The documents under each number, the first of which keeps it. */
function numbered(
  { book: { lines }, documents }: Ledgers,
  clashes: readonly NumberClash[],
): ReadonlyMap<string, readonly NumberedPart[]> {
  const prefixes = clashes.map(({ number }) => prefixOf(number));
  const nextFree = freeNumbers({ lines, documents }, prefixes);
  return new Map(
    clashes.map(({ number, parts: [first, ...later] }, i) => {
      const others = later.map((own) => ({ number: nextFree(prefixes[i]), lines: own }));
      return [number, [{ number, lines: first }, ...others]];
    }),
  );
}

/** All before the counter; a number that ends in none is one itself. */
function prefixOf(number: string): string {
  return /^.*-(?=\d+$)/.exec(number)?.[0] ?? `${number}-`;
}
