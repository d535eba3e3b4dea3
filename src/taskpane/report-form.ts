import type { ParameterDefinition } from "../domain/reports/parameters";
import type { ReportDefinition } from "../domain/reports/report";

/** What is said of one parameter in the form: a text, a list, or values by column. */
export type Said = string | readonly string[] | Readonly<Record<string, readonly string[]>>;

/** What the form of a report says, by parameter id. */
export type FormValues = Readonly<Record<string, Said>>;

/** What one parameter says before anybody touched it: what holds where nothing is said. */
function untouched({ kind, fallback }: ParameterDefinition): Said {
  if (kind === "words" || kind === "columns") return fallback === null ? [] : fallback.split(",");
  if (kind === "filter") return {};
  return kind === "day" ? "" : (fallback ?? "");
}

/** The form of a report as it is first shown. */
export function newForm({ parameters }: ReportDefinition): FormValues {
  return Object.fromEntries(parameters.map((parameter) => [parameter.id, untouched(parameter)]));
}

/** What is said of a parameter as text; "" where it is none. */
export function textIn(said: Said | undefined): string {
  return typeof said === "string" ? said : "";
}

/** What is said of a parameter as a list; empty where it is none. */
export function listIn(said: Said | undefined): readonly string[] {
  return isList(said) ? said : [];
}

/** What is said of a filter: values by column; empty where it is none. */
export function clausesIn(said: Said | undefined): Readonly<Record<string, readonly string[]>> {
  return said === undefined || typeof said === "string" || isList(said) ? {} : said;
}

function isList(said: Said | undefined): said is readonly string[] {
  return Array.isArray(said);
}

/** The parameters as an action takes them; a clause without values filters nothing and is left out. */
export function paramsOf(form: FormValues): Readonly<Record<string, unknown>> {
  const pairs = Object.entries(form).map(([id, said]): readonly [string, unknown] => {
    if (typeof said === "string" || isList(said)) return [id, said.length === 0 ? null : said];
    const clauses = Object.entries(said).filter(([, values]) => values.length > 0);
    return [id, clauses.length === 0 ? null : Object.fromEntries(clauses)];
  });
  return Object.fromEntries(pairs.filter(([, said]) => said !== null));
}

/** First and last day of the month or the year of a day, as 2026-01-30; both "" for no bounds. */
export function rangeOf(span: "month" | "year" | "all", today: string): { from: string; to: string } {
  if (span === "all") return { from: "", to: "" };
  const year = today.slice(0, 4);
  if (span === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(today.slice(5, 7)), 0)).getUTCDate();
  return { from: `${today.slice(0, 7)}-01`, to: `${today.slice(0, 7)}-${String(last)}` };
}
