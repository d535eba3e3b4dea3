import { decimalText, fraction, least, minus, negative, plus, sign, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import type { OpenItem } from "./open-items";
import { byCodeUnit } from "./oracle-book";
import type { OracleBook } from "./oracle-book";

/** Whose debts are aged, and from which day. */
export interface AgeingAsked {
  readonly side: OpenItem["side"];
  readonly basis: "due" | "document";
}

/** What a partner owes, or is owed, by age; what is not due yet stands apart from it, and so do credits. */
export interface PartnerAges {
  readonly partner: string;
  readonly notDue: string;
  readonly buckets: readonly string[];
  readonly advances: string;
  readonly total: string;
}

/** Days from one day to a later one, negative to an earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The last day of each bucket but the last, rising. */
export function edgesOf(book: OracleBook): readonly number[] {
  return book.setting("ageingBuckets").split(",").map(Number);
}

/** The bucket that so many days fall into; an edge is the last day of its own. */
export function bucketOf(days: number, edges: readonly number[]): number {
  const at = edges.findIndex((edge) => days <= edge);
  return at < 0 ? edges.length : at;
}

/** A book at the end of a day, and what is asked of it. */
interface Asked extends AgeingAsked {
  readonly book: OracleBook;
  readonly asOf: string;
}

/** The place of a debt: −1 = not due yet. */
function placeOf(item: OpenItem, { book, asOf, basis }: Asked): number {
  const days = daysBetween(basis === "due" ? item.due : item.date, asOf);
  return basis === "due" && days <= 0 ? -1 : bucketOf(days, edgesOf(book));
}

/** Credits take up debts, those of the oldest bucket first; answers what is left of both. */
function netted(
  ages: readonly Fraction[],
  credits: Fraction,
): { ages: readonly Fraction[]; credits: Fraction } {
  let left = credits;
  const oldestFirst = [...ages].reverse().map((amount) => {
    const part = least(amount, negative(left));
    left = plus(left, part);
    return minus(amount, part);
  });
  return { ages: oldestFirst.reverse(), credits: left };
}

function agesOf(own: readonly OpenItem[], asked: Asked): PartnerAges {
  const open = own.map((item) => ({ place: placeOf(item, asked), amount: fraction(item.open) }));
  const debts = open.filter(({ amount }) => sign(amount) > 0);
  const edges = edgesOf(asked.book);
  const owed = [-1, ...edges.keys(), edges.length].map((place) =>
    sum(debts.filter((one) => one.place === place).map(({ amount }) => amount)),
  );
  const owing = sum(open.filter(({ amount }) => sign(amount) < 0).map(({ amount }) => amount));
  const isNetted = asked.book.setting("advancesInAgeing") === "netted";
  const { ages, credits } = isNetted ? netted(owed, owing) : { ages: owed, credits: owing };
  const [notDue = zero, ...buckets] = ages;
  return {
    partner: own.at(0)?.partner ?? "",
    notDue: decimalText(notDue),
    buckets: buckets.map(decimalText),
    advances: decimalText(credits),
    total: decimalText(sum([...ages, credits])),
  };
}

/** The debts of every partner by age, given all items at the end of a day; by code. DOMAIN §8.3. */
export function partnerAgeing(items: readonly OpenItem[], asked: Asked): readonly PartnerAges[] {
  const own = items.filter((item) => item.side === asked.side);
  const partners = [...new Set(own.map(({ partner }) => partner))].sort(byCodeUnit);
  return partners.map((partner) =>
    agesOf(
      own.filter((item) => item.partner === partner),
      asked,
    ),
  );
}
