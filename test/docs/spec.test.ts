import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../support/cli-run";
import { answerOf, tell } from "./spec-answers";
import { examplesOf } from "./spec-tables";

const folder = path.join(root, "docs/spec");
/** Not of documents: the rules for reading it, and formulas of two kinds, which have tests of their own. */
const others = ["README.md", "formulas.md", "calc.md"];
const pages = readdirSync(folder).filter((name) => !others.includes(name));

type Shown = string | number | boolean | null | undefined;

/** Both sides in one form: amounts as numbers, a blank as "-". */
function comparable(value: Shown): string | number {
  const text = String(value ?? "").replaceAll(/[`,]/g, "");
  if (text === "" || text === "-") return "-";
  return Number.isNaN(Number(text)) ? text : Number(text);
}

describe.each(pages)("docs/spec/%s", (page) => {
  const examples = examplesOf(path.join(folder, page));
  const told = tell(examples);

  it("has worked examples", () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  describe.each(examples.map((example, at) => ({ ...example, at })))(
    "$heading ($at)",
    ({ at, rows, expected }) => {
      it.each(rows.map((row, place) => ({ place, line: Object.values(row).filter(Boolean).join(" ") })))(
        "$line",
        ({ place }) => {
          const asked = expected.filter((column) => rows[place][`→ ${column}`] !== "");
          const wanted = asked.map((column) => [column, comparable(rows[place][`→ ${column}`])]);
          const found = asked.map((column) => [column, comparable(answerOf(told[at], place, column))]);
          expect(asked).not.toEqual([]);
          expect(found).toEqual(wanted);
        },
      );

      it("leaves a book that proves itself", () => {
        expect(told[at].verified).toMatchObject({ ok: true, failures: [] });
      });
    },
  );
});
