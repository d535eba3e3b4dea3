import type { Finding } from "../domain/kernel/finding";
import type { FindingCode } from "../domain/kernel/finding-codes";

/** What tables and columns are called in the language of the sentence. */
export interface PlaceNames {
  /** Title of the table of that id; null = none has it. */
  readonly table: (id: string) => string | null;
  /** Header of a column of a table; null = none has it. */
  readonly column: (table: string, id: string) => string | null;
  /** The row of the sheet that a row of a table's body is; both counted from 1. */
  readonly row: (table: string, row: number) => number;
}

/** The facts of one finding as they go into its sentence. */
export interface Told {
  /** A fact as text, "—" where it is not known. */
  readonly say: (fact: string) => string;
  /** A part of the sentence that is there only where the fact is. */
  readonly maybe: (fact: string, part: (value: string) => string) => string;
  /** The title of the table that the fact names. */
  readonly table: (fact: string) => string;
  /** The header of the column that the fact names, of the table that another fact names. */
  readonly column: (fact: string, tableFact: string) => string;
  /**
   * The row that the fact names, as the sheet shows it; of the table that another fact names, else its own.
   */
  readonly row: (fact: string, tableFact?: string) => string;
  /** The rows of its own table that the fact lists, as the sheet shows them. */
  readonly rows: (fact: string) => string;
}

/** What a language says of findings: one sentence a code, and how it names a place. */
export interface Telling {
  readonly sentences: Readonly<Record<FindingCode, (told: Told) => string>>;
  /** The beginning of a sentence: table, row (0 = none) and column, each null where there is none. */
  readonly where: (table: string | null, row: number, column: string | null) => string;
}

/** A finding as its sentence takes it. */
export function told(finding: Finding, names: PlaceNames): Told {
  const value = (fact: string): string => String(finding.facts[fact] ?? "");
  return {
    say: (fact) => value(fact) || "—",
    maybe: (fact, part) => (value(fact) === "" ? "" : part(value(fact))),
    table: (fact) => (value(fact) === "" ? "—" : (names.table(value(fact)) ?? value(fact))),
    column: (fact, tableFact) => names.column(value(tableFact), value(fact)) ?? (value(fact) || "—"),
    row: (fact, tableFact) => {
      const row = finding.facts[fact];
      const table = tableFact === undefined ? finding.table : value(tableFact);
      return typeof row === "number" ? String(names.row(table ?? "", row)) : value(fact) || "—";
    },
    rows: (fact) =>
      value(fact).replace(/\b\d+/g, (row) => String(names.row(finding.table ?? "", Number(row)))),
  };
}
