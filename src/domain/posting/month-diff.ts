import { dayText } from "../kernel/day";
import { figure } from "../kernel/numbers";
import type { Change } from "./figure-change";
import type { Ledgers } from "./ledgers";
import { profitParts } from "./followed/sales-profit";

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

/** The month of a day, each day asked for once. */
function monthOf(): (day: number) => string {
  const known = new Map<number, string>();
  return (day) => {
    const month = known.get(day) ?? dayText(day).slice(0, 7);
    known.set(day, month);
    return month;
  };
}

function add(figures: Map<string, number>, month: string, amount: number): void {
  figures.set(month, (figures.get(month) ?? 0) + amount);
}

function profits(ledgers: Ledgers): ByMonth {
  const { day } = ledgers.book.lines;
  const months = new Map<string, number>();
  const month = monthOf();
  for (const { line, net, cost, difference } of profitParts(ledgers))
    add(months, month(day[line]), net - cost - difference);
  return months;
}

/** What stock gained in each month. */
function closings({ book, stock, costed }: Ledgers): ByMonth {
  const months = new Map<string, number>();
  const month = monthOf();
  for (let move = 0; move < stock.moves.count; move++)
    add(months, month(book.lines.day[stock.line[move]]), costed.value[move]);
  return months;
}

function upTo(gains: ByMonth, last: string): number {
  let sum = 0;
  for (const [month, gain] of gains) if (month <= last) sum += gain;
  return sum;
}
