import { reports } from "../domain/reports/index";
import { newForm, paramsOf, rangeOf } from "./report-form";

describe("the form of a report", () => {
  it("begins with what holds where nothing is said", () => {
    const pivot = reports.find(({ code }) => code === "sales-pivot");
    expect(pivot && newForm(pivot)).toMatchObject({
      rows: ["item"],
      columns: [],
      measure: ["net"],
      filter: {},
    });
    const items = reports.find(({ code }) => code === "open-items");
    expect(items && newForm(items)).toMatchObject({ asOf: "", side: "", all: "no" });
  });

  it("says nothing of what is left blank", () => {
    expect(paramsOf({ asOf: "", rows: [], filter: { month: [] } })).toEqual({});
    expect(
      paramsOf({ asOf: "2026-01-01", rows: ["item"], filter: { month: ["2026-01"], type: [] } }),
    ).toEqual({
      asOf: "2026-01-01",
      rows: ["item"],
      filter: { month: ["2026-01"] },
    });
  });

  it("knows the last day of every month, in leap years too", () => {
    expect(rangeOf("month", "2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(rangeOf("month", "2026-12-31")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(rangeOf("year", "2026-12-31")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    expect(rangeOf("all", "2026-12-31")).toEqual({ from: "", to: "" });
  });
});
