import { type Lines, NONE } from "../../book/lines";
import type { Drafting } from "../../documents/drafting";
import { linesOf } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";

/** A member of a master table of whom a cell cannot be read, and what stands there. */
export interface UnreadMaster {
  readonly table: "items" | "partners" | "accounts";
  readonly member: number;
  /** The header of the cell. */
  readonly of: string;
  readonly value: string | number | null;
}

/** The columns of a document that name members, by their table. */
const NAMING = {
  items: ["item"],
  partners: ["partner"],
  accounts: ["account", "toAccount"],
} as const satisfies Record<UnreadMaster["table"], readonly (keyof Lines)[]>;

/**
 * MASTER_UNREAD for each member that a draft names and of whom a cell cannot be read: nobody knows then what
 * it forbids or asks for. Told once a document. Source: DOMAIN §14.
 */
export function unreadMasterFindings(
  { book, documents }: Drafting,
  drafts: readonly number[],
  unread: readonly UnreadMaster[],
): Finding[] {
  if (unread.length === 0) return [];
  return drafts.flatMap((draft) => {
    const own = [...linesOf(documents, draft)];
    return unread.flatMap(({ table, member, of, value }) => {
      for (const by of NAMING[table]) {
        const line = own.find((each) => book.lines[by][each] === member);
        if (line === undefined || member === NONE) continue;
        const facts = { register: table, member: book.masters[table][member].code, of, value };
        return [finding("MASTER_UNREAD", placeOf(book.lines, line, by), facts)];
      }
      return [];
    });
  });
}
