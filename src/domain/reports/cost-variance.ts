import { lastClosed } from "../book/closed-periods";
import { mulDiv } from "../kernel/mul-div";
import { civil, dayOf, monthText } from "../kernel/day";
import { figure, powerOfTen } from "../kernel/numbers";
import { standardVariances } from "../posting/followed/standard-variances";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";
import { byPlace } from "./row-order";

const FIGURES = ["opening", "ofReceipts", "ofTransfers", "ofIssues", "closing"] as const;

/** The month of a day as the months of variances are counted; that of no day is itself. */
function monthOf(day: number): number {
  if (!Number.isFinite(day)) return day;
  const { year, month } = civil(day);
  return year * 12 + month;
}

function firstDayOf(month: number): number {
  return dayOf(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);
}

/**
 * What goods of standard cost cost more or less than it (材料成本差异), month by month: what was there, what
 * receipts brought, the share of what was issued by the rate of the month (per cent), what stays with the
 * stock. Σ `ofReceipts` = the variances of the stock ledger's moves; `provisional` while the month is open.
 * Source: DOMAIN §5.7.
 */
export const costVariance: ReportDefinition = {
  code: "cost-variance",
  title: { zh: "材料成本差异", en: "Variance to standard cost" },
  parameters: [...dayRange, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const { items, warehouses, periods } = ledgers.book.masters;
    const { money } = figuresOf(ledgers);
    const { from, to } = daysIn(parameters);
    const item = numberIn(parameters, "item", -1);
    const warehouse = numberIn(parameters, "warehouse", -1);
    const { places, months } = standardVariances(ledgers, monthOf(to));
    const closedTo = lastClosed(periods)?.to ?? -Infinity;
    const chosen = months.filter(({ place, month }) => {
      const of = places[place];
      const isPlace = warehouse === -1 || of.warehouse === null || of.warehouse === warehouse;
      return month >= monthOf(from) && month <= monthOf(to) && isPlace && (item === -1 || of.item === item);
    });
    const rows = chosen.map((each): ReportRow => {
      const of = places[each.place];
      const rate = each.standard > 0 ? mulDiv(each.shared, powerOfTen(8), each.standard) : null;
      return {
        item: items[of.item].code,
        warehouse: of.warehouse === null ? null : warehouses[of.warehouse].code,
        period: monthText(firstDayOf(each.month)),
        ...Object.fromEntries(FIGURES.map((id) => [id, money(each[id])])),
        rate: rate === null ? null : figure(rate, 6),
        standard: money(each.standard),
        state: firstDayOf(each.month + 1) - 1 <= closedTo ? "closed" : "provisional",
      };
    });
    const total = (id: (typeof FIGURES)[number]): number =>
      money(chosen.reduce((sum, each) => sum + each[id], 0));
    return {
      columns,
      rows: rows.sort(byPlace),
      totals: {
        ofReceipts: total("ofReceipts"),
        ofTransfers: total("ofTransfers"),
        ofIssues: total("ofIssues"),
      },
    };
  },
};

const columns = [
  ...[shown.item, shown.warehouse],
  column("period", "text", ["期间", "Period"]),
  column("opening", "money", ["期初差异", "Opening"]),
  column("ofReceipts", "money", ["本期入库差异", "Of receipts"]),
  column("ofTransfers", "money", ["调拨转入差异", "Of transfers"]),
  column("standard", "money", ["标准成本", "Standard value"]),
  column("rate", "price", ["差异率%", "Rate %"]),
  column("ofIssues", "money", ["出库分摊差异", "Of issues"]),
  column("closing", "money", ["期末差异", "Closing"]),
  column("state", "word", ["状态", "State"]),
];
