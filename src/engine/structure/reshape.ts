import { areaName } from "../address";
import type { Sheet } from "../sheet";
import type { PlacedFormula } from "../sheet-columns";
import type { Validation, ValidationRule } from "../sheet-form";
import type { Workbook } from "../workbook";
import { anchored } from "./anchored";
import type { Reshape } from "./reshape-step";

/** Lets every formula, name, rule and calculated column follow the edit, and keeps it for saving. */
export function reshape(workbook: Workbook, edit: Reshape): void {
  for (const sheet of workbook.sheets) {
    respellFormulas(sheet, edit);
    followRules(sheet, edit);
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

/** The rules of a sheet keep to their cells; those whose cells are gone go. */
function followRules(sheet: Sheet, edit: Reshape): void {
  const rules = sheet.validations.map((rule) => followedRule(rule, sheet, edit));
  const isSame = rules.every((rule, i) => rule === sheet.validations[i]);
  if (isSame) return;
  sheet.validations.splice(0, rules.length, ...rules.filter(({ areas }) => areas.length > 0));
  sheet.changedSettings.add("validations");
}

function followedRule(validation: Validation, sheet: Sheet, edit: Reshape): Validation {
  const areas = validation.areas.flatMap((area) => edit.area(sheet, area) ?? []);
  const respell = (text: string): string =>
    anchored({ before: text, now: edit.formula(text, sheet) }, validation.areas.at(0), areas.at(0));
  const formula = respell(validation.formula);
  const rule = respelledRule(validation, respell);
  const isSameRule = formula === validation.formula && rule?.formula2 === validation.rule?.formula2;
  if (isSameRule && areas.map(areaName).join() === validation.areas.map(areaName).join()) return validation;
  return { ...validation, areas, formula, ...(rule === undefined ? {} : { rule }) };
}

function respelledRule(
  { rule }: Validation,
  respell: (formula: string) => string,
): ValidationRule | undefined {
  if (rule?.formula2 === undefined || rule.formula2 === null) return rule;
  return { ...rule, formula2: respell(rule.formula2) };
}
