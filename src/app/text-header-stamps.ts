import { type Documents, headOf } from "../domain/documents/group";
import type { ReadBook } from "../read/read-book";
import type { Stamp } from "../write/line-stamps";
import { typedCells } from "./typed-cells";

/** Header columns of text that a continuation row may leave blank. Source: CONTRACT §2. */
const TEXT_HEADERS = ["externalNo", "salesperson", "channel"] as const;

/** What repeats the text headers of a document on its continuation rows, where those are blank. */
export function textHeaderStamps(read: ReadBook, documents: Documents): Stamp[] {
  return TEXT_HEADERS.map((column) => ({ column, cell: asOnHead(read, documents, column) }));
}

/** Under which terms a row is: as typed, else as on the document's first row. */
export function termsOfHead(read: ReadBook, documents: Documents): Stamp {
  return { column: "terms", cell: asOnHead(read, documents, "terms") };
}

/** Who handled a row: as typed, else as on the document's first row. */
export function handlerOfHead(read: ReadBook, documents: Documents): Stamp {
  return { column: "handler", cell: asOnHead(read, documents, "handler") };
}

/** Who handled a row: as typed, as on the document's first row, else who posts it. */
export function handlerStamp(read: ReadBook, documents: Documents, user: string): Stamp {
  const typed = asOnHead(read, documents, "handler");
  return { column: "handler", cell: (line) => typed(line) ?? user };
}

function asOnHead(read: ReadBook, documents: Documents, column: string): Stamp["cell"] {
  const typed = typedCells(read, column);
  return (line) => typed(line) ?? typed(headOf(documents, documents.ofLine[line]));
}
