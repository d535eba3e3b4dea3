import { areaName, parseArea } from "../address";
import type { Area } from "../address";
import type { Comparison, Criterion, Filter } from "../filter/filter";
import type { XmlScanner } from "./xml-scanner";
import { escapeXml, isTrue } from "./xml-text";

const operators = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
} as const satisfies Readonly<Record<string, Comparison["operator"]>>;

const operatorNames = new Map<string, string>(
  Object.entries(operators).map(([name, operator]) => [operator, name]),
);
const operatorsByName = new Map<string, Comparison["operator"]>(Object.entries(operators));

/** Reads the `autoFilter` element whose opening tag this is; null where it covers no cells. */
export function readFilter(scanner: XmlScanner): Filter | null {
  const area = parseArea(scanner.attribute("ref") ?? "");
  const { depth } = scanner;
  const criteria = new Map<number, Criterion>();
  while (scanner.nextOpen(depth)) {
    if (!scanner.is("filterColumn")) continue;
    const column = Number(scanner.attribute("colId") ?? 0);
    const criterion = readCriterion(scanner);
    if (criterion !== null) criteria.set(column, criterion);
  }
  return area === null ? null : { area, criteria };
}

/** What a column lets through; null where only its button is hidden. */
function readCriterion(scanner: XmlScanner): Criterion | null {
  const { depth, end: inside } = scanner;
  if (!scanner.nextOpen(depth)) return null;
  const criterion = readKnown(scanner);
  while (scanner.depth >= depth) scanner.next();
  const xml = new TextDecoder().decode(scanner.bytes.subarray(inside, scanner.start));
  return criterion ?? { kind: "foreign", xml };
}

function readKnown(scanner: XmlScanner): Criterion | null {
  if (scanner.is("filters")) return readValues(scanner);
  return scanner.is("customFilters") ? readComparisons(scanner) : null;
}

/** Chosen dates are told by year and month: those only Excel knows. */
function readValues(scanner: XmlScanner): Criterion | null {
  const blanks = isTrue(scanner.attribute("blank"));
  const values: string[] = [];
  const { depth } = scanner;
  let isKnown = true;
  while (scanner.nextOpen(depth)) {
    if (scanner.is("filter")) values.push(scanner.attribute("val") ?? "");
    else isKnown = false;
  }
  return isKnown ? { kind: "values", values, blanks } : null;
}

function readComparisons(scanner: XmlScanner): Criterion {
  const all = isTrue(scanner.attribute("and"));
  const comparisons: Comparison[] = [];
  const { depth } = scanner;
  while (scanner.nextOpen(depth)) {
    const operator = operatorsByName.get(scanner.attribute("operator") ?? "equal") ?? "=";
    comparisons.push({ operator, value: scanner.attribute("val") ?? "" });
  }
  return { kind: "custom", comparisons, all };
}

/** The element of a filter. */
export function filterXml(area: Area, criteria: Filter["criteria"], prefix: string): string {
  const tag = `${prefix}autoFilter`;
  const columns = [...criteria].sort(([a], [b]) => a - b);
  const inside = columns.map(([column, criterion]) => {
    const name = `${prefix}filterColumn`;
    return `<${name} colId="${String(column)}">${criterionXml(criterion, prefix)}</${name}>`;
  });
  const start = `<${tag} ref="${areaName(area)}"`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join("")}</${tag}>`;
}

function criterionXml(criterion: Criterion, prefix: string): string {
  if (criterion.kind === "foreign") return criterion.xml;
  if (criterion.kind === "values") {
    const values = criterion.values.map((value) => `<${prefix}filter val="${escapeXml(value)}"/>`);
    return `<${prefix}filters${criterion.blanks ? ` blank="1"` : ""}>${values.join("")}</${prefix}filters>`;
  }
  const comparisons = criterion.comparisons.map(({ operator, value }) => {
    const name = operatorNames.get(operator) ?? "equal";
    const said = name === "equal" ? "" : ` operator="${name}"`;
    return `<${prefix}customFilter${said} val="${escapeXml(value)}"/>`;
  });
  const all = criterion.all ? ` and="1"` : "";
  return `<${prefix}customFilters${all}>${comparisons.join("")}</${prefix}customFilters>`;
}
