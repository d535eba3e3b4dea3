import { NONE } from "../book/lines";
import { linesOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { mulDiv } from "../kernel/mul-div";
import type { Ledgers } from "../posting/ledgers";
import { THREE_WAY_STATES, threeWay, type ThreeWayLine } from "../posting/worklists/three-way";
import { standing } from "../settlement/as-of";
import { figuresOf } from "./figures";
import { listIn, numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { only } from "./report-parameters";

/** What was paid of each document, by document. */
function paidByDocument({ debts, documents }: Ledgers): Float64Array {
  const { items } = debts;
  const { paid } = standing(items, Infinity);
  const sums = new Float64Array(documents.count);
  for (let item = 0; item < items.count; item++) sums[items.document[item]] += Math.max(0, paid[item]);
  return sums;
}

/** What was paid for a line: of each document that owes for it, the share of its item. */
function paidOf(
  { documents, book }: Ledgers,
  { documents: own, line }: ThreeWayLine,
  paid: Float64Array,
): number {
  const { total, item } = book.lines;
  const sum = (lines: Int32Array): number => lines.reduce((all, one) => all + Math.abs(total[one] || 0), 0);
  return own.reduce((all, document) => {
    const lines = linesOf(documents, document);
    const whole = sum(lines);
    const share = sum(lines.filter((one) => item[one] === item[line]));
    return all + (whole === 0 ? 0 : mulDiv(paid[document], share, whole));
  }, 0);
}

function rowOf(ledgers: Ledgers, line: ThreeWayLine, paid: Float64Array): ReportRow {
  const { lines, masters } = ledgers.book;
  const { money, quantity } = figuresOf(ledgers);
  const invoices = [...new Set(line.invoices.map((invoice) => lines.invoice[invoice]))].filter(
    (no) => no !== "",
  );
  return {
    partner: masters.partners[lines.partner[line.line]]?.code ?? null,
    type: documentTypes[lines.type[line.line]].code,
    number: lines.number[line.line],
    line: lines.line[line.line],
    date: dayText(lines.day[line.line]),
    item: masters.items[lines.item[line.line]].code,
    ordered: line.ordered === null ? null : quantity(line.ordered),
    received: quantity(line.received),
    returned: quantity(line.returned),
    invoiced: quantity(line.invoiced),
    agreed: money(line.agreed),
    billed: money(line.billed),
    difference: money(line.billed - line.agreed),
    paid: money(paidOf(ledgers, line, paid)),
    invoice: invoices.length === 0 ? null : invoices.join(";"),
    state: line.state,
  };
}

/**
 * Order, receipt and invoice of every purchase line beside each other, and how far they agree within the
 * tolerances asked for; amounts net. Source: DOMAIN §8.7.
 */
export const threeWayMatch: ReportDefinition = {
  code: "three-way-match",
  title: { zh: "三单匹配", en: "Three-way match" },
  parameters: [
    only("partner"),
    {
      id: "qtyTolerance",
      title: { zh: "数量容差%", en: "Quantity tolerance %" },
      kind: "rate",
      fallback: "0",
    },
    {
      id: "priceTolerance",
      title: { zh: "价格容差%", en: "Price tolerance %" },
      kind: "rate",
      fallback: "0",
    },
    {
      id: "state",
      title: { zh: "状态", en: "States" },
      kind: "words",
      words: THREE_WAY_STATES,
      fallback: null,
    },
  ],
  run: (ledgers, parameters) => {
    const { partner } = ledgers.book.lines;
    const wanted = numberIn(parameters, "partner", NONE);
    const states = listIn(parameters, "state");
    const tolerance = {
      qty: numberIn(parameters, "qtyTolerance", 0),
      price: numberIn(parameters, "priceTolerance", 0),
    };
    const paid = paidByDocument(ledgers);
    const rows = threeWay(ledgers, tolerance)
      .filter(({ line }) => wanted === NONE || partner[line] === wanted)
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .map((line) => rowOf(ledgers, line, paid));
    return { columns, rows, totals: null };
  },
};

const columns = [
  ...[shown.partner, shown.type, shown.number],
  column("line", "whole", ["行号", "Line"]),
  ...[shown.date, shown.item],
  column("ordered", "quantity", ["订购数量", "Ordered"]),
  column("received", "quantity", ["入库数量", "Received"]),
  column("returned", "quantity", ["退货数量", "Returned"]),
  column("invoiced", "quantity", ["到票数量", "Invoiced"]),
  column("agreed", "money", ["约定金额", "As agreed"]),
  column("billed", "money", ["发票金额", "As invoiced"]),
  column("difference", "money", ["差额", "Difference"]),
  column("paid", "money", ["已付", "Paid"]),
  column("invoice", "code", ["发票号码", "Invoice number"]),
  column("state", "word", ["状态", "State"]),
];
