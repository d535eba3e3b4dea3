import { type Lines, NONE } from "../book/lines";
import type { DocumentType } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import { linksOf } from "../documents/links";
import { isJobDifference } from "../documents/roles";
import { dayText } from "../kernel/day";
import { figure } from "../kernel/numbers";
import type { Ledgers } from "../posting/ledgers";
import { conversionDifferences } from "../posting/followed/conversion-differences";
import { reasonOf, reasonTax, type ReasonTax } from "../posting/moves/reason-taxes";
import { figuresOf } from "./figures";
import { numberIn, type ReportParameters } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

const CONVERTS = documentTypes.map(({ stock }) => stock === "convert");
const FIGURES = ["cost", "inputTax", "outputTax", "total"] as const;
type Amounts = Readonly<Record<(typeof FIGURES)[number], number>>;

/**
 * Whether what documents of a type move in stock is gained or lost by that: neither traded nor made. Of goods
 * made of others, what they came in at beyond what went into them is.
 */
function gainsOrLoses({ register, opens, job, stock }: DocumentType): boolean {
  if (stock === "convert") return true;
  const changes = stock === "count" || stock === "issue" || stock === "receive" || stock === "revalue";
  return register === "stock" && opens !== true && job === undefined && changes;
}

/**
 * What lines moved: signed quantity and value, as the stock ledger has them, and at standard cost what they
 * cost besides; by line.
 */
interface Moved {
  readonly qty: Float64Array;
  readonly value: Float64Array;
}

function movedBy(ledgers: Ledgers): Moved {
  const { book, stock, costed } = ledgers;
  const qty = new Float64Array(book.lines.count);
  const value = new Float64Array(book.lines.count);
  for (let move = 0; move < stock.moves.count; move++) {
    if (CONVERTS[book.lines.type[stock.line[move]]]) continue;
    qty[stock.line[move]] += costed.qty[move];
    value[stock.line[move]] += costed.value[move] + (costed.variance?.[move] ?? 0);
  }
  for (const [line, amount] of conversionDifferences(ledgers)) value[line] = amount;
  return { qty, value };
}

/**
 * The tax of what a line took out, negative where it takes such a line back; null where nothing is taxed, as
 * nothing is of goods found or of a value that changed.
 */
function taxOf({ book }: Ledgers, { qty, value }: Moved, line: number): ReasonTax | null {
  const origin = originOf(book.lines, line);
  if (qty[origin] >= 0) return null;
  const sign = qty[line] < 0 ? 1 : -1;
  const tax = reasonTax(book, { line: origin, qty: Math.abs(qty[line]), cost: Math.abs(value[line]) });
  if (tax === null) return null;
  return { ...tax, inputTax: sign * tax.inputTax, outputTax: sign * tax.outputTax };
}

function amountsOf(cost: number, tax: ReasonTax | null): Amounts {
  const { inputTax = 0, outputTax = 0 } = tax ?? {};
  return { cost, inputTax, outputTax, total: cost - inputTax - outputTax };
}

/** The lines asked for that gained or lost something, in business order. */
function chosen({ book, order, links }: Ledgers, { qty, value }: Moved, parameters: ReportParameters) {
  const { lines } = book;
  const { from, to } = daysIn(parameters);
  const item = numberIn(parameters, "item", -1);
  const warehouse = numberIn(parameters, "warehouse", -1);
  const types = documentTypes.map(gainsOrLoses);
  const isPlaced = (origin: number): boolean =>
    (item === -1 || lines.item[origin] === item) &&
    (warehouse === -1 || lines.warehouse[origin] === warehouse);
  return Array.from(
    order.filter((line) => {
      const isShared = linksOf(links, line).some(({ target }) => isJobDifference(lines, line, target));
      if (isShared || !types[lines.type[line]] || lines.day[line] < from || lines.day[line] > to)
        return false;
      return isPlaced(originOf(lines, line)) && (qty[line] !== 0 || value[line] !== 0);
    }),
  );
}

/** The line that one takes back, else itself. */
function originOf({ reverses }: Lines, line: number): number {
  return reverses[line] === NONE ? line : reverses[line];
}

/** One line of the report with what it came to. */
interface Row {
  readonly line: number;
  readonly qty: number;
  readonly tax: ReasonTax | null;
}

/** What a row says beside its amounts. */
function rowOf(ledgers: Ledgers, { line, qty, tax }: Row): ReportRow {
  const { book } = ledgers;
  const { lines, masters } = book;
  const origin = originOf(lines, line);
  const reason = reasonOf(book, origin);
  return {
    date: dayText(lines.day[line]),
    type: documentTypes[lines.type[line]].code,
    number: lines.number[line],
    rowId: lines.rowId[line],
    item: masters.items[lines.item[origin]].code,
    warehouse: masters.warehouses[lines.warehouse[origin]].code,
    reason: reason?.code ?? (lines.reason[origin] || null),
    vat: reason?.vat ?? null,
    qty: figuresOf(ledgers).quantity(qty),
    taxRate: tax === null ? null : figure(tax.rate, 6),
  };
}

/**
 * What was gained and lost in stock without trade or production, a row a line: counts, write-offs, found
 * goods, other receipts and issues, changes of value, and what conversions made beyond what went in, on the
 * row that says its own cost. Quantity and cost are as the stock ledger has them; `inputTax` is deducted tax
 * to pay back, `outputTax` owed as if the goods had been sold, `total` = cost − both. Source: DOMAIN §4,
 * §5.12, §7, §10.
 */
export const stockGainsLosses: ReportDefinition = {
  code: "stock-gains-losses",
  title: { zh: "库存损益", en: "Stock gains and losses" },
  parameters: [...dayRange, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const moved = movedBy(ledgers);
    const { money } = figuresOf(ledgers);
    const lines = chosen(ledgers, moved, parameters);
    const shownIn = (amounts: Amounts): ReportRow =>
      Object.fromEntries(FIGURES.map((id) => [id, money(amounts[id])] as const));
    const all = lines.map((line) => {
      const tax = taxOf(ledgers, moved, line);
      return { line, tax, qty: moved.qty[line], amounts: amountsOf(moved.value[line], tax) };
    });
    const sum = (id: (typeof FIGURES)[number]): number =>
      all.reduce((sum, { amounts }) => sum + amounts[id], 0);
    return {
      columns,
      rows: all.map(({ amounts, ...row }) => ({ ...rowOf(ledgers, row), ...shownIn(amounts) })),
      totals: Object.fromEntries(FIGURES.map((id) => [id, money(sum(id))] as const)),
    };
  },
};

const columns = [
  ...[shown.date, shown.type, shown.number],
  column("rowId", "code", ["行ID", "Row ID"]),
  ...[shown.item, shown.warehouse],
  column("reason", "code", ["业务原因", "Reason"]),
  column("vat", "word", ["税务处理", "Tax treatment"]),
  shown.qty,
  column("cost", "money", ["成本金额", "Cost"]),
  column("taxRate", "price", ["税率", "Tax rate"]),
  column("inputTax", "money", ["进项税转出", "Input tax taken out"]),
  column("outputTax", "money", ["视同销售销项税", "Output tax of a deemed sale"]),
  column("total", "money", ["损益合计", "Result"]),
];
