import { dayAsked } from "../app/day-asked";
import type { Day } from "../domain/kernel/day";
import { edgesOf } from "../domain/reports/ageing-edges";
import type { ParameterDefinition } from "../domain/reports/parameters";
import type { ReportDefinition } from "../domain/reports/report";
import { type FormValues, textIn } from "./report-form";

/** Why a report cannot be asked so: no day, an end before its beginning, no days that rise, no rate. */
export type FormFault = "noDay" | "endsEarly" | "noEdges" | "noRate";

/** What is wrong with each parameter that a form says something of, by parameter id; blank is never wrong. */
export function formFaults(
  { parameters }: ReportDefinition,
  form: FormValues,
  today: Day,
): ReadonlyMap<string, FormFault> {
  const faults = new Map<string, FormFault>();
  for (const { id, kind } of parameters) {
    const fault = FAULTS[kind]?.(textIn(form[id]).trim(), today) ?? null;
    if (fault !== null) faults.set(id, fault);
  }
  if (!faults.has("from") && !faults.has("to") && endsEarly(form, today)) faults.set("to", "endsEarly");
  return faults;
}

type Judge = (said: string, today: Day) => FormFault | null;

const FAULTS: Partial<Readonly<Record<ParameterDefinition["kind"], Judge>>> = {
  day: (said, today) => (dayAsked(said, today) === null ? "noDay" : null),
  edges: (said) => (said === "" || edgesOf(said.split(/[,，]/)) !== null ? null : "noEdges"),
  rate: (said) => (/^(\d+(\.\d*)?%?)?$/.test(said) ? null : "noRate"),
};

function endsEarly(form: FormValues, today: Day): boolean {
  const [from, to] = [form["from"], form["to"]].map((said) => textIn(said).trim());
  if (from === "" || to === "") return false;
  return (dayAsked(to, today) ?? today) < (dayAsked(from, today) ?? today);
}
