import { NONE } from "../../book/lines";
import { isTakenBack } from "../../book/reversals";
import { VARIANCE } from "../../costing/moves";
import { documentTypes } from "../../documents/index";
import { linksOf } from "../../documents/links";
import { COST, isJobDifference } from "../../documents/roles";
import { shared } from "../../kernel/shared";
import type { Ledgers } from "../ledgers";

/** What goods that a job made cost more (less, negative) than they came in at; smallest units. */
export interface JobDifference {
  readonly line: number;
  readonly amount: number;
}

/**
 * What some lines of a job that keep the cost they came in at lack of their share, by quantity, of what went
 * into it and is of nothing else that it made: what they came in at, by what their lines say, and what has
 * been booked since is taken off.
 * In the order of the lines.
 * Source: DOMAIN §5.12, §6.
 */
export function jobDifferences(ledgers: Ledgers, job: string, late: readonly number[]): JobDifference[] {
  const { lines } = ledgers.book;
  const own = (line: number): boolean => lines.job[line] === job && !isTakenBack(lines, line);
  const sums = sumsOf(ledgers, own);
  const made = [...sums.made.keys()];
  const qtyOf = (line: number): number => ledgers.quantities.base[line];
  const others = made.filter((line) => !late.includes(line));
  const taken = others.reduce((sum, line) => sum + (sums.made.get(line) ?? 0), 0);
  const shares = shared(Math.max(0, sums.cost + lateIn(ledgers, job) - taken), late.map(qtyOf));
  const booked = bookedSince(ledgers);
  return late.map((line, at) => {
    const known = (sums.made.get(line) ?? 0) + (booked.get(line) ?? 0);
    return { line, amount: shares[at] - known };
  });
}

/** What came late for materials while they were in production for a job. */
function lateIn({ stock }: Ledgers, job: string): number {
  const own = stock.late.flatMap(({ jobs }) => jobs.filter((share) => share.job === job));
  return own.reduce((sum, { amount }) => sum + amount, 0);
}

/** All that went into a job, and what its goods came in at, by line. */
function sumsOf({ book, order, stock, costed }: Ledgers, own: (line: number) => boolean) {
  const { lines } = book;
  const isMade = (line: number): boolean => documentTypes[lines.type[line]].job === "makes";
  const isUsed = (line: number): boolean => documentTypes[lines.type[line]].job !== undefined;
  const made = new Map<number, number>();
  let cost = 0;
  for (const line of order)
    if (own(line) && isUsed(line) && lines.role[line] === COST) cost += lines.value[line] || 0;
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (!own(line) || !isUsed(line) || stock.moves.kind[move] === VARIANCE) continue;
    const variance = costed.variance?.[move] ?? 0;
    if (isMade(line)) made.set(line, (made.get(line) ?? 0) + costed.value[move] + variance);
    else cost -= costed.value[move];
  }
  return { made, cost };
}

/** What has been booked of goods made beside what they came in at, by line. */
function bookedSince({ book: { lines }, order, links }: Ledgers): ReadonlyMap<number, number> {
  const booked = new Map<number, number>();
  for (const line of order) {
    const target = linksOf(links, line).at(0)?.target ?? NONE;
    if (target === NONE || !isJobDifference(lines, line, target)) continue;
    booked.set(target, (booked.get(target) ?? 0) + lines.value[line]);
  }
  return booked;
}
