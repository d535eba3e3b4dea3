import { findMember } from "../domain/book/find-member";
import { NONE } from "../domain/book/lines";
import { type Day, dayText } from "../domain/kernel/day";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { figure } from "../domain/kernel/numbers";
import type { Ledgers } from "../domain/posting/ledgers";
import {
  type MatchAsked,
  type MatchLine,
  proposedMatches,
  standingMatches,
} from "../domain/posting/worklists/match-worklist";
import type { MatchReason } from "../domain/settlement/match-proposals";
import { PAYABLE } from "../domain/settlement/open-items";
import type { ReadBook } from "../read/read-book";
import { dayAsked } from "./day-asked";
import type { Answer, Desk } from "./desk";
import { discardDrafts } from "./discard-drafts";
import { enterRows } from "./enter-rows";
import { ledgersAt, loadBook } from "./load-book";
import { badStep } from "./options";
import { postDrafts } from "./post-drafts";

/** Whose debts (a partner, or the number of one document; "" = all), on which day, and whether to post it. */
export interface Matching {
  readonly of: string;
  readonly date: string;
  readonly post: boolean;
}

/** So much of a debt settled with a credit; `why` null where it is undone. */
export interface MatchProposal {
  readonly partner: string;
  readonly side: "receivable" | "payable";
  readonly credit: string;
  readonly debit: string;
  readonly amount: number;
  readonly why: MatchReason | null;
}

/** What is proposed, and the numbers of the allocations posted for it. */
export interface MatchAnswer {
  readonly proposals: readonly MatchProposal[];
  readonly posted: readonly string[];
}

/**
 * Proposes what credits may settle, with why; with `post`, allocations (HX) dated that day do so at once.
 * Source: CONTRACT §4 match, DOMAIN §8.1.
 */
export function matchDebts(desk: Desk, matching: Matching): Answer<MatchAnswer> {
  return settled(desk, matching, { lines: proposedMatches, sign: 1 });
}

/**
 * Undoes what payments settle, from a day on, by allocations the other way round; without `post` it is only
 * listed. Nothing is deleted. Source: CONTRACT §4 unmatch, DOMAIN §8.1.
 */
export function unmatchDebts(desk: Desk, matching: Matching): Answer<MatchAnswer> {
  return settled(desk, matching, { lines: standingMatches, sign: -1 });
}

interface Way {
  readonly lines: (ledgers: Ledgers, asked: MatchAsked) => readonly MatchLine[];
  /** 1 settles, −1 undoes. */
  readonly sign: 1 | -1;
}

async function settled(desk: Desk, matching: Matching, way: Way): Answer<MatchAnswer> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const asked = askedOf(desk, read, matching);
  if ("code" in asked) return { value: null, findings: [asked] };
  const lines = way.lines(ledgersAt(desk, read), asked);
  const proposals = lines.map((line) => proposalOf(read, line));
  if (!matching.post || lines.length === 0) return { value: { proposals, posted: [] }, findings: [] };
  return posted(desk, { proposals, date: dayText(asked.day), sign: way.sign });
}

/**
 * What is asked for: a partner by code or name, else the number of a document; BAD_STEP where it is neither.
 */
function askedOf(desk: Desk, { book }: ReadBook, { of, date }: Matching): MatchAsked | Finding {
  const day: Day | null = dayAsked(date, desk.moment.today);
  if (day === null) return badStep(`date=${date}`, null, "day");
  const partner = findMember(book.masters.partners, of);
  if (of === "" || partner !== NONE) return { partner, number: "", day };
  if (book.lines.number.includes(of)) return { partner: NONE, number: of, day };
  const codes = book.masters.partners.map(({ code }) => code);
  return badStep(of, nearest(of, codes), "code");
}

function proposalOf(
  { book }: ReadBook,
  { partner, side, credit, debit, amount, why }: MatchLine,
): MatchProposal {
  return {
    partner: book.masters.partners[partner].code,
    side: side === PAYABLE ? "payable" : "receivable",
    credit,
    debit,
    amount: figure(amount, book.settings.moneyDecimals),
    why,
  };
}

interface Allocated {
  readonly proposals: readonly MatchProposal[];
  readonly date: string;
  readonly sign: 1 | -1;
}

/** Enters and posts the allocations, one document a partner; where one is refused, none is left behind. */
async function posted(desk: Desk, { proposals, date, sign }: Allocated): Answer<MatchAnswer> {
  const rows = proposals.map(({ partner, credit, debit, amount }) => {
    return { type: "HX", date, partner, ref: credit, against: debit, amount: sign * amount };
  });
  const entered = await enterRows(desk, { table: "payments", rows });
  if (entered.value === null) return { value: null, findings: entered.findings };
  const { rowIds } = entered.value;
  const { value, findings } = await postDrafts(desk, { only: rowIds, dryRun: false });
  if (value !== null && value.refused.length === 0)
    return { value: { proposals, posted: value.posted.map(({ number }) => number) }, findings };
  const left = new Set(value?.posted.flatMap((document) => document.rows) ?? []);
  await discardDrafts(
    desk,
    rowIds.filter((rowId) => !left.has(rowId)),
  );
  return { value: null, findings };
}
