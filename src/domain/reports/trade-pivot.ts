import { REGISTERS } from "../book/lines";
import { documentTypes } from "../documents/index";
import type { Day } from "../kernel/day";
import type { Title } from "../kernel/title";
import { eachInvoicedSale, type InvoicedSale, invoicesSales } from "../posting/followed/invoiced-sales";
import type { Ledgers } from "../posting/ledgers";
import { stands } from "../posting/ledgers";
import { type Figures, figuresOf } from "./figures";
import {
  type FilterClause,
  filterIn,
  listIn,
  type ParameterDefinition,
  type ReportParameters,
} from "./parameters";
import { type Pivot, pivot, type PivotRow } from "./pivot";
import { pivotColumn } from "./pivot-columns";
import { pivotField, type PivotField, type PivotSource } from "./pivot-fields";
import { MEASURES, measureColumn, measureOf } from "./pivot-measures";
import type { ReportColumn, ReportDefinition, ReportResult, ReportRow } from "./report";
import { column } from "./report-columns";
import { dayRange, daysIn } from "./report-parameters";

/** Which register a pivot is of, and which types of document count where none are named. */
export interface TradePivot {
  readonly code: string;
  readonly title: Title;
  readonly register: "sales" | "purchases";
  readonly types: readonly string[];
}

/** Whether lines of each type are wanted. */
function wantedTypes(register: string, parameters: ReportParameters): readonly boolean[] {
  const types = listIn(parameters, "types");
  return documentTypes.map((type) => type.register === register && types.includes(type.code));
}

/** The lines that stand, of the types wanted and the days asked for, in the order of the register. */
function standingLines(ledgers: Ledgers, register: string, ...[isWanted, { from, to }]: Wanted): Int32Array {
  const { lines } = ledgers.book;
  const place = REGISTERS.findIndex((id) => id === register);
  const first = lines.offsets[place];
  const end = lines.offsets[place + 1];
  const chosen = new Int32Array(end - first);
  let count = 0;
  for (let line = first; line < end; line++) {
    const day = lines.day[line];
    if (isWanted[lines.type[line]] && day >= from && day <= to && stands(lines.status[line]))
      chosen[count++] = line;
  }
  return chosen.subarray(0, count);
}

type Wanted = readonly [isWanted: readonly boolean[], days: { readonly from: Day; readonly to: Day }];

/** Types of invoices that are wanted beside deliveries which they are of. */
function besideDeliveries(isWanted: readonly boolean[]): readonly boolean[] {
  const wanted = documentTypes.filter((_, at) => isWanted[at]).map(({ code }) => code);
  return documentTypes.map(
    ({ refersTo }, at) => isWanted[at] && invoicesSales(at) && wanted.some((code) => refersTo.includes(code)),
  );
}

/**
 * The lines that a pivot runs over. Invoices beside the deliveries that they are of count with what they say
 * otherwise, last of all, so that nothing is sold twice; by themselves they are lines like others.
 */
function chosenLines(ledgers: Ledgers, register: string, parameters: ReportParameters): Chosen {
  const isWanted = wantedTypes(register, parameters);
  const isBeside = besideDeliveries(isWanted);
  const days = daysIn(parameters);
  const isPlain = isWanted.map((is, at) => is && !isBeside[at]);
  const plain = standingLines(ledgers, register, isPlain, days);
  const invoiced: InvoicedSale[] = [];
  if (isBeside.includes(true))
    eachInvoicedSale(ledgers, (sale) => {
      if (sale.day >= days.from && sale.day <= days.to) invoiced.push(sale);
    });
  if (invoiced.length === 0) return { lines: plain, invoiced };
  const lines = new Int32Array(plain.length + invoiced.length);
  lines.set(plain);
  invoiced.forEach(({ line }, at) => (lines[plain.length + at] = line));
  return { lines, invoiced };
}

type Chosen = Pick<PivotSource, "lines" | "invoiced">;

/** The field of a name that was found to be good when the parameters were decoded; none now is a defect. */
function fieldNamed(name: string, source: PivotSource): PivotField {
  const found = pivotColumn(source.view, source.register, name);
  if (found === null) throw new Error(`no column ${name}`);
  return pivotField(found, source);
}

/** The lines whose columns bear one of the values asked for, clause after clause. */
function filtered(source: PivotSource, clauses: readonly FilterClause[]): PivotSource {
  let left = source;
  for (const { column: name, values } of clauses) {
    const { codes, labels } = fieldNamed(name, left);
    const isWanted = labels.map((label) => values.includes(label));
    const first = codes.length - left.invoiced.length;
    left = {
      ...left,
      lines: left.lines.filter((_, i) => isWanted[codes[i]]),
      invoiced: left.invoiced.filter((_, i) => isWanted[codes[first + i]]),
    };
  }
  return left;
}

function scaleOf(measure: string, { money, quantity }: Figures): (units: number) => number {
  return measure === "qty" ? quantity : money;
}

/** What is to be shown: the names of the row fields and the measures, and how its figures are scaled. */
interface Layout {
  readonly rows: readonly string[];
  readonly measures: readonly string[];
  readonly figures: Figures;
}

