import { dayFromText } from "../domain/kernel/day";
import { type Language, type Title, titleIn } from "../domain/kernel/title";
import type { ReportDefinition, ReportResult, ReportRow } from "../domain/reports/report";
import { formatOf } from "../registers/looks";
import type { Cell, Change } from "../workbook/port";

/** How a report's sheet is written: in which language, with how many decimals of money. */
export interface SheetStyle {
  readonly language: Language;
  readonly moneyDecimals: number;
}

/** What the sheet of a report is called in a book of that language. */
export function reportSheetName(title: Title, language: Language): string {
  return `${language === "zh-CN" ? "报表" : "Report"} ${titleIn(language, title)}`;
}

/** The change that writes a report onto a sheet of its own: headers, rows and, last, the totals. */
export function reportSheet(
  definition: Pick<ReportDefinition, "title">,
  { columns: all, rows, totals }: ReportResult,
  { language, moneyDecimals }: SheetStyle,
): Change {
  const isPivot = rows.at(-1)?.["level"] === -1;
  const columns = all.filter(({ id }) => id !== "level");
  const details = isPivot ? rows.slice(0, -1) : rows;
  const cells = (row: ReportRow): Cell[] =>
    columns.map(({ id, kind }) => (kind === "day" ? serial(row[id] ?? null) : (row[id] ?? null)));
  const total = language === "zh-CN" ? "合计" : "Total";
  const last = totals === null ? [] : [cells(totals).map((cell, i) => (i === 0 ? (cell ?? total) : cell))];
  return {
    do: "sheet",
    sheet: reportSheetName(definition.title, language),
    rows: [columns.map(({ title }) => titleIn(language, title)), ...details.map(cells), ...last],
    formats: columns.map(({ kind }) => formatOf(kind, moneyDecimals)),
    headerRows: 1,
  };
}

function serial(value: string | number | null): Cell {
  return typeof value === "string" ? dayFromText(value) : value;
}
