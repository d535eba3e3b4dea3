import type { DunningEvent, DunningLevel } from "../../book/dunning";
import { NONE } from "../../book/lines";
import { headOf } from "../../documents/group";
import type { Day } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { mulDiv } from "../../kernel/mul-div";
import { RATE_WHOLE } from "../../kernel/numbers";
import { openAt, standing } from "../../settlement/as-of";
import { DUNNING_LEVELS } from "../../settlement/dunning-letters";
import { RECEIVABLE } from "../../settlement/open-items";
import { type Ledgers, stands } from "../ledgers";

const DAYS_A_YEAR = 365;

/**
 * What is to be done about an overdue debt. `due` it is to be dunned; `dunned` it has been on this level;
 * `disputed` and `promised` it is not.
 */
export const DUNNING_STATES = [
  { code: "due", title: { zh: "应催", en: "To be dunned" } },
  { code: "dunned", title: { zh: "已催", en: "Dunned" } },
  { code: "disputed", title: { zh: "有争议", en: "Disputed" } },
  { code: "promised", title: { zh: "承诺付款", en: "Promised" } },
] as const;

/** A debt of a customer that is overdue as far as a level; money in smallest units. */
export interface OverdueDebt {
  readonly item: number;
  readonly head: number;
  readonly part: number;
  readonly due: Day;
  readonly days: number;
  readonly open: number;
  readonly interest: number;
  readonly level: DunningLevel;
  /** The highest level on which it has been dunned; 0 = none. */
  readonly dunned: number;
  readonly state: (typeof DUNNING_STATES)[number]["code"];
}

/** Interest on a debt for so many days, rounded; the rate per cent a year in 10⁻⁶. Source: DOMAIN §8.5. */
function interestOn(open: number, rate: number, days: number): number {
  return mulDiv(open, rate * days, DAYS_A_YEAR * RATE_WHOLE);
}

/** What is on record of a debt at the end of a day. */
interface OnRecord {
  readonly dunned: number;
  readonly disputed: boolean;
  readonly until: Day;
}

function recordOf(events: readonly DunningEvent[], part: number, asOf: Day): OnRecord {
  let record: OnRecord = { dunned: 0, disputed: false, until: NONE };
  for (const { part: of, day, event, level, until } of events) {
    if (day > asOf || (of !== NONE && of !== part)) continue;
    if (event === "dunned") record = { ...record, dunned: Math.max(record.dunned, level) };
    else if (event === "disputed") record = { ...record, disputed: true };
    else if (event === "promised") record = { ...record, until };
    else record = { ...record, disputed: false, until: NONE };
  }
  return record;
}

function stateOf({ dunned, disputed, until }: OnRecord, level: number, asOf: Day): OverdueDebt["state"] {
  if (disputed) return "disputed";
  if (until > asOf) return "promised";
  return dunned >= level ? "dunned" : "due";
}

/** What was done about each document, by its number. */
function eventsByNumber(events: readonly DunningEvent[]): ReadonlyMap<string, readonly DunningEvent[]> {
  const byNumber = new Map<string, DunningEvent[]>();
  for (const event of events) byNumber.set(event.number, [...(byNumber.get(event.number) ?? []), event]);
  return byNumber;
}

/**
 * What customers owe at the end of a day and should have paid long enough ago for a level, with its interest.
 * A debt is dunned once on a level; one that is disputed, or promised for a later day, is not. Source:
 * DOMAIN §8.5.
 */
export function overdueDebts(
  { book, documents, debts: { items } }: Ledgers,
  asOf: Day,
): readonly OverdueDebt[] {
  const { masters, settings, lines } = book;
  const levels = masters.dunningLevels.length === 0 ? DUNNING_LEVELS : masters.dunningLevels;
  const events = eventsByNumber(masters.dunning);
  const at = standing(items, asOf);
  const found: OverdueDebt[] = [];
  for (let item = 0; item < items.count; item++) {
    const open = openAt(at, item);
    const days = asOf - at.due[item];
    const level = levels.findLast((one) => one.days <= days);
    if (items.side[item] !== RECEIVABLE || items.day[item] > asOf || open <= 0 || level === undefined)
      continue;
    const head = headOf(documents, items.document[item]);
    const part = items.part[item];
    const record = recordOf(events.get(lines.number[head]) ?? [], part, asOf);
    const interest = interestOn(open, settings.interestRate, days);
    const state = stateOf(record, level.level, asOf);
    found.push({
      item,
      head,
      part,
      due: at.due[item],
      days,
      open,
      interest,
      level,
      dunned: record.dunned,
      state,
    });
  }
  return found;
}

/** UNKNOWN_REF where something is on record of a document that is not there. */
export function dunningFindings({ book }: Ledgers): readonly Finding[] {
  const { masters, lines } = book;
  if (masters.dunning.length === 0) return [];
  const known = new Set(lines.number.filter((_, line) => stands(lines.status[line])));
  return masters.dunning.flatMap(({ row, number }) => {
    const place = { table: "dunning", row, rowId: null, column: "number" };
    return known.has(number) ? [] : [finding("UNKNOWN_REF", place, { value: number })];
  });
}
