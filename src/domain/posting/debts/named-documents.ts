import { type Lines, STATUSES } from "../../book/lines";
import { headOf, linesOf } from "../../documents/group";
import type { DebtSource } from "./debt-source";

/** A document that a cell names; `part` = the number after `/`, null where none was said. */
export interface NamedDocument {
  readonly document: number;
  readonly part: number | null;
}

const VOID = STATUSES.indexOf("void");

function voidNamesIn({ status, number, rowId }: Lines): ReadonlySet<string> {
  const names = new Set<string>();
  for (let line = status.indexOf(VOID); line !== -1; line = status.indexOf(VOID, line + 1))
    names.add(number[line]).add(rowId[line]);
  names.delete("");
  return names;
}

/** Finds documents by what a cell calls them. */
export class NamedDocuments {
  private index: ReadonlyMap<string, number> | null = null;
  private voidNames: ReadonlySet<string> | null = null;

  constructor(private readonly source: DebtSource) {}

  /** A document by its number, by `number/line`, or by the rowId of one of its lines; null = none. */
  named(ref: string): NamedDocument | null {
    this.index ??= this.makeIndex();
    const whole = this.index.get(ref);
    if (whole !== undefined) return { document: whole, part: null };
    const slash = ref.lastIndexOf("/");
    const document = slash === -1 ? undefined : this.index.get(ref.slice(0, slash));
    return document === undefined ? null : { document, part: Number(ref.slice(slash + 1)) };
  }

  /** Whether a cell names a document that was made void. */
  isVoid(ref: string): boolean {
    const { lines } = this.source.book;
    this.voidNames ??= voidNamesIn(lines);
    if (this.voidNames.has(ref)) return true;
    const slash = ref.lastIndexOf("/");
    return slash !== -1 && this.voidNames.has(ref.slice(0, slash));
  }

  private makeIndex(): Map<string, number> {
    const { documents, book } = this.source;
    const index = new Map<string, number>();
    for (const document of this.source.order) {
      for (const line of linesOf(documents, document))
        if (book.lines.rowId[line] !== "") index.set(book.lines.rowId[line], document);
      const number = book.lines.number[headOf(documents, document)];
      if (number !== "") index.set(number, document);
    }
    return index;
  }
}
