import type { Checked } from "../domain/kernel/checked";
import { nearest } from "../domain/kernel/nearest";
import { isRefused, type Outcomes } from "../domain/planning/formula";
import { formulas } from "../domain/planning/index";
import { formulaInputs } from "../domain/planning/inputs";
import { badStep } from "./options";

/** Which formula to work out, and what it is told by name. */
export interface Calculation {
  readonly formula: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Works out a formula by itself. A formula or parameter that is not there, and a value that makes no sense,
 * is BAD_STEP, and nothing is worked out; a figure that is not defined is null. Source: CONTRACT §4 calc.
 */
export function calculate({ formula: code, params }: Calculation): Checked<Outcomes | null> {
  const formula = formulas.find((each) => each.code === code);
  if (formula === undefined) {
    const codes = formulas.map((each) => each.code);
    return { value: null, findings: [badStep(`formula ${code}`, nearest(code, codes))] };
  }
  const { value: inputs, bad } = formulaInputs(formula.parameters, params);
  if (bad.length > 0) {
    return { value: null, findings: bad.map((each) => badStep(each.what, each.nearest, each.expected)) };
  }
  const made = formula.run(inputs);
  if (isRefused(made)) return { value: null, findings: [badStep(made.what, null, made.expected)] };
  return { value: made, findings: [] };
}
