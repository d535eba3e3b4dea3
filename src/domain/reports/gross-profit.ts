import { NONE } from "../book/lines";
import { dayText } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import type { Ledgers } from "../posting/ledgers";
import { type ProfitPart, eachProfitPart } from "../posting/followed/sales-profit";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

type Sum = Pick<ProfitPart, "qty" | "net" | "cost" | "difference">;

const NOTHING: Sum = { qty: 0, net: 0, cost: 0, difference: 0 };

function plus(sum: Sum, part: Sum): Sum {
  const { qty, net, cost, difference } = sum;
  return {
    qty: qty + part.qty,
    net: net + part.net,
    cost: cost + part.cost,
    difference: difference + part.difference,
  };
}

function figuresIn(ledgers: Ledgers, { qty, net, cost, difference }: Sum): ReportRow {
  const { money, quantity } = figuresOf(ledgers);
  const amounts = { net: money(net), cost: money(cost), difference: money(difference) };
  return { qty: quantity(qty), ...amounts, margin: money(net - cost - difference) };
}

/** The parts asked for, by month and item. */
function summed(ledgers: Ledgers, parts: readonly ProfitPart[]) {
  const { masters } = ledgers.book;
  const sums = new Map<string, { readonly period: string; readonly item: string; readonly sum: Sum }>();
  for (const part of parts) {
    const period = dayText(part.day).slice(0, 7);
    const item = part.item === NONE ? "" : masters.items[part.item].code;
    const key = `${period} ${item}`;
    sums.set(key, { period, item, sum: plus(sums.get(key)?.sum ?? NOTHING, part) });
  }
  return [...sums].sort(([a], [b]) => byCodeUnit(a, b)).map(([, found]) => found);
}

/**
 * Gross profit by month and item: `net` of what was delivered and sold over the counter less what came back,
 * and of what invoices say otherwise, by their day; `cost` as the stock ledger issued it, `difference` what
 * goods that had left before turned out to cost more (late freight, prices, production, what covered
 * shortages), which is of the month in which it was booked; `margin` = net − cost − difference.
 * Source: DOMAIN §1 毛利, §4 XF, §6.
 */
export const grossProfit: ReportDefinition = {
  code: "gross-profit",
  title: { zh: "毛利汇总", en: "Gross profit" },
  parameters: [...dayRange, only("item")],
  run: (ledgers, parameters) => {
    const { from, to } = daysIn(parameters);
    const asked = numberIn(parameters, "item", -1);
    const parts: ProfitPart[] = [];
    eachProfitPart(ledgers, (part) => {
      const { day, item } = part;
      if (day >= from && day <= to && (asked === -1 || item === asked)) parts.push(part);
    });
    const rows = summed(ledgers, parts).map(({ period, item, sum }) => ({
      ...{ period, item },
      ...figuresIn(ledgers, sum),
    }));
    return { columns, rows, totals: figuresIn(ledgers, parts.reduce(plus, NOTHING)) };
  },
};

const columns = [
  column("period", "code", ["月份", "Month"]),
  ...[shown.item, shown.qty],
  column("net", "money", ["不含税额", "Net amount"]),
  column("cost", "money", ["成本金额", "Cost"]),
  column("difference", "money", ["成本差异", "Difference in cost"]),
  column("margin", "money", ["毛利", "Margin"]),
];
