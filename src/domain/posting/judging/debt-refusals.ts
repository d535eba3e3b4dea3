import { headOf } from "../../documents/group";
import type { Finding } from "../../kernel/finding";
import type { DraftFindings } from "./draft-findings";
import { documentsInOrder, type Ledgers } from "../ledgers";

/** Whose drafts are judged: which are open, and which document a finding lies in. */
interface Judged {
  readonly open: Uint8Array;
  readonly findings: Pick<DraftFindings, "documentOf">;
}

/**
 * Of what is wrong with drafts that settle debts, what is sure already: of each partner up to the first draft
 * that is refused though it settled something, be it with another of its lines. What comes after it may have
 * lacked just that, and is judged again without it.
 */
export function sureRefusals(ledgers: Ledgers, { open, findings }: Judged): readonly Finding[] {
  const documentOf = (found: Finding): number => findings.documentOf(found);
  const errors = ledgers.debts.findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const { lines } = ledgers.book;
  const refused = new Set(errors.map(documentOf).filter((each) => each !== -1 && open[each] === 1));
  const settling = settlingDocuments(ledgers);
  const unsure = new Set<number>();
  const doubted = new Set<number>();
  for (const document of documentsInOrder(ledgers.documents, ledgers.order)) {
    if (!refused.has(document)) continue;
    const partner = lines.partner[headOf(ledgers.documents, document)];
    if (doubted.has(partner)) unsure.add(document);
    else if (settling.has(document)) doubted.add(partner);
  }
  return errors.filter((found) => !unsure.has(documentOf(found)));
}

/** The documents whose lines settled something, or undid it. */
function settlingDocuments({ debts, documents }: Ledgers): ReadonlySet<number> {
  const { count, line } = debts.settledBy;
  const settling = new Set<number>();
  for (let part = 0; part < count; part++) settling.add(documents.ofLine[line[part]]);
  return settling;
}
