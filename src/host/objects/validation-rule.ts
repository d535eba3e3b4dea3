import type { Validation, ValidationRule, ValidationWords } from "../../engine/sheet-form";
import { refusal } from "../host-error";
import { isJsonObject, type Json, type JsonObject, textIn } from "../wire/json";

type Rule = Omit<Validation, "areas">;

/** Kinds of rule: as the wire names them, as the file does, and what `type` answers. */
const kinds: readonly {
  readonly wire: string;
  readonly kind: ValidationRule["kind"];
  readonly type: string;
}[] = [
  { wire: "wholeNumber", kind: "whole", type: "WholeNumber" },
  { wire: "decimal", kind: "decimal", type: "Decimal" },
  { wire: "date", kind: "date", type: "Date" },
  { wire: "time", kind: "time", type: "Time" },
  { wire: "textLength", kind: "textLength", type: "TextLength" },
  { wire: "custom", kind: "custom", type: "Custom" },
];

/** What `type` answers of a rule; null = anything may be typed. */
export function typeOf(rule: Validation | null): string {
  if (rule === null) return "None";
  return rule.rule === undefined
    ? "List"
    : (kinds.find(({ kind }) => kind === rule.rule?.kind)?.type ?? "None");
}

/** A rule as the wire says it. */
export function ruleOf(rule: Validation | null): Json {
  if (rule === null) return {};
  if (rule.rule === undefined) {
    return { list: { inCellDropDown: rule.hidesList !== true, source: sourceOf(rule.formula) } };
  }
  const { kind, operator, formula2 } = rule.rule;
  const name = kinds.find((one) => one.kind === kind)?.wire;
  if (name === undefined) return {};
  if (kind === "custom") return { custom: { formula: `=${rule.formula}` } };
  const second = formula2 === null ? {} : { formula2: operandOf(formula2) };
  return { [name]: { formula1: operandOf(rule.formula), operator: upperFirst(operator), ...second } };
}

/** The rule that the wire says; what it does not know is refused. */
export function validationBy(value: JsonObject): Rule {
  const [name, given] = Object.entries(value).find(([, part]) => isJsonObject(part)) ?? ["", null];
  if (!isJsonObject(given)) throw refusal("InvalidArgument", "A rule of validation is an object.");
  return name === "list" ? listBy(given) : comparedBy(name, given);
}

function comparedBy(name: string, { formula, formula1, formula2 = null, operator }: JsonObject): Rule {
  const kind = kinds.find(({ wire }) => wire === name)?.kind;
  if (kind === undefined) throw refusal("InvalidArgument", `There is no validation ${name}.`);
  const second = formula2 === null ? null : formulaOf(formula2);
  return {
    formula: formulaOf(kind === "custom" ? formula : formula1),
    rule: { kind, operator: lowerFirst(textIn(operator)), formula2: second },
  };
}

function listBy({ source = null, inCellDropDown = true }: JsonObject): Rule {
  const text = textIn(source);
  const formula = text.startsWith("=") ? text.slice(1) : `"${text.replaceAll('"', '""')}"`;
  return inCellDropDown === false ? { formula, hidesList: true } : { formula };
}

/** The words of an alert. */
export function wordsOf({ style, title, message }: JsonObject): ValidationWords {
  const known = ["stop", "warning", "information"] as const;
  const wanted = textIn(style).toLowerCase();
  return {
    style: known.find((one) => one === wanted) ?? "stop",
    title: textIn(title),
    text: textIn(message),
  };
}

function sourceOf(formula: string): string {
  const [, words = null] = /^"((?:[^"]|"")*)"$/.exec(formula) ?? [];
  return words === null ? `=${formula}` : words.replaceAll('""', '"');
}

function operandOf(formula: string): Json {
  return formula !== "" && !Number.isNaN(Number(formula)) ? Number(formula) : `=${formula}`;
}

function formulaOf(value: Json | undefined): string {
  if (typeof value === "number") return String(value);
  const text = textIn(value);
  return text.startsWith("=") ? text.slice(1) : text;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
