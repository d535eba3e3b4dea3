import type { Day } from "../kernel/day";

/** Why a credit is proposed for a debt, in the order in which reasons are tried. Source: DOMAIN §8.1. */
export const MATCH_REASONS = ["reference", "exact", "subset", "oldest"] as const;
/** One of the reasons. */
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What is open of one item, > 0 for a debt and a credit alike; smallest units. */
export interface OpenPart {
  readonly item: number;
  readonly due: Day;
  readonly open: number;
}

/** So much of a debt settled with a credit, and why. */
export interface Proposal {
  readonly credit: number;
  readonly debit: number;
  readonly amount: number;
  readonly why: MatchReason;
}

/** Beyond so many debts no subset is looked for, nor beyond so many attempts. */
const MOST_DEBTS = 24;
const MOST_ATTEMPTS = 20_000;

/** How much of the credits and debts of one partner and side is still to be proposed. */
class Rest {
  readonly proposals: Proposal[] = [];
  private readonly left: Map<number, number>;

  constructor(
    readonly credits: readonly OpenPart[],
    readonly debits: readonly OpenPart[],
  ) {
    this.left = new Map([...credits, ...debits].map(({ item, open }) => [item, open]));
  }

  of({ item }: OpenPart): number {
    return this.left.get(item) ?? 0;
  }

  propose(credit: OpenPart, debit: OpenPart, why: MatchReason): void {
    const amount = Math.min(this.of(credit), this.of(debit));
    if (amount <= 0) return;
    this.proposals.push({ credit: credit.item, debit: debit.item, amount, why });
    this.left.set(credit.item, this.of(credit) - amount);
    this.left.set(debit.item, this.of(debit) - amount);
  }
}

/**
 * How the credits of one partner and side may settle its debts: first what says so itself, then debts of the
 * very amount, then several debts that come to it together (of the first 24), then what is due first. Each
 * reason is tried for all credits before the next, credits in their order, debts by due day. Source: DOMAIN
 * §8.1.
 */
export function matchProposals(
  credits: readonly OpenPart[],
  debits: readonly OpenPart[],
  refersTo: (credit: number, debit: number) => boolean,
): readonly Proposal[] {
  const rest = new Rest(
    credits,
    debits.toSorted((a, b) => a.due - b.due || a.item - b.item),
  );
  for (const credit of credits)
    for (const debit of rest.debits)
      if (refersTo(credit.item, debit.item)) rest.propose(credit, debit, "reference");
  for (const credit of credits) {
    const exact = rest.debits.find((debit) => rest.of(debit) === rest.of(credit));
    if (exact !== undefined) rest.propose(credit, exact, "exact");
  }
  for (const credit of credits)
    for (const debit of subsetOf(rest, rest.of(credit))) rest.propose(credit, debit, "subset");
  for (const credit of credits) for (const debit of rest.debits) rest.propose(credit, debit, "oldest");
  return rest.proposals;
}

/** The debts, those due first before others, that come to exactly so much together; none where none do. */
function subsetOf(rest: Rest, wanted: number): readonly OpenPart[] {
  const open = rest.debits.filter((debit) => rest.of(debit) > 0).slice(0, MOST_DEBTS);
  const after = open.map((_, at) => open.slice(at).reduce((sum, debit) => sum + rest.of(debit), 0));
  const chosen: OpenPart[] = [];
  let attempts = 0;
  const search = (at: number, left: number): boolean => {
    if (left === 0) return true;
    attempts++;
    if (at === open.length || left < 0 || after[at] < left || attempts > MOST_ATTEMPTS) return false;
    chosen.push(open[at]);
    if (search(at + 1, left - rest.of(open[at]))) return true;
    chosen.pop();
    return search(at + 1, left);
  };
  return wanted > 0 && search(0, wanted) ? chosen : [];
}
