import { NONE, rowOf, STATUSES } from "../book/lines";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";
import { numberKey } from "./invoice-numbers";

/** Posted, and neither void nor reversed. */
const STANDING = [STATUSES.indexOf("posted"), STATUSES.indexOf("closed")];

/**
 * Notes what looks odd between a draft and its partner, and keeps nothing from being posted: who was not said
 * to buy sells to us or the other way round (PARTNER_KIND), and a number of theirs that another document of
 * the type bears already (EXTERNAL_NO_TWICE). Source: CONTRACT §2 externalNo, DOMAIN §14.
 */
export function checkPartners(drafting: Drafting, drafts: readonly number[]): void {
  for (const draft of drafts) checkKind(drafting, headOf(drafting.documents, draft));
  checkExternalNos(drafting, drafts);
}

function checkKind(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  const { partner: wanted } = documentTypes[lines.type[line]];
  if (lines.partner[line] === NONE || wanted === null || wanted === "any") return;
  const partner = masters.partners[lines.partner[line]];
  if (partner[wanted]) return;
  note(drafting, "PARTNER_KIND", { line, column: "partner", facts: { value: partner.code } });
}

/** The first line of each number of a partner in documents of a type, as far as it stands. */
function checkExternalNos(drafting: Drafting, drafts: readonly number[]): void {
  const { documents } = drafting;
  const { externalNo, status } = drafting.book.lines;
  const bearing = (document: number): Int32Array =>
    linesOf(documents, document).filter((line) => externalNo[line] !== "");
  const lines = drafts.flatMap((draft) => Array.from(bearing(draft)));
  if (lines.length === 0) return;
  const firsts = new Map<string, number>();
  for (let document = 0; document < documents.count; document++) {
    if (!STANDING.includes(status[headOf(documents, document)])) continue;
    for (const line of bearing(document)) remember(firsts, drafting, line);
  }
  for (const line of lines) tellTwice(drafting, line, remember(firsts, drafting, line));
}

function tellTwice(drafting: Drafting, line: number, first: number): void {
  const { lines } = drafting.book;
  const { ofLine } = drafting.documents;
  if (ofLine[first] === ofLine[line]) return;
  const { table, row } = rowOf(lines, first);
  const facts = { value: lines.externalNo[line], firstTable: table, firstRow: row };
  note(drafting, "EXTERNAL_NO_TWICE", { line, column: "externalNo", facts });
}

/** The first line that bears the external number of a line, which is that line where none did before. */
function remember(firsts: Map<string, number>, { book }: Drafting, line: number): number {
  const { partner, type, externalNo } = book.lines;
  const key = `${partner[line]}|${type[line]}|${numberKey(externalNo[line])}`;
  const first = firsts.get(key);
  if (first === undefined) firsts.set(key, line);
  return first ?? line;
}
