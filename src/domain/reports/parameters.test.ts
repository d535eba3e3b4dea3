import { typedBook } from "../../../test/support/book";
import { dayFromText } from "../kernel/day";
import { reports } from "./index";
import { reportParameters } from "./parameters";
import type { ReportDefinition } from "./report";

const { ledgers, view } = typedBook({
  partners: `
    code name kind
    C1   大华 customer
    C2   永顺 customer
    C3   永顺 customer`,
  items: `
    code
    bolt`,
});
const context = { book: ledgers.book, view, today: dayFromText("2026-03-31") };

function report(code: string): ReportDefinition {
  const found = reports.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

function asked(code: string, raw: Readonly<Record<string, unknown>>) {
  const { value, findings } = reportParameters(report(code), raw, context);
  return { value, found: findings.map(({ code: what, facts }) => [what, facts["what"], facts["nearest"]]) };
}

describe("the parameters of a report", () => {
  it("hold what they fall back to where nothing is said", () => {
    const { value, found } = asked("open-items", { side: "", partner: null });
    expect(value).toEqual({ asOf: dayFromText("2026-03-31"), side: null, partner: null, all: false });
    expect(found).toEqual([]);
    expect(asked("sales-pivot", {}).value["types"]).toEqual(["CK", "XF", "XT", "LS", "LT"]);
  });

  it("take codes or names that only one bears, words in either language, days as ISO text or numbers", () => {
    const said = { side: "应付", partner: "大华", asOf: "2026-01-31", all: true };
    expect(asked("open-items", said).value).toEqual({ asOf: 46053, side: "payable", partner: 0, all: true });
    expect(asked("open-items", { asOf: 46053 }).value["asOf"]).toBe(46053);
  });

  it("find what the report does not know, with the nearest it does", () => {
    expect(asked("open-items", { asof: "2026-01-31" }).found).toEqual([["BAD_STEP", "asof", "asOf"]]);
    expect(asked("sales-pivot", { rows: "item,catgory" }).found).toEqual([
      ["BAD_STEP", "catgory", "category"],
    ]);
    expect(asked("sales-pivot", { filter: "regio=x" }).found).toEqual([["BAD_STEP", "regio", "region"]]);
    expect(asked("sales-pivot", { measure: "nett" }).found).toEqual([["BAD_STEP", "measure=nett", "net"]]);
  });

  it("find values that make no sense", () => {
    const found = asked("open-items", {
      asOf: "2026-02-30",
      side: "both",
      partner: "永顺",
      all: "maybe",
    }).found;
    expect(found.map(([, what]) => what)).toEqual([
      ...["asOf=2026-02-30", "side=both", "partner=永顺", "all=maybe"],
    ]);
    expect(asked("sales-pivot", { filter: "category" }).found).toEqual([
      ["BAD_STEP", "filter=category", null],
    ]);
  });
});

describe("the reports", () => {
  it("have a code of their own each, and parameters of one name once", () => {
    const codes = reports.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { parameters } of reports) {
      expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length);
    }
  });

  it.each(reports.map((one) => [one.code, one] as const))("%s of an empty book is empty", (_code, one) => {
    const { value, findings } = reportParameters(one, {}, context);
    const { rows, columns } = one.run(ledgers, value, view);
    expect(findings).toEqual([]);
    expect(rows.filter((row) => row["level"] !== -1)).toEqual([]);
    expect(columns.length).toBeGreaterThan(0);
  });
});
