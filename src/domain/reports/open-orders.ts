import { statusesAt } from "../book/finishings";
import { NONE, STATUSES } from "../book/lines";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import { type Execution, executionOf, openOf } from "../posting/execution";
import type { Ledgers } from "../posting/ledgers";
import { figuresOf } from "./figures";
import { listIn, numberIn, type ReportParameters } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, only } from "./report-parameters";

const CLOSED = STATUSES.indexOf("closed");
const REVERSED = STATUSES.indexOf("reversed");
const ORDERS = documentTypes.filter(({ order }) => order === true);

/** Lines of orders asked for, in order of code of partner, day, number, line. */
function chosen({ book, order }: Ledgers, parameters: ReportParameters): readonly number[] {
  const { lines, masters } = book;
  const types = listIn(parameters, "types");
  const until = numberIn(parameters, "asOf", Infinity);
  const statusOf = statusesAt(book, until);
  const partner = numberIn(parameters, "partner", NONE);
  const item = numberIn(parameters, "item", NONE);
  const isWanted = (line: number): boolean =>
    types.includes(documentTypes[lines.type[line]].code) &&
    documentTypes[lines.type[line]].order === true &&
    lines.day[line] <= until &&
    statusOf(line) !== REVERSED;
  const isOf = (line: number): boolean =>
    (partner === NONE || lines.partner[line] === partner) && (item === NONE || lines.item[line] === item);
  const code = (line: number): string => masters.partners[lines.partner[line]]?.code ?? "";
  return Array.from(order.filter((line) => isWanted(line) && isOf(line))).sort(
    (a, b) =>
      byCodeUnit(code(a), code(b)) ||
      lines.day[a] - lines.day[b] ||
      byCodeUnit(lines.number[a], lines.number[b]) ||
      lines.line[a] - lines.line[b],
  );
}

function stateOf({ executed, statusOf }: Execution, line: number, open: number): string {
  if (statusOf(line) === CLOSED) return "closed";
  if (open === 0) return "done";
  return executed[line] > 0 ? "partial" : "none";
}

function rowOf(
  ledgers: Ledgers,
  execution: Execution,
  { line, day }: { readonly line: number; readonly day: number },
): ReportRow {
  const { lines, masters } = ledgers.book;
  const { quantity } = figuresOf(ledgers);
  const open = openOf(ledgers, execution, line);
  const promised = lines.promised[line];
  return {
    type: documentTypes[lines.type[line]].code,
    number: lines.number[line],
    line: lines.line[line],
    date: dayText(lines.day[line]),
    promised: promised === NONE ? null : dayText(promised),
    partner: masters.partners[lines.partner[line]]?.code ?? null,
    item: masters.items[lines.item[line]]?.code ?? null,
    ordered: quantity(ledgers.quantities.base[line]),
    executed: quantity(execution.executed[line]),
    returned: quantity(execution.returned[line]),
    invoiced: quantity(execution.invoiced[line]),
    open: quantity(open),
    state: stateOf(execution, line, open),
    late: open > 0 && promised !== NONE ? Math.max(0, day - promised) : 0,
  };
}

/**
 * What was ordered and what became of it by the end of `asOf`, a row a line, in stock units: executed,
 * returned and invoiced through what was received or delivered against it; `late` the days since it was
 * promised. What is done or finished by hand only with `all`. Source: DOMAIN §3.2, §8.7.
 */
export const openOrders: ReportDefinition = {
  code: "open-orders",
  title: { zh: "订单执行情况", en: "Open orders" },
  parameters: [
    asOf,
    { id: "types", title: { zh: "单据类型", en: "Types" }, kind: "words", words: ORDERS, fallback: "CG,XS" },
    only("partner"),
    only("item"),
    { id: "all", title: { zh: "含已完成", en: "With done" }, kind: "flag", fallback: "no" },
  ],
  run: (ledgers, parameters) => {
    const day = numberIn(parameters, "asOf", Infinity);
    const execution = executionOf(ledgers, day);
    const rows = chosen(ledgers, parameters)
      .map((line) => rowOf(ledgers, execution, { line, day }))
      .filter(({ open }) => parameters["all"] === true || open !== 0);
    return { columns, rows, totals: null };
  },
};

const columns = [
  ...[shown.type, shown.number],
  column("line", "whole", ["行号", "Line"]),
  shown.date,
  column("promised", "day", ["交货日期", "Promised"]),
  ...[shown.partner, shown.item],
  column("ordered", "quantity", ["订货数量", "Ordered"]),
  column("executed", "quantity", ["已执行数量", "Executed"]),
  column("returned", "quantity", ["已退数量", "Returned"]),
  column("invoiced", "quantity", ["已开票数量", "Invoiced"]),
  column("open", "quantity", ["未执行数量", "Open"]),
  column("state", "word", ["执行状态", "State"]),
  column("late", "whole", ["逾期天数", "Days late"]),
];
