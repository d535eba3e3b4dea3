import { dayFromText } from "../domain/kernel/day";
import { type Language, type Title, titleIn } from "../domain/kernel/title";
import type { ReportDefinition, ReportResult, ReportRow } from "../domain/reports/report";
import { formatOf } from "../registers/looks";
import type { Cell, Change } from "../workbook/port";

/** How a report's sheet is written: in which language, with how many decimals of money. */
export interface SheetStyle {
  readonly language: Language;
  readonly moneyDecimals: number;
  /** What the report was asked, in a line; "" = nothing. */
  readonly asked: string;
}

/** What the sheet of a report is called in a book of that language. */
export function reportSheetName(title: Title, language: Language): string {
  return `${language === "zh-CN" ? "报表" : "Report"} ${titleIn(language, title)}`;
}

/** Sums within a report stand out as long as they are not too many to be told apart quickly. */
const MOST_BOLD = 60;

/**
 * The change that writes a report onto a sheet of its own: what it is and what it was asked, headers, rows
 * and, last, the totals.
 */
export function reportSheet(
  definition: Pick<ReportDefinition, "title">,
  { columns: all, rows: made, totals }: ReportResult,
  { language, moneyDecimals, asked }: SheetStyle,
): Change {
  const isPivot = made.at(-1)?.["level"] === -1;
  const columns = all.filter(({ id }) => id !== "level");
  const details = isPivot ? made.slice(0, -1) : made;
  const cells = (row: ReportRow): Cell[] =>
    columns.map(({ id, kind }) => (kind === "day" ? serial(row[id] ?? null) : (row[id] ?? null)));
  const total = language === "zh-CN" ? "合计" : "Total";
  const last = totals === null ? [] : [cells(totals).map((cell, i) => (i === 0 ? (cell ?? total) : cell))];
  const titles = [titleIn(language, definition.title), asked].filter((line) => line !== "");
  const headerRows = titles.length + 1;
  const rows: readonly (readonly Cell[])[] = [
    ...titles.map((line) => [line]),
    columns.map(({ title }) => titleIn(language, title)),
    ...details.map(cells),
    ...last,
  ];
  const sums = [
    ...sumsAmong(details).map((at) => headerRows + at),
    ...(totals === null ? [] : [rows.length - 1]),
  ];
  return {
    do: "sheet",
    sheet: reportSheetName(definition.title, language),
    rows,
    formats: columns.map(({ kind }) => formatOf(kind, moneyDecimals)),
    headerRows,
    titleRows: titles.length,
    bold: [0, headerRows - 1, ...sums],
  };
}

/** The rows of a pivot that sum up the ones below them; none where they are too many. */
function sumsAmong(rows: readonly ReportRow[]): readonly number[] {
  const levels = rows.map((row) => Number(row["level"] ?? 0));
  const deepest = levels.reduce((most, level) => Math.max(most, level), 0);
  const sums = levels.flatMap((level, at) => (level < deepest ? [at] : []));
  return sums.length > MOST_BOLD ? [] : sums;
}

function serial(value: string | number | null): Cell {
  return typeof value === "string" ? dayFromText(value) : value;
}
