import { type Lines, REGISTERS } from "../book/lines";
import type { Documents } from "../documents/group";
import { anyError, type Finding } from "../kernel/finding";

/** Findings sorted by the document they lie in. */
export interface DraftFindings {
  readonly of: ReadonlyMap<number, readonly Finding[]>;
  /** Findings that lie in no document. */
  readonly loose: readonly Finding[];
  add(findings: readonly Finding[]): void;
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
  const put = (found: Finding): void => {
    const register = REGISTERS.findIndex((id) => id === found.table);
    const line = register === -1 || found.row === 0 ? -1 : lines.offsets[register] + found.row - 1;
    const document = line === -1 ? -1 : documents.ofLine[line];
    const list = document === -1 ? loose : (byDocument.get(document) ?? []);
    if (found.code === "REQUIRED" && list.some((other) => sameCell(other, found))) return;
    list.push(found);
    if (document !== -1) byDocument.set(document, list);
  };
  return {
    of: byDocument,
    loose,
    add: (findings) => {
      findings.forEach(put);
    },
    forbids: (document) => anyError(byDocument.get(document) ?? []),
  };
}
