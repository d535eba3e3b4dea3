import { type Finding, finding, NOWHERE } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { outOfRange } from "../domain/posting/out-of-range";
import { reports } from "../domain/reports/index";
import { reportParameters } from "../domain/reports/parameters";
import type { ReportResult, ReportRow } from "../domain/reports/report";
import type { ReadBook } from "../read/read-book";
import { askedText } from "../write/report-asked";
import { reportSheet } from "../write/report-sheet";
import type { Answer, Desk } from "./desk";
import { ledgersAt, loadBook } from "./load-book";
import { registerView } from "./register-view";

/** Which report to make, what it is asked, and whether it is written onto a sheet of the book. */
export interface ReportOptions {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sheet: boolean;
  /** Nothing is written where there are no rows. */
  readonly unlessEmpty?: boolean;
}

export { reportSheetName } from "../write/report-sheet";

/** A report came to something: rows beside the grand total of a pivot. */
export function hasRows({ rows }: ReportResult): boolean {
  return rows.some((row) => row["level"] !== -1);
}

/**
 * Makes a report from the posted rows of the book. A report or parameter that is not there is BAD_STEP, and
 * nothing is made. Source: CONTRACT §4, §5.
 */
export async function runReport(desk: Desk, options: ReportOptions): Answer<ReportResult> {
  const { code, params } = options;
  const definition = reports.find((report) => report.code === code);
  if (definition === undefined) return { value: null, findings: [unknownReport(code)] };
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { book } = read;
  const view = registerView(read);
  const asked = reportParameters(definition, params, { book, today: desk.moment.today, view });
  if (asked.findings.length > 0) return { value: null, findings: asked.findings };
  const ledgers = ledgersAt(desk, read);
  const made = definition.run(ledgers, asked.value, view);
  const result = isWhole(made) ? made : withBlanks(made);
  if (isWritten(options, result)) {
    const { language, moneyDecimals } = book.settings;
    const said = askedText(definition, asked.value, { book, view, language });
    const style = { language, moneyDecimals, asked: said };
    await desk.workbook.apply([reportSheet(definition, result, style)]);
  }
  return { value: result, findings: [...masterGone(read), ...(result === made ? [] : outOfRange(ledgers))] };
}

/** MASTER_GONE for each member that posted rows name and that the report can show by its code alone. */
function masterGone({ gone }: ReadBook): readonly Finding[] {
  return gone.map(({ table, code, rows }) => {
    const place = { table, row: 0, rowId: null, column: null };
    return finding("MASTER_GONE", place, { member: code, register: table, rows });
  });
}

function isWritten({ sheet, unlessEmpty = false }: ReportOptions, result: ReportResult): boolean {
  return sheet && (!unlessEmpty || hasRows(result));
}

function isKnown(figure: string | number | null | undefined): boolean {
  return typeof figure !== "number" || Number.isFinite(figure);
}

function isWhole({ rows, totals }: ReportResult): boolean {
  return [...rows, totals ?? {}].every((row) => Object.values(row).every(isKnown));
}

/** Figures beyond what can be reckoned with are left blank. */
function withBlanks(made: ReportResult): ReportResult {
  const blanked = (row: ReportRow): ReportRow =>
    Object.fromEntries(Object.entries(row).map(([id, figure]) => [id, isKnown(figure) ? figure : null]));
  return {
    ...made,
    rows: made.rows.map(blanked),
    totals: made.totals === null ? null : blanked(made.totals),
  };
}

function unknownReport(code: string): Finding {
  const codes = reports.map((report) => report.code);
  return finding("BAD_STEP", NOWHERE, { what: `report ${code}`, nearest: nearest(code, codes) });
}
