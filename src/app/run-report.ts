import { type Finding, finding, NOWHERE } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { reports } from "../domain/reports/index";
import { reportParameters } from "../domain/reports/parameters";
import type { ReportResult } from "../domain/reports/report";
import { reportSheet } from "../write/report-sheet";
import type { Answer, Desk } from "./desk";
import { ledgersAt, loadBook } from "./load-book";
import { registerView } from "./register-view";

/** Which report to make, what it is asked, and whether it is written onto a sheet of the book. */
export interface ReportOptions {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sheet: boolean;
}

/**
 * Makes a report from the posted rows of the book. A report or parameter that is not there is BAD_STEP, and
 * nothing is made. Source: CONTRACT §4, §5.
 */
export async function runReport(desk: Desk, { code, params, sheet }: ReportOptions): Answer<ReportResult> {
  const definition = reports.find((report) => report.code === code);
  if (definition === undefined) return { value: null, findings: [unknownReport(code)] };
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { book } = read;
  const view = registerView(read);
  const asked = reportParameters(definition, params, { book, today: desk.moment.today, view });
  if (asked.findings.length > 0) return { value: null, findings: asked.findings };
  const result = definition.run(ledgersAt(desk, read), asked.value, view);
  if (sheet) await desk.workbook.apply([reportSheet(definition, result, book.settings)]);
  return { value: result, findings: [] };
}

function unknownReport(code: string): Finding {
  const codes = reports.map((report) => report.code);
  return finding("BAD_STEP", NOWHERE, { what: `report ${code}`, nearest: nearest(code, codes) });
}
