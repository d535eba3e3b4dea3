import { dayText } from "../domain/kernel/day";
import type { ReportResult } from "../domain/reports/report";
import { dayAsked } from "./day-asked";
import type { Answer, Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { badStep } from "./options";
import { runReport } from "./run-report";

/** Whom to dun ("" = everybody), as of which day, and whether that is only shown. */
export interface Dunning {
  readonly partner: string;
  readonly date: string;
  readonly dryRun: boolean;
}

/** What is asked for, with the letters, as the report `dunning` shows it. */
export interface DunningAnswer extends ReportResult {
  /** Rows written down in the record of dunning. */
  readonly changed: number;
}

/**
 * Takes down in the record that what the report `dunning` shows has been asked for, so that no debt is dunned
 * twice on one level; answers the letters. Source: DOMAIN §8.5.
 */
export async function dunCustomers(desk: Desk, { partner, date, dryRun }: Dunning): Answer<DunningAnswer> {
  const day = dayAsked(date, desk.moment.today);
  if (day === null) return { value: null, findings: [badStep(`date=${date}`, null, "day")] };
  const params = { asOf: dayText(day), ...(partner === "" ? {} : { partner }) };
  const { value, findings } = await runReport(desk, { code: "dunning", params, sheet: false });
  if (value === null) return { value, findings };
  if (dryRun || value.rows.length === 0) return { value: { ...value, changed: 0 }, findings };
  const rows = value.rows.map(({ number, line, level }) => {
    return { number, line, date: dayText(day), event: "dunned", level };
  });
  const entered = await enterRows(desk, { table: "dunning", rows });
  if (entered.value === null) return { value: null, findings: entered.findings };
  return { value: { ...value, changed: rows.length }, findings };
}
