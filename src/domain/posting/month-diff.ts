import { monthText } from "../kernel/day";
import { figure } from "../kernel/numbers";
import type { Change } from "./figure-change";
import type { Ledgers } from "./ledgers";
import { eachProfitPart } from "./followed/sales-profit";

/** Figures by month, 2026-01, in smallest units. */
type ByMonth = ReadonlyMap<string, number>;

/**
 * The gross profit of each month (net sales less what they cost, and less what earlier ones turned out to)
 * and the value of all stock at its end, where they differ between two states of the ledgers; months in their
 * order. Source: DOMAIN §6.
 */
export function monthDiff(before: Ledgers, after: Ledgers): Change[] {
  const decimals = after.book.settings.moneyDecimals;
  const profit = [profits(before), profits(after)] as const;
  const closing = [closings(before), closings(after)] as const;
  const months = new Set([...profit, ...closing].flatMap((figures) => [...figures.keys()]));
  return [...months]
    .sort()
    .flatMap((period) => [
      ...changed("profit", period, [profit[0].get(period) ?? 0, profit[1].get(period) ?? 0], decimals),
      ...changed("closingStock", period, [upTo(closing[0], period), upTo(closing[1], period)], decimals),
    ]);
}

function changed(
  column: "profit" | "closingStock",
  period: string,
  ...[[old, now], decimals]: readonly [readonly [number, number], number]
): Change[] {
  if (old === now || !Number.isFinite(old + now)) return [];
  return [{ number: "", rowId: "", column, period, old: figure(old, decimals), new: figure(now, decimals) }];
}

/** Sums by day, which are by month in the end: every day is asked once for its month. */
class DaySums {
  private readonly sums = new Map<number, number>();

  add(day: number, amount: number): void {
    this.sums.set(day, (this.sums.get(day) ?? 0) + amount);
  }

  byMonth(): ByMonth {
    const months = new Map<string, number>();
    for (const [day, amount] of this.sums) {
      const month = monthText(day);
      months.set(month, (months.get(month) ?? 0) + amount);
    }
    return months;
  }
}

function profits(ledgers: Ledgers): ByMonth {
  const sums = new DaySums();
  eachProfitPart(ledgers, ({ day, net, cost, difference }) => {
    sums.add(day, net - cost - difference);
  });
  return sums.byMonth();
}

/** What stock gained in each month. */
function closings({ book, stock, costed }: Ledgers): ByMonth {
  const sums = new DaySums();
  for (let move = 0; move < stock.moves.count; move++)
    sums.add(book.lines.day[stock.line[move]], costed.value[move]);
  return sums.byMonth();
}

function upTo(gains: ByMonth, last: string): number {
  let sum = 0;
  for (const [month, gain] of gains) if (month <= last) sum += gain;
  return sum;
}
