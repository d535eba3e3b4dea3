import type { Comparison, Criterion } from "../../engine/filter/filter";
import { refusal } from "../host-error";
import { isJsonObject, type Json, listIn, textIn } from "../wire/json";

/** What a column lets through, as the wire says it; null = everything. */
export function criteriaOnWire(criterion: Criterion | undefined): Json {
  if (criterion === undefined) return null;
  if (criterion.kind === "values") {
    return { filterOn: "Values", values: [...criterion.values, ...(criterion.blanks ? [""] : [])] };
  }
  if (criterion.kind === "foreign") return { filterOn: "Dynamic" };
  return customOnWire(criterion);
}

function customOnWire({ comparisons, all }: Extract<Criterion, { kind: "custom" }>): Json {
  const [first = "", second = ""] = comparisons.map(({ operator, value }) => operator + value);
  const two = second === "" ? {} : { criterion2: second, operator: all ? "And" : "Or" };
  return { filterOn: "Custom", criterion1: first, ...two };
}

/** What the wire says a column is to let through; kinds that the host cannot play are refused. */
export function criterionBy(given: Json): Criterion {
  if (!isJsonObject(given)) throw refusal("InvalidArgument", "A filter's criteria are an object.");
  const on = given["filterOn"];
  if (on === "Values") return valuesBy(listIn(given["values"]));
  if (on === "Custom") {
    return customBy(textIn(given["criterion1"]), textIn(given["criterion2"]), given["operator"] !== "Or");
  }
  throw refusal("NotImplemented", `This host does not filter on ${textIn(on)}.`);
}

/** The cells that show one of these texts. */
export function valuesBy(values: readonly Json[]): Criterion {
  const texts = values.map(String);
  return { kind: "values", values: texts.filter((text) => text !== ""), blanks: texts.includes("") };
}

/** The cells for which one comparison holds, or two. */
export function customBy(first: string, second: string, all: boolean): Criterion {
  const comparisons = [first, second].filter((text) => text !== "").map(comparisonIn);
  return { kind: "custom", comparisons, all };
}

function comparisonIn(text: string): Comparison {
  const operators = ["<>", ">=", "<=", "=", ">", "<"] as const;
  const operator = operators.find((one) => text.startsWith(one));
  return operator === undefined
    ? { operator: "=", value: text }
    : { operator, value: text.slice(operator.length) };
}
