import { NONE } from "../book/lines";
import { linesOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { shared } from "../kernel/shared";
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

/** A part of a document that owes, and the place of the line it is of. */
interface Part {
  readonly at: number;
  readonly total: number;
}

/** The parts of every document that are of some line, by document. */
function partsByDocument({ documents }: Ledgers, all: readonly ThreeWayLine[]): ReadonlyMap<number, Part[]> {
  const byDocument = new Map<number, Part[]>();
  all.forEach(({ owing }, at) => {
    for (const { line, total } of owing) {
      const document = documents.ofLine[line];
      const parts = byDocument.get(document) ?? [];
      byDocument.set(document, parts);
      parts.push({ at, total: Math.abs(total) });
    }
  });
  return byDocument;
}

/**
 * What was paid for each line, in their order: of each document that owes, what was paid is shared by what
 * its lines come to, what is of no line included; rounded, the remainder on the last.
 */
function paidFor(ledgers: Ledgers, all: readonly ThreeWayLine[]): Float64Array {
  const { documents, book } = ledgers;
  const paid = paidByDocument(ledgers);
  const sums = new Float64Array(all.length);
  for (const [document, parts] of partsByDocument(ledgers, all)) {
    const whole = linesOf(documents, document).reduce(
      (sum, line) => sum + Math.abs(book.lines.total[line] || 0),
      0,
    );
    const others = parts.reduce((rest, { total }) => rest - total, whole);
    const shares = shared(paid[document], [Math.max(0, others), ...parts.map(({ total }) => total)]);
    parts.forEach(({ at }, i) => (sums[at] += shares[i + 1]));
  }
  return sums;
}

function rowOf(ledgers: Ledgers, line: ThreeWayLine, paid: number): ReportRow {
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
    paid: money(paid),
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
    const all = threeWay(ledgers, tolerance);
    const paid = paidFor(ledgers, all);
    const rows = all
      .map((line, at) => ({ line, paid: paid[at] }))
      .filter(({ line }) => wanted === NONE || partner[line.line] === wanted)
      .filter(({ line }) => states.length === 0 || states.includes(line.state))
      .map((one) => rowOf(ledgers, one.line, one.paid));
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
