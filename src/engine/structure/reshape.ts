import type { Area } from "../address";
import type { PlacedFormula, Sheet } from "../sheet";
import type { Workbook } from "../workbook";

/**
 * What one structural edit does to whatever names cells. Kept in order by the workbook, so that saving can lead
 * what it does not understand (charts, conditional formats) the same way.
 */
export interface Reshape {
  /** The formula as it reads afterwards; `home` is the sheet on which it stands, null for a name. */
  readonly formula: (text: string, home: Sheet | null, row?: number) => string;
  /** How a formula reads depends on the row in which it stands, too. */
  readonly isByRow?: boolean;
  /** Where cells of a sheet stand afterwards; null when they are gone. */
  readonly area: (sheet: Sheet, area: Area) => Area | null;
}

/** Where nothing moves but names change. */
export function stays(_sheet: Sheet, area: Area): Area {
  return area;
}

/** Lets every formula, name, rule and calculated column follow the edit, and keeps it for saving. */
export function reshape(workbook: Workbook, edit: Reshape): void {
  for (const sheet of workbook.sheets) {
    respellFormulas(sheet, edit);
    respellRules(sheet, edit);
    for (const table of workbook.tablesOn(sheet)) {
      table.calculated.forEach((formula, i) => {
        if (formula !== null) table.calculated[i] = edit.formula(formula, sheet);
      });
    }
  }
  workbook.names.forEach((name, i) => {
    const home = name.sheet === null ? null : workbook.sheet(name.sheet);
    const formula = edit.formula(name.formula, home);
    if (formula !== name.formula) workbook.names[i] = { ...name, formula };
  });
  workbook.reshapes.push(edit);
}

function respellFormulas(sheet: Sheet, edit: Reshape): void {
  const known = new Map<string, string>();
  const changed: (PlacedFormula & { readonly text: string })[] = [];
  for (const found of sheet.formulas()) {
    const text = known.get(found.formula) ?? edit.formula(found.formula, sheet, found.row);
    if (edit.isByRow !== true) known.set(found.formula, text);
    if (text !== found.formula) changed.push({ ...found, text });
  }
  for (const { row, index, text } of changed) sheet.respell(row, index, text);
}

function respellRules(sheet: Sheet, edit: Reshape): void {
  sheet.validations.forEach((validation, i) => {
    const formula = edit.formula(validation.formula, sheet);
    const { rule } = validation;
    const formula2 = rule?.formula2 == null ? null : edit.formula(rule.formula2, sheet);
    if (formula === validation.formula && formula2 === (rule?.formula2 ?? null)) return;
    const ruled = rule === undefined ? {} : { rule: { ...rule, formula2 } };
    sheet.validations[i] = { ...validation, formula, ...ruled };
    sheet.changedSettings.add("validations");
  });
}
