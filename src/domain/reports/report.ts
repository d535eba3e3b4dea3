import type { Title } from "../kernel/title";
import type { Ledgers } from "../posting/ledgers";
import type { ParameterDefinition, ReportParameters } from "./parameters";
import type { RegisterView } from "./register-view";

/** What the cells of a report's column hold; prices have 6 decimals, quantities up to 6, money the book's. */
export type ReportColumnKind =
  "code" | "text" | "word" | "day" | "time" | "quantity" | "price" | "money" | "whole";

/** One column of a report: its id in JSON and CSV, its title on a sheet. */
export interface ReportColumn {
  readonly id: string;
  readonly title: Title;
  readonly kind: ReportColumnKind;
}

/**
 * One row by column id: figures in currency and stock units, codes never titles, ISO dates, null = nothing.
 */
export type ReportRow = Readonly<Record<string, string | number | null>>;

/** What a report came to. */
export interface ReportResult {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Sums of the columns that can be summed; null where no sum makes sense. */
  readonly totals: ReportRow | null;
}

/** One report: what it may be asked, and how it is made from the ledgers. */
export interface ReportDefinition {
  readonly code: string;
  readonly title: Title;
  readonly parameters: readonly ParameterDefinition[];
  /** `parameters` as `reportParameters` decoded them for this very report. */
  run(ledgers: Ledgers, parameters: ReportParameters, view: RegisterView): ReportResult;
}
