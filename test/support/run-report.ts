import { dayFromText } from "../../src/domain/kernel/day";
import { reportParameters } from "../../src/domain/reports/parameters";
import type { ReportDefinition, ReportResult, ReportRow } from "../../src/domain/reports/report";
import { type Sheet, typedBook } from "./book";

/**
 * What a report answers of a typed book; today is 2026-12-31. A parameter that makes no sense fails the test.
 */
export function runReport(
  report: ReportDefinition,
  sheets: Readonly<Record<string, Sheet>>,
  asked: Readonly<Record<string, unknown>> = {},
): ReportResult {
  const { ledgers, view } = typedBook(sheets);
  const context = { book: ledgers.book, view, today: dayFromText("2026-12-31") };
  const { value, findings } = reportParameters(report, asked, context);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return report.run(ledgers, value, view);
}

/** The rows as lines of text, the columns named in their order; nothing shows as `-`. */
export function textOf(rows: readonly ReportRow[], columns: string): readonly string[] {
  const ids = columns.split(" ");
  return rows.map((row) => ids.map((id) => String(row[id] ?? "-")).join(" "));
}
