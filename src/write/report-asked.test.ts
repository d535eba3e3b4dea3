import { typedBook } from "../../test/support/book";
import { dayFromText } from "../domain/kernel/day";
import { reports } from "../domain/reports/index";
import { reportParameters } from "../domain/reports/parameters";
import { askedText } from "./report-asked";

const sheets = {
  items: `
    code  name  unit
    A     Bolt  pc`,
  warehouses: `
    code  name
    W1    Main`,
};

function told(
  code: string,
  asked: Readonly<Record<string, unknown>>,
  language: "zh-CN" | "en-US" = "en-US",
): string {
  const report = reports.find((each) => each.code === code);
  if (report === undefined) throw new Error(`no report ${code}`);
  const { ledgers, view } = typedBook(sheets);
  const { book } = ledgers;
  const { value } = reportParameters(report, asked, { book, view, today: dayFromText("2026-12-31") });
  return askedText(report, value, { book, view, language });
}

describe("what a report was asked, over its rows", () => {
  it("names days and members, and leaves out what was not said", () => {
    expect(told("stock-on-hand", {})).toBe("As of: 2026-12-31");
    expect(told("stock-on-hand", { asOf: "2026-02-28", warehouse: "W1" }, "zh-CN")).toBe(
      "截止日期：2026-02-28；仓库：W1 Main",
    );
  });

  it("calls words and columns what they are called, in either language", () => {
    expect(told("partner-ageing", { side: "payable" })).toMatch(/Side: Payable/i);
    const pivot = { rows: ["partner", "item"], filter: "item=A,B" };
    expect(told("sales-pivot", pivot)).toMatch(/Rows: Partner, Item code.*; Filter: Item code = A, B/);
    expect(told("sales-pivot", pivot, "zh-CN")).toMatch(/往来单位、商品编码/);
  });

  it.each(reports.map(({ code }) => code))("says nothing odd of %s asked nothing", (code) => {
    expect(told(code, {})).not.toMatch(/undefined|null|\[object/);
  });
});
