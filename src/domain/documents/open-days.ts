import type { Book } from "../book/book";
import { lastClosed } from "../book/closed-periods";
import { type Day, dayText, FIRST_DAY } from "../kernel/day";
import type { Facts } from "../kernel/finding";

/**
 * Why nothing may be posted or changed on a day: the facts of PERIOD_CLOSED; null where it is open. What is
 * frozen and what is closed counts for everybody, `earliest` (left out: as early as one likes) for whoever
 * asks.
 * Source: DOMAIN §13.
 */
export function closedFacts({ settings, masters }: Book, day: Day, earliest: Day = FIRST_DAY): Facts | null {
  const closed = lastClosed(masters.periods);
  const open = [earliest, (settings.frozenUntil ?? -1) + 1, (closed?.to ?? -1) + 1];
  const limit = Math.max(...open);
  if (day >= limit) return null;
  const period = closed !== null && day <= closed.to ? closed.period : null;
  return { date: dayText(day), limit: dayText(limit), period };
}
