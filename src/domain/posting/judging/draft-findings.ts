import { type Lines, REGISTERS } from "../../book/lines";
import type { Documents } from "../../documents/group";
import { anyError, type Finding } from "../../kernel/finding";

/** Findings sorted by the document they lie in. */
export interface DraftFindings {
  readonly of: ReadonlyMap<number, readonly Finding[]>;
  /** Findings that lie in no document. */
  readonly loose: readonly Finding[];
  /** Takes findings in; with `among`, only those that lie in a document whose element there is 1. */
  add(findings: readonly Finding[], among?: Uint8Array): void;
  /** The document that a finding lies in; -1 = none. */
  documentOf(found: Finding): number;
  /** True where a finding forbids posting the document. */
  forbids(document: number): boolean;
}

/** A cell that cannot be read is not missing as well. */
function sameCell(a: Finding, b: Finding): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column;
}

/** An empty collection over the documents of some lines. */
export function draftFindings(lines: Lines, documents: Documents): DraftFindings {
  const byDocument = new Map<number, Finding[]>();
  const loose: Finding[] = [];
  const documentOf = (found: Finding): number => {
    const register = REGISTERS.findIndex((id) => id === found.table);
    return register === -1 || found.row === 0
      ? -1
      : documents.ofLine[lines.offsets[register] + found.row - 1];
  };
  const put = (found: Finding, document: number): void => {
    const list = document === -1 ? loose : (byDocument.get(document) ?? []);
    if (found.code === "REQUIRED" && list.some((other) => sameCell(other, found))) return;
    list.push(found);
    if (document !== -1) byDocument.set(document, list);
  };
  return {
    of: byDocument,
    loose,
    documentOf,
    add: (findings, among) => {
      for (const found of findings) {
        const document = documentOf(found);
        if (among === undefined || (document !== -1 && among[document] === 1)) put(found, document);
      }
    },
    forbids: (document) => anyError(byDocument.get(document) ?? []),
  };
}