/** 0 a detail, 1 the innermost subtotal and so on, -1 the grand total. */
function levelOf({ labels }: PivotRow, rows: readonly string[]): number {
  return labels.length === 0 ? -1 : rows.length - labels.length;
}

function rowOf(row: PivotRow, columns: Pivot["columns"], { rows, measures, figures }: Layout): ReportRow {
  const shown: Record<string, string | number | null> = {};
  rows.forEach((name, i) => (shown[name] = row.labels.length > i ? row.labels[i] : null));
  shown["level"] = levelOf(row, rows);
  measures.forEach((measure, m) => {
    const scale = scaleOf(measure, figures);
    columns.forEach((labels, at) => {
      const cell = row.cells[at * measures.length + m];
      shown[`${keyOf(labels)}|${measure}`] = Number.isNaN(cell) ? null : scale(cell);
    });
    shown[`*|${measure}`] = scale(row.totals[m]);
  });
  return shown;
}

/**
 * The key of a column: its labels joined by a slash. A slash in one of several labels, and a label that is
 * nothing but the total's star, are marked with a backslash, so that no two columns have one key.
 */
function keyOf(labels: readonly string[]): string {
  if (labels.length === 1) return /^\\*\*$/.test(labels[0]) ? `\\${labels[0]}` : labels[0];
  return labels.map((label) => label.replace(/[\\/]/g, "\\$&")).join("/");
}

function cellColumns(columns: Pivot["columns"], { measures }: Layout): readonly ReportColumn[] {
  const ofMeasure = (key: string, code: string, [zh, en]: readonly [string, string]): ReportColumn => {
    const { title } = measureOf(code);
    const kind = code === "qty" ? "quantity" : "money";
    return column(`${key}|${code}`, kind, [`${zh} ${title.zh}`, `${en} ${title.en}`]);
  };
  const named = columns.map((labels) => [keyOf(labels), labels.join("/")] as const);
  return [
    ...named.flatMap(([key, name]) => measures.map((code) => ofMeasure(key, code, [name, name]))),
    ...measures.map((code) => ofMeasure("*", code, ["合计", "Total"])),
  ];
}

function resultOf(found: Pivot, layout: Layout, source: PivotSource): ReportResult {
  const titleOf = (name: string): Title =>
    pivotColumn(source.view, source.register, name)?.title ?? { zh: name, en: name };
  const rows = found.rows.map((row) => rowOf(row, found.columns, layout));
  return {
    columns: [
      ...layout.rows.map((id) => ({ id, title: titleOf(id), kind: "text" as const })),
      column("level", "whole", ["级次", "Level"]),
      ...cellColumns(found.columns, layout),
    ],
    rows,
    totals: rows.at(-1) ?? null,
  };
}

/** What a pivot is made from. */
type PivotOf = Pick<PivotSource, "ledgers" | "view">;

function run(trade: TradePivot, parameters: ReportParameters, of: PivotOf): ReportResult {
  const { register } = trade;
  const all = { ...of, register, ...chosenLines(of.ledgers, register, parameters) };
  const source = filtered(all, filterIn(parameters, "filter"));
  const rows = listIn(parameters, "rows");
  const measures = listIn(parameters, "measure");
  const found = pivot({
    count: source.lines.length,
    rows: rows.map((name) => fieldNamed(name, source)),
    columns: listIn(parameters, "columns").map((name) => fieldNamed(name, source)),
    measures: measures.map((code) => measureColumn(measureOf(code).code, source)),
  });
  return resultOf(found, { rows, measures, figures: figuresOf(of.ledgers) }, source);
}

function parametersOf({ register, types }: TradePivot): readonly ParameterDefinition[] {
  const words = documentTypes.filter((type) => type.register === register);
  const there = types.filter((code) => words.some((word) => word.code === code));
  return [
    { id: "types", title: { zh: "单据类型", en: "Types" }, kind: "words", words, fallback: there.join(",") },
    { id: "rows", title: { zh: "行字段", en: "Rows" }, kind: "columns", table: register, fallback: "item" },
    {
      id: "columns",
      title: { zh: "列字段", en: "Columns" },
      kind: "columns",
      table: register,
      fallback: null,
    },
    { id: "measure", title: { zh: "指标", en: "Measure" }, kind: "words", words: MEASURES, fallback: "net" },
    ...dayRange,
    { id: "filter", title: { zh: "筛选", en: "Filter" }, kind: "filter", table: register, fallback: null },
  ];
}

/**
 * A pivot over the standing lines of a register: rows and columns by any of its columns or of its masters',
 * with a subtotal for every prefix of the row fields and the grand total, all tying. A cell into which no
 * line falls is null. Of sales, invoices asked for beside deliveries add what they say otherwise.
 * Source: CONTRACT §5.
 */
export function tradePivot(trade: TradePivot): ReportDefinition {
  return {
    code: trade.code,
    title: trade.title,
    parameters: parametersOf(trade),
    run: (ledgers, parameters, view) => run(trade, parameters, { ledgers, view }),
  };
}
