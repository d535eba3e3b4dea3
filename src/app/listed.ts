import type { Title } from "../domain/kernel/title";
import type { FormulaParameter } from "../domain/planning/formula-parameter";
import { formulas } from "../domain/planning/index";
import { reports } from "../domain/reports/index";
import type { ParameterDefinition } from "../domain/reports/parameters";
import { tables } from "../registers/tables";

/** One of the things that an action can be asked for by name, with what it can be told. */
export interface Listed {
  readonly name: string;
  readonly title: Title;
  /** Each as `side=receivable|payable`, or `asOf` where any value may stand. */
  readonly parameters: readonly string[];
}

function spelled({ id, words, kind }: ParameterDefinition): string {
  const values = kind === "flag" ? ["yes", "no"] : (words ?? []).map(({ code }) => code);
  return values.length === 0 ? id : `${id}=${values.join("|")}`;
}

/** Every report, in the order of the menu. */
export const listedReports: readonly Listed[] = reports.map(({ code, title, parameters }) => ({
  name: code,
  title,
  parameters: parameters.map(spelled),
}));

/** Every table of a book, in the order of its sheets. */
export const listedTables: readonly Listed[] = tables.map(({ id, title }) => ({
  name: id,
  title,
  parameters: [],
}));

function spelledParameter({ id, also = [], words = [], required }: FormulaParameter): string {
  const name = [id, ...also.slice(0, 1)].join("|");
  const told = words.length === 0 ? name : `${name}=${words.join("|")}`;
  return required === true ? told : `[${told}]`;
}

/** Every formula; what must be told stands without brackets. */
export const listedFormulas: readonly Listed[] = formulas.map(({ code, title, parameters }) => ({
  name: code,
  title,
  parameters: parameters.map(spelledParameter),
}));
