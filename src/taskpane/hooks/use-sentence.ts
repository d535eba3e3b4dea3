import { useMemo } from "react";
import { placeNames } from "../../app/place-names";
import type { Finding } from "../../domain/kernel/finding";
import { sentence } from "../../locales/sentence";
import { useBookState } from "./pane-world";
import { useTelling } from "./use-telling";

/** What a finding says to a person, and where it stands. */
export interface Saying {
  /** Where, what, why and what to do, in one sentence. */
  readonly whole: (finding: Finding) => string;
  /** The same without the place, for where the place is shown beside it. */
  readonly plain: (finding: Finding) => string;
  /** The title of a table; null where none has that id. */
  readonly table: (id: string) => string | null;
  /** The header of a column; null where none has that id. */
  readonly column: (table: string, id: string) => string | null;
  /** The row of the sheet that a row of a table's body is; both counted from 1. */
  readonly row: (table: string, row: number) => number;
}

/** Speaks the language of the pane, and calls sheets and columns what the workbook calls them. */
export function useSentence(): Saying {
  const { language, bookLanguage, firstRows } = useBookState();
  const telling = useTelling();
  return useMemo(() => {
    const names = placeNames(bookLanguage ?? language, firstRows);
    return {
      whole: (finding) => sentence(telling, finding, names),
      plain: (finding) => sentence(telling, { ...finding, table: null }, names),
      table: names.table,
      column: names.column,
      row: names.row,
    };
  }, [telling, language, bookLanguage, firstRows]);
}
