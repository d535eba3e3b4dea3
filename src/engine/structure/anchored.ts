import type { Area } from "../address";
import { shiftFormula } from "../formula-references";

/**
 * A rule's formula is spelled for the first cell of its area. Where an edit took that cell out, the formula
 * as it reads `now` has lost what it compares with: it is spelled for the cell that is first then.
 */
export function anchored(
  formula: { readonly before: string; readonly now: string },
  before: Area | undefined,
  after: Area | undefined,
): string {
  const isLost = formula.now.includes("#REF!") && !formula.before.includes("#REF!");
  if (!isLost || before === undefined || after === undefined) return formula.now;
  return shiftFormula(formula.before, { rows: after.top - before.top, columns: after.left - before.left });
}
