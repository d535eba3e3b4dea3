import { dayFromText } from "../domain/kernel/day";
import { reports } from "../domain/reports/index";
import { formFaults } from "./form-faults";
import { type FormValues, newForm } from "./report-form";

const TODAY = dayFromText("2026-03-01");

function faults(code: string, said: FormValues) {
  const report = reports.find((each) => each.code === code) ?? reports[0];
  return Object.fromEntries(formFaults(report, { ...newForm(report), ...said }, TODAY));
}

describe("what is wrong with the form of a report", () => {
  it("is nothing before anybody touched it", () => {
    for (const { code } of reports) expect(faults(code, {})).toEqual({});
  });

  it("is an end before its beginning, a blank one being open", () => {
    expect(faults("cash-book", { from: "2026-02-02", to: "2026-02-01" })).toEqual({ to: "endsEarly" });
    expect(faults("cash-book", { from: "2026/2/1", to: "20260201" })).toEqual({});
    expect(faults("cash-book", { from: "2026-02-02", to: "" })).toEqual({});
  });

  it("is a day that is none, said of that day alone", () => {
    expect(faults("cash-book", { from: "2026-02-30", to: "2026-02-01" })).toEqual({ from: "noDay" });
  });

  it("is buckets that do not rise or are no days", () => {
    for (const buckets of ["30,20", "a", "1.5", ","]) {
      expect(faults("partner-ageing", { buckets })).toEqual({ buckets: "noEdges" });
    }
    expect(faults("partner-ageing", { buckets: "30, 60，90" })).toEqual({});
  });

  it("is a rate that is no percentage", () => {
    const rated = reports.flatMap(({ code, parameters }) =>
      parameters.filter(({ kind }) => kind === "rate").map(({ id }) => ({ code, id })),
    );
    expect(rated.length).toBeGreaterThan(0);
    for (const { code, id } of rated) {
      expect(faults(code, { [id]: "six" })).toEqual({ [id]: "noRate" });
      expect(faults(code, { [id]: "6.5%" })).toEqual({});
    }
  });
});
