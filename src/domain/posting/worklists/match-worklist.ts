import type { Day } from "../../kernel/day";
import { headOf, linesOf } from "../../documents/group";
import { matchProposals, type MatchReason, type OpenPart } from "../../settlement/match-proposals";
import { NO_ITEM, PAID } from "../../settlement/open-items";
import type { Ledgers } from "../ledgers";

/** So much of a debt settled with a credit, each as a cell names it; amount in smallest units. */
export interface MatchLine {
  readonly partner: number;
  readonly side: number;
  /** What the credit is called: a number, or number/instalment. */
  readonly credit: string;
  readonly debit: string;
  readonly amount: number;
  readonly why: MatchReason | null;
}

/** Whose items, or of which document's credits and debts, dated no later than a day. */
export interface MatchAsked {
  /** NONE = anybody's. */
  readonly partner: number;
  /** "" = any. */
  readonly number: string;
  readonly day: Day;
}

/** How a cell names an item; null where it has no name of its own. */
function nameOf({ debts, documents, book }: Ledgers, item: number): string | null {
  const name = debts.nameOf(item);
  if (name === null) return null;
  const number = book.lines.number[headOf(documents, name.document)];
  return name.instalment === 0 ? number : `${number}/${String(name.instalment)}`;
}

/** The open items asked for of each partner and side that have a name, in the order in which they arose. */
function openParts(ledgers: Ledgers, { partner, day }: MatchAsked): ReadonlyMap<string, number[]> {
  const { items } = ledgers.debts;
  const groups = new Map<string, number[]>();
  for (let item = 0; item < items.count; item++) {
    const isOther = partner !== -1 && items.partner[item] !== partner;
    if (items.open[item] === 0 || items.partner[item] === -1 || items.day[item] > day || isOther) continue;
    if (nameOf(ledgers, item) === null) continue;
    const key = `${String(items.partner[item])}|${String(items.side[item])}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/**
 * How what is open may be settled, partner by partner, in the order of DOMAIN §8.1 and with the reason. With
 * a number, only what concerns that document.
 */
export function proposedMatches(ledgers: Ledgers, asked: MatchAsked): readonly MatchLine[] {
  const { items } = ledgers.debts;
  const part = (item: number): OpenPart => ({ item, due: items.due[item], open: Math.abs(items.open[item]) });
  const refersTo = referral(ledgers);
  const all = [...openParts(ledgers, asked).values()].flatMap((own) => {
    const credits = own.filter((item) => items.open[item] < 0).map(part);
    const debits = own.filter((item) => items.open[item] > 0).map(part);
    return matchProposals(credits, debits, refersTo);
  });
  return all
    .map(({ credit, debit, amount, why }) => lineOf(ledgers, { credit, debit }, { amount, why }))
    .filter((line) => isAbout(line, asked.number));
}

function lineOf(
  ledgers: Ledgers,
  { credit, debit }: { readonly credit: number; readonly debit: number },
  { amount, why }: { readonly amount: number; readonly why: MatchReason | null },
): MatchLine {
  const { partner, side } = ledgers.debts.items;
  const name = (item: number): string => nameOf(ledgers, item) ?? "";
  return {
    partner: partner[debit],
    side: side[debit],
    credit: name(credit),
    debit: name(debit),
    amount,
    why,
  };
}

function isAbout({ credit, debit }: MatchLine, number: string): boolean {
  const isOf = (name: string): boolean => name === number || name.startsWith(`${number}/`);
  return number === "" || isOf(credit) || isOf(debit);
}

/** What the lines of a document say they are about: references, and numbers of the other side. */
function wordsOf({ book, documents }: Ledgers, document: number): ReadonlySet<string> {
  const { ref, number, externalNo, invoice } = book.lines;
  const words = Array.from(linesOf(documents, document)).flatMap((line) => [
    number[line],
    externalNo[line],
    invoice[line],
    ...ref[line].split(";").map((one) => one.trim().replace(/\/.*$/, "")),
  ]);
  return new Set(words.filter((word) => word !== ""));
}

/** Whether two documents name each other, or the same order, invoice or number of the partner. */
function referral(ledgers: Ledgers): (credit: number, debit: number) => boolean {
  const known = new Map<number, ReadonlySet<string>>();
  const words = (item: number): ReadonlySet<string> => {
    const document = ledgers.debts.items.document[item];
    const own = known.get(document) ?? wordsOf(ledgers, document);
    known.set(document, own);
    return own;
  };
  return (credit, debit) => [...words(credit)].some((word) => words(debit).has(word));
}

/** What payments settle by now, to be undone: of a partner, or what concerns one document. */
export function standingMatches(ledgers: Ledgers, asked: MatchAsked): readonly MatchLine[] {
  const { items } = ledgers.debts;
  const { matches } = items;
  const sums = new Map<
    string,
    { readonly credit: number; readonly debit: number; readonly amount: number }
  >();
  for (let at = 0; at < matches.count; at++) {
    const [credit, debit] = [matches.credit[at], matches.debit[at]];
    const isOther = asked.partner !== -1 && items.partner[debit] !== asked.partner;
    if (credit === NO_ITEM || matches.by[at] !== PAID || matches.day[at] > asked.day || isOther) continue;
    const key = `${String(credit)}|${String(debit)}`;
    sums.set(key, { credit, debit, amount: (sums.get(key)?.amount ?? 0) + matches.amount[at] });
  }
  return [...sums.values()]
    .filter(({ amount }) => amount > 0)
    .map((one) => lineOf(ledgers, one, { amount: one.amount, why: null }))
    .filter((line) => line.credit !== "" && line.debit !== "" && isAbout(line, asked.number));
}
