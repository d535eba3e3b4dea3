import path from "node:path";
import { calculate } from "../../src/app/calculate";
import type { Outcomes } from "../../src/domain/planning/formula";
import { formulas } from "../../src/domain/planning/index";
import { root } from "../support/cli-run";
import { examplesOf } from "./spec-tables";

const examples = examplesOf(path.join(root, "docs/spec/calc.md"));

/** What a cell of the page says: a number as one, a blank as "-". */
function comparable(text: string): string | number {
  return text === "-" || Number.isNaN(Number(text)) ? text : Number(text);
}

/** One of several figures; where each is several itself, what is said of them. */
function part(one: unknown): string {
  if (typeof one !== "object" || one === null) return String(one);
  const figures: readonly unknown[] = Object.values(one);
  return `${figures
    .filter((figure) => figure !== null)
    .map(String)
    .join(" ")};`;
}

/** What came out, as the page writes it. */
function written(outcome: Outcomes[string] | undefined): string {
  if (typeof outcome === "object" && outcome !== null) return outcome.map(part).join(" ");
  return outcome === null || outcome === undefined ? "-" : String(outcome);
}

function outcome(formula: string, row: Readonly<Record<string, string>>) {
  const params = Object.entries(row).filter(([name, cell]) => !name.startsWith("→ ") && cell !== "");
  return calculate({ formula, params: Object.fromEntries(params) });
}

describe("docs/spec/calc.md", () => {
  it("has an example of every formula", () => {
    expect([...new Set(examples.map(({ heading }) => heading))]).toEqual(formulas.map(({ code }) => code));
  });

  describe.each(examples.map((example, at) => ({ ...example, at })))("$heading ($at)", (example) => {
    it.each(example.rows.map((row) => ({ row, line: Object.values(row).join(" ") })))("$line", ({ row }) => {
      const { value, findings } = outcome(example.heading, row);
      const wanted = example.expected.map((id) => [id, comparable(row[`→ ${id}`])]);
      expect(findings).toEqual([]);
      expect(example.expected.map((id) => [id, comparable(written(value?.[id]))])).toEqual(wanted);
    });
  });
});
