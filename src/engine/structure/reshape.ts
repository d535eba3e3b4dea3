import type { PlacedFormula, Sheet } from "../sheet";
import type { Validation, ValidationRule } from "../sheet-form";
import type { Workbook } from "../workbook";
import type { Reshape } from "./reshape-step";

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
    const rule = respelledRule(validation, (text) => edit.formula(text, sheet));
    if (formula === validation.formula && rule?.formula2 === validation.rule?.formula2) return;
    sheet.validations[i] = { ...validation, formula, ...(rule === undefined ? {} : { rule }) };
    sheet.changedSettings.add("validations");
  });
}

function respelledRule(
  { rule }: Validation,
  respell: (formula: string) => string,
): ValidationRule | undefined {
  if (rule?.formula2 === undefined || rule.formula2 === null) return rule;
  return { ...rule, formula2: respell(rule.formula2) };
}
