import { zeroIfBlank } from "../documents/amounts";
import { documentTypes } from "../documents/index";
import type { Ledgers } from "../posting/ledgers";
import type { ParameterWord } from "./parameters";
import type { PivotSource } from "./pivot-fields";

/** What a pivot can sum. */
export const MEASURES = [
  { code: "qty", title: { zh: "数量", en: "Quantity" } },
  { code: "net", title: { zh: "不含税额", en: "Net amount" } },
  { code: "total", title: { zh: "价税合计", en: "Total amount" } },
  { code: "cost", title: { zh: "成本金额", en: "Cost" } },
  { code: "margin", title: { zh: "毛利", en: "Margin" } },
] as const satisfies readonly ParameterWord[];

/** Code of a measure. */
export type MeasureCode = (typeof MEASURES)[number]["code"];

/** The measure of a code; a code that is none is a defect. */
export function measureOf(code: string): (typeof MEASURES)[number] {
  const found = MEASURES.find((measure) => measure.code === code);
  if (found === undefined) throw new Error(`no measure ${code}`);
  return found;
}

/** The value that every line moved in stock, both ways together, at its final cost; + in. */
function stockValues({ book, stock, costed }: Ledgers): Float64Array {
  const values = new Float64Array(book.lines.count);
  for (let move = 0; move < stock.moves.count; move++) values[stock.line[move]] += costed.value[move];
  return values;
}

/** What a line adds to its kind of trade: 1, or -1 for what comes or goes back. */
function signOf(type: number): number {
  return documentTypes[type].debt === "return" ? -1 : 1;
}

/** What the lines of a column of the register come to; those of invoices by what they add to sales. */
function amounts(source: PivotSource, id: "qty" | "net" | "total"): Float64Array {
  const { book, quantities } = source.ledgers;
  const { type } = book.lines;
  const amount = id === "qty" ? quantities.base : book.lines[id];
  const signs = documentTypes.map((_, place) => signOf(place));
  const { lines, invoiced } = source;
  const column = new Float64Array(lines.length);
  const first = lines.length - invoiced.length;
  for (let i = 0; i < first; i++) column[i] = signs[type[lines[i]]] * zeroIfBlank(amount[lines[i]]);
  invoiced.forEach((sale, i) => (column[first + i] = sale[id]));
  return column;
}

function costs({ ledgers, register, lines }: PivotSource): Float64Array {
  const values = stockValues(ledgers);
  const sign = register === "sales" ? -1 : 1;
  const column = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i++) column[i] = sign * values[lines[i]];
  return column;
}

/** Net less cost, worked out in the column of the costs. */
function margins(source: PivotSource): Float64Array {
  const column = costs(source);
  const net = amounts(source, "net");
  for (let i = 0; i < column.length; i++) column[i] = net[i] - column[i];
  return column;
}

/**
 * A measure of every line chosen, in smallest units: `qty` in stock units; `net` and `total` of what was
 * accepted; returns negative; `cost` what the goods are worth in stock (of sales what left, of purchases what
 * came); `margin` = net − cost. A line of an invoice beside deliveries has what it adds to them.
 */
export function measureColumn(measure: MeasureCode, source: PivotSource): Float64Array {
  if (measure === "cost") return costs(source);
  return measure === "margin" ? margins(source) : amounts(source, measure);
}
