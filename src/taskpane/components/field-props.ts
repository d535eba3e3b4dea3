import type { ReportChoices } from "../../app/report-choices";
import type { ParameterDefinition } from "../../domain/reports/parameters";
import type { FormFault } from "../form-faults";
import type { Said } from "../report-form";

/** One field of a report's form, as every kind of field takes it. */
export interface FieldProps {
  readonly parameter: ParameterDefinition;
  readonly said: Said | undefined;
  readonly say: (said: Said) => void;
  readonly choices: ReportChoices;
  /** Why what is said cannot be asked; null = it can. */
  readonly fault: FormFault | null;
}
