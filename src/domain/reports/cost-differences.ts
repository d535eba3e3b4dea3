import { documentTypes } from "../documents/index";
import { NONE } from "../book/lines";
import { dayText } from "../kernel/day";
import { type CostDifference, costDifferences } from "../posting/followed/cost-differences";
import type { Ledgers } from "../posting/ledgers";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

function rowOf(ledgers: Ledgers, { line, item, origin, cause, amount, day }: CostDifference): ReportRow {
  const { lines, masters } = ledgers.book;
  return {
    date: dayText(day),
    type: documentTypes[lines.type[line]].code,
    number: lines.number[line],
    rowId: lines.rowId[line],
    item: masters.items[item].code,
    cause,
    origin: origin === NONE ? null : lines.number[origin],
    originRowId: origin === NONE ? null : lines.rowId[origin],
    amount: figuresOf(ledgers).money(amount),
  };
}

/**
 * What goods that had left cost more or less than they left at, a row a difference, by day: late freight,
 * prices and production costs as far as their goods were sold, and what covers shortages that keep what they
 * were booked at. It is cost of sales of its day and stands in no row of a sale; `origin` is what brought the
 * goods. Source: DOMAIN §5.9, §5.10, §6.
 */
export const costDifferenceRows: ReportDefinition = {
  code: "cost-differences",
  title: { zh: "销售成本差异", en: "Differences in cost of sales" },
  parameters: [...dayRange, only("item")],
  run: (ledgers, parameters) => {
    const { from, to } = daysIn(parameters);
    const asked = numberIn(parameters, "item", -1);
    const place = new Map(Array.from(ledgers.order, (line, at) => [line, at]));
    const placeOf = ({ line }: CostDifference): number => place.get(line) ?? 0;
    const chosen = costDifferences(ledgers, ledgers.stock, ledgers.costed)
      .filter(({ day, item }) => day >= from && day <= to && (asked === -1 || item === asked))
      .sort((a, b) => a.day - b.day || placeOf(a) - placeOf(b));
    const sum = chosen.reduce((all, { amount }) => all + amount, 0);
    return {
      columns,
      rows: chosen.map((each) => rowOf(ledgers, each)),
      totals: { amount: figuresOf(ledgers).money(sum) },
    };
  },
};

const columns = [
  ...[shown.date, shown.type, shown.number],
  column("rowId", "code", ["行ID", "Row ID"]),
  shown.item,
  column("cause", "word", ["差异原因", "Cause"]),
  column("origin", "code", ["来源单号", "Origin"]),
  column("originRowId", "code", ["来源行ID", "Row ID of the origin"]),
  column("amount", "money", ["差异金额", "Difference"]),
];
