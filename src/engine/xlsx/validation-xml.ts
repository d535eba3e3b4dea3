import { areaName, parseArea, sheetLimits } from "../address";
import type { Area } from "../address";
import type { Validation, ValidationRule, ValidationWords } from "../sheet-form";
import { readReference } from "../reference-text";
import type { XmlScanner } from "./xml-scanner";
import { escapeXml, isTrue } from "./xml-text";

const kinds = ["whole", "decimal", "date", "time", "textLength", "custom", "none"] as const;

/** Reads the `dataValidation` element whose opening tag this is. */
export function readValidation(scanner: XmlScanner): Validation {
  const kind = scanner.attribute("type") ?? "none";
  const operator = scanner.attribute("operator") ?? "between";
  const areas = areasOf(scanner.attribute("sqref") ?? "");
  const facts = readFacts(scanner);
  const [formula = "", formula2 = null] = readFormulas(scanner);
  const rule = kind === "list" ? {} : { rule: { kind: kindOf(kind), operator, formula2 } };
  return { areas, formula, ...rule, ...facts };
}

function readFacts(scanner: XmlScanner): Omit<Validation, "areas" | "formula" | "rule"> {
  const is = (name: string): boolean => isTrue(scanner.attribute(name));
  return {
    ...(is("allowBlank") ? {} : { refusesBlanks: true }),
    ...(is("showDropDown") ? { hidesList: true } : {}),
    ...(is("showErrorMessage") ? { error: { style: styleOf(scanner), ...wordsOf(scanner, "error") } } : {}),
    ...(is("showInputMessage") ? { prompt: wordsOf(scanner, "prompt") } : {}),
  };
}

function readFormulas(scanner: XmlScanner): readonly string[] {
  const { depth } = scanner;
  const formulas: string[] = [];
  while (scanner.nextOpen(depth)) {
    if (scanner.is("formula1") || scanner.is("formula2")) formulas.push(scanner.elementText());
  }
  return formulas;
}

function kindOf(kind: string): ValidationRule["kind"] {
  return kinds.find((known) => known === kind) ?? "none";
}

function styleOf(scanner: XmlScanner): ValidationWords["style"] {
  const style = scanner.attribute("errorStyle");
  return style === "warning" || style === "information" ? style : "stop";
}

function wordsOf(
  scanner: XmlScanner,
  of: "error" | "prompt",
): { readonly title: string; readonly text: string } {
  return { title: scanner.attribute(`${of}Title`) ?? "", text: scanner.attribute(of) ?? "" };
}

/** The rectangles of a list such as `A1 C2:C9 E:E`. */
export function areasOf(cells: string): readonly Area[] {
  return cells.split(/\s+/).flatMap((text) => parseArea(text) ?? readReference(text)?.area ?? []);
}

/**
 * Rules of what may be typed. A list without an error is offered, and what else is typed is let through: a
 * code may be typed as a name or a barcode too.
 */
export function validationsXml(validations: readonly Validation[], prefix = ""): string {
  if (validations.length === 0) return "";
  const rules = validations.map((validation) => ruleXml(validation, prefix));
  const tag = `${prefix}dataValidations`;
  return `<${tag} count="${String(rules.length)}">${rules.join("")}</${tag}>`;
}

function ruleXml(validation: Validation, prefix: string): string {
  const { areas, formula, rule } = validation;
  const cells = areas.map((area) =>
    areaName({ ...area, bottom: Math.min(area.bottom, sheetLimits.rows - 1) }),
  );
  const formulas = [formula, rule?.formula2 ?? ""].map((text, i) => {
    const name = `${prefix}formula${String(i + 1)}`;
    return text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;
  });
  const tag = `${prefix}dataValidation`;
  return `<${tag}${ruleFacts(validation)} sqref="${cells.join(" ")}">${formulas.join("")}</${tag}>`;
}

function ruleFacts(validation: Validation): string {
  const { rule, refusesBlanks, hidesList } = validation;
  const kind = rule === undefined ? "list" : rule.kind;
  const operator = rule?.operator ?? "between";
  return [
    ...(kind === "none" ? [] : [` type="${kind}"`]),
    ...errorStyle(validation),
    ...(operator === "between" ? [] : [` operator="${operator}"`]),
    ...(refusesBlanks === true ? [] : [` allowBlank="1"`]),
    ...(hidesList === true ? [` showDropDown="1"`] : []),
    ...wordsShown(validation),
  ].join("");
}

function errorStyle({ error }: Validation): readonly string[] {
  return error === undefined || error.style === "stop" ? [] : [` errorStyle="${error.style}"`];
}

function wordsShown({ error, prompt }: Validation): readonly string[] {
  return [
    ...(prompt === undefined ? [] : [` showInputMessage="1"${wordFacts("prompt", prompt)}`]),
    ...(error === undefined ? [] : [` showErrorMessage="1"${wordFacts("error", error)}`]),
  ];
}

function wordFacts(of: string, { title, text }: { readonly title: string; readonly text: string }): string {
  const heading = title === "" ? "" : ` ${of}Title="${escapeXml(title)}"`;
  return heading + (text === "" ? "" : ` ${of}="${escapeXml(text)}"`);
}
