import type { BookChange } from "../changes";

/** What is told when that change is taken back. Names are those before it is. */
export function undone(change: BookChange): BookChange {
  if (change.kind === "insert") return { ...change, kind: "delete" };
  if (change.kind === "delete") return { ...change, kind: "insert" };
  if (change.kind === "sheet" || change.kind === "table") return undoneDeed(change);
  return change;
}

const opposite = { added: "deleted", deleted: "added" } as const;

function undoneDeed(change: Extract<BookChange, { readonly did: string }>): BookChange {
  if (change.did === "added" || change.did === "deleted") {
    const did = opposite[change.did];
    return change.kind === "sheet" ? { ...change, did } : { ...change, did };
  }
  return change;
}
