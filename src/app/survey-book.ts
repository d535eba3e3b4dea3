import { STATUSES } from "../domain/book/lines";
import { headOf } from "../domain/documents/group";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { type Ledgers, stands } from "../domain/posting/ledgers";
import { definitionOf } from "../read/source";
import type { Desk } from "./desk";
import { ledgersAt, loadBook } from "./load-book";
import type { FirstRows } from "./place-names";

const POSTED = STATUSES.indexOf("posted");

/** How much is in the registers: rows that hold something, documents that stand, documents not yet posted. */
export interface BookCounts {
  readonly rows: number;
  readonly documents: number;
  readonly drafts: number;
}

/** What a workbook is to us: no book at all, a book that lacks tables or key columns, or a book. */
export type Survey =
  | { readonly is: "none" }
  | { readonly is: "broken"; readonly findings: readonly Finding[] }
  | {
      readonly is: "open";
      readonly language: Language;
      readonly counts: BookCounts;
      readonly firstRows: FirstRows;
      readonly ledgers: Ledgers;
    };

/** Looks the open workbook over, as it is, and works out the ledgers of what is posted. */
export async function surveyBook(desk: Desk): Promise<Survey> {
  const outlines = await desk.workbook.tables();
  if (desk.strict && outlines.every((outline) => definitionOf(outline) === null)) return { is: "none" };
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { is: "broken", findings };
  const ledgers = ledgersAt(desk, read);
  const firstRows = new Map([...read.sources].map(([id, { cells }]) => [id, cells.firstRow]));
  const { language } = read.book.settings;
  return { is: "open", language, counts: countsOf(ledgers), firstRows, ledgers };
}

function countsOf({ book, documents }: Ledgers): BookCounts {
  const { blank, status, count } = book.lines;
  let [rows, posted, drafts] = [0, 0, 0];
  for (let line = 0; line < count; line++) rows += 1 - blank[line];
  for (let document = 0; document < documents.count; document++) {
    const of = status[headOf(documents, document)];
    if (of < POSTED) drafts++;
    else if (stands(of)) posted++;
  }
  return { rows, documents: posted, drafts };
}
