import { type Lines, STATUSES } from "../domain/book/lines";
import { type Documents, groupDocuments, linesOf } from "../domain/documents/group";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { badStep } from "./options";

const POSTED = STATUSES.indexOf("posted");

/** The lines of the drafts that marks or rowIds name, and BAD_STEP for names that no draft bears. */
export interface NamedDrafts {
  readonly lines: readonly number[];
  readonly findings: readonly Finding[];
}

/** Finds drafts, whole, by their mark or the rowId of one of their rows. */
export function namedDrafts(lines: Lines, names: readonly string[]): NamedDrafts {
  const documents = groupDocuments(lines).value;
  const wanted = new Set(names);
  const met = new Set<string>();
  const found: number[] = [];
  for (let document = 0; document < documents.count; document++) {
    const members = linesOf(documents, document);
    const hits = lines.status[members[0]] < POSTED ? hitsOf(lines, members, wanted) : [];
    hits.forEach((name) => met.add(name));
    if (hits.length > 0) found.push(...members);
  }
  found.push(...looseLines(lines, documents, wanted, met));
  const unknown = names.filter((name) => !met.has(name));
  const findings = unknown.map((name) => badStep(`draft ${name}`, nearest(name, lines.draft)));
  return { lines: found.sort((a, b) => a - b), findings };
}

function hitsOf(lines: Lines, members: Iterable<number>, wanted: ReadonlySet<string>): readonly string[] {
  return [...members]
    .flatMap((line) => [lines.draft[line], lines.rowId[line]])
    .filter((name) => wanted.has(name));
}

/** Draft rows that belong to no document can still be named one by one. */
function looseLines(
  lines: Lines,
  documents: Documents,
  ...[wanted, met]: readonly [ReadonlySet<string>, Set<string>]
): readonly number[] {
  const loose: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (documents.ofLine[line] !== -1 || lines.status[line] >= POSTED) continue;
    const hits = hitsOf(lines, [line], wanted);
    hits.forEach((name) => met.add(name));
    if (hits.length > 0) loose.push(line);
  }
  return loose;
}
