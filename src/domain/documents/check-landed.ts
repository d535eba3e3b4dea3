import { type Drafting, note } from "./drafting";
import { linesOf } from "./group";
import { documentTypes } from "./index";
import { basisOf, landedWeights } from "./landed-shares";
import { type Link, type Links, linksOf } from "./links";

/**
 * Notes what keeps a landed cost from being shared: nothing to share it by (NOTHING_TO_SHARE_BY), or shared
 * by hand over several lines at once (SHARED_BY_HAND). Source: DOMAIN §5.10.
 */
export function checkLanded(drafting: Drafting, drafts: readonly number[], links: Links): void {
  const { lines } = drafting.book;
  const charges = drafts
    .flatMap((draft) => Array.from(linesOf(drafting.documents, draft)))
    .filter((line) => documentTypes[lines.type[line]].debt === "charge");
  for (const line of charges) checkCharge(drafting, line, linksOf(links, line));
}

function checkCharge(drafting: Drafting, line: number, targets: readonly Link[]): void {
  const ref = drafting.book.lines.ref[line];
  const basis = basisOf(drafting.book, line);
  if (targets.length === 0) return;
  if (basis === "manual" && targets.length > 1)
    note(drafting, "SHARED_BY_HAND", { line, column: "ref", facts: { ref, lines: targets.length } });
  if (landedWeights(drafting.book, line, targets).every((weight) => weight === 0))
    note(drafting, "NOTHING_TO_SHARE_BY", { line, column: "basis", facts: { ref, basis } });
}
