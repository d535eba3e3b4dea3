import { findMember } from "../domain/book/find-member";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { UnreadMaster } from "../domain/posting/judging/unread-masters";
import { placeNames } from "./place-names";
import { decodeText } from "../read/cells/text";
import type { ReadBook } from "../read/read-book";

/** Columns that may forbid a change of whatever document, by table. */
const FOR_ALL: Readonly<Partial<Record<string, readonly string[]>>> = {
  settings: ["key", "value"],
  periods: ["from", "to", "state"],
  staff: ["approveLimit"],
};

/** Columns of masters that decide whether, and at what, a document that names the member is posted. */
const FOR_MEMBER = {
  items: "kind decimals costing batched serialized standardCost floorPrice taxRate inactive".split(" "),
  partners: "kind creditLimit overdueControl taxRate inactive".split(" "),
  accounts: ["overdraft"],
} as const satisfies Partial<Record<UnreadMaster["table"], readonly string[]>>;

function isCalled(table: string | null): table is UnreadMaster["table"] {
  return table !== null && Object.hasOwn(FOR_MEMBER, table);
}

/**
 * What stops every change of the book: a missing key column, and cells that say what may be changed (a frozen
 * day, a closed period, a limit) and cannot be read, so that nobody knows what they forbid.
 */
export function guardStops(found: readonly Finding[]): readonly Finding[] {
  return found.filter(({ code, severity, table, column }) => {
    if (code === "HEADER_MISSING") return true;
    return severity === "error" && FOR_ALL[table ?? ""]?.includes(column ?? "");
  });
}

/** The members of masters of whom a cell that holds for their documents cannot be read, and the cell. */
export function unreadMasters(read: ReadBook, found: readonly Finding[]): readonly UnreadMaster[] {
  return found.flatMap(({ severity, table, row, column, facts }) => {
    if (severity !== "error" || !isCalled(table) || column === null) return [];
    const columns: readonly string[] = FOR_MEMBER[table];
    const member = columns.includes(column) ? memberAt(read, table, row) : NONE;
    const of = placeNames(read.book.settings.language).column(table, column) ?? column;
    return member === NONE ? [] : [{ table, member, of, value: facts["value"] ?? null }];
  });
}

/** The member whose code stands in a row of its table; NONE where there is none. */
function memberAt({ book, sources }: ReadBook, table: UnreadMaster["table"], row: number): number {
  const source = sources.get(table);
  const at = source?.columns.get("code");
  if (source === undefined || at === undefined) return NONE;
  const code = decodeText(source.cells.column(at)[row - 1] ?? null);
  return typeof code === "string" ? findMember(book.masters[table], code) : NONE;
}
