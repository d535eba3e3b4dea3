import type { Term } from "../book/masters";
import { dayFromText, dayText } from "../kernel/day";
import { price } from "../kernel/numbers";
import { dueDay, instalments, shareAsked, termsByCode } from "./terms";

const plain: Term = {
  code: "T",
  line: 1,
  row: 1,
  kind: "remainder",
  value: NaN,
  months: 0,
  day: -1,
  days: 0,
  endOfMonth: "none",
  discountPercent: null,
  discountDays: null,
  discountBase: "gross",
  unfit: "",
};

function due(from: string, term: Partial<Term>): string {
  return dayText(dueDay(dayFromText(from), { ...plain, ...term }));
}

function split(amount: number, terms: readonly Partial<Term>[]): readonly string[] {
  const lines = terms.map((term, at) => ({ ...plain, line: at + 1, ...term }));
  const parts = instalments(amount, dayFromText("2024-01-31"), { terms: lines, tax: 0, moneyDecimals: 2 });
  return parts.map(({ amount: part, due: day }) => `${String(part)} ${dayText(day)}`);
}

function share(...terms: readonly Partial<Term>[]): number {
  return shareAsked(terms.map((term) => ({ ...plain, ...term })));
}

const percent = (value: number): Pick<Term, "kind" | "value"> => ({
  kind: "percentTotal",
  value: value * 1e6,
});
const ofRest = (value: number): Pick<Term, "kind" | "value"> => ({
  kind: "percentRemaining",
  value: value * 1e6,
});
const fixed = (value: number): Pick<Term, "kind" | "value"> => ({ kind: "fixed", value: value * 1e6 });

describe("the day on which a debt is due", () => {
  it("is the day itself where nothing is said, and so many days later otherwise", () => {
    expect([due("2024-02-10", {}), due("2024-02-10", { days: 30 })]).toEqual(["2024-02-10", "2024-03-11"]);
  });

  it("tells days and then the month's end from the month's end and then days", () => {
    expect(due("2024-01-15", { days: 30, endOfMonth: "after" })).toBe("2024-02-29");
    expect(due("2024-01-15", { days: 30, endOfMonth: "before" })).toBe("2024-03-01");
  });

  it("is the last day of a month that is too short", () => {
    expect(due("2024-01-31", { months: 1 })).toBe("2024-02-29");
    expect(due("2023-01-31", { months: 1 })).toBe("2023-02-28");
    expect(due("2024-11-30", { months: 3, day: 31 })).toBe("2025-02-28");
  });

  it("is a day of the month so many months on, before days are added", () => {
    expect(due("2024-01-20", { months: 1, day: 10 })).toBe("2024-02-10");
    expect(due("2024-12-20", { months: 2, day: 25, days: 5 })).toBe("2025-03-02");
  });
});

describe("instalments", () => {
  it("come to the whole, the last taking what rounding leaves", () => {
    expect(
      split(10001, [{ ...percent(30) }, { ...percent(30), days: 30 }, { ...percent(40), days: 60 }]),
    ).toEqual(["3000 2024-01-31", "3000 2024-03-01", "4001 2024-03-31"]);
  });

  it("tell a share of the whole from a share of what is left", () => {
    const last = { kind: "remainder" as const };
    expect(split(10000, [percent(50), percent(30), last]).map((text) => text.split(" ")[0])).toEqual([
      "5000",
      "3000",
      "2000",
    ]);
    expect(split(10000, [percent(50), ofRest(30), last]).map((text) => text.split(" ")[0])).toEqual([
      "5000",
      "1500",
      "3500",
    ]);
  });

  it("take no more for a fixed amount than there is, and leave out what comes to nothing", () => {
    expect(split(30000, [fixed(100), { kind: "remainder", days: 30 }])).toEqual([
      "10000 2024-01-31",
      "20000 2024-03-01",
    ]);
    expect(split(8000, [fixed(100), { kind: "remainder", days: 30 }])).toEqual(["8000 2024-01-31"]);
  });

  it("tell what may be taken off for paying early, and until when", () => {
    const term = { ...plain, days: 30, discountPercent: price(2_000_000), discountDays: 10 };
    const told = (terms: readonly Term[], tax: number) =>
      instalments(11_300, dayFromText("2024-01-31"), { terms, tax, moneyDecimals: 2 }).map(
        ({ discount, discountUntil }) => [discount, dayText(discountUntil)],
      );
    expect(told([term], 1_300)).toEqual([[226, "2024-02-10"]]);
    expect(told([{ ...term, discountBase: "net" }], 1_300)).toEqual([[200, "2024-02-10"]]);
    const half = { ...term, ...percent(50), discountBase: "net" } as const;
    expect(told([half, term], 1_300)).toEqual([
      [100, "2024-02-10"],
      [113, "2024-02-10"],
    ]);
  });
});

describe("the share that terms ask for", () => {
  it("is whole where it comes to 100 % or the last line takes the rest", () => {
    expect([
      share(percent(30), percent(70)),
      share(percent(30), {}),
      share(percent(30), ofRest(100)),
    ]).toEqual([1e8, 1e8, 1e8]);
    expect(share(fixed(5), percent(10), {})).toBe(1e8);
  });

  it("is less or more where lines are missing or too many", () => {
    expect([share(percent(30), percent(60)), share(percent(30), ofRest(50))]).toEqual([9e7, 6.5e7]);
    expect(share(percent(60), percent(60))).toBe(1.2e8);
    expect(share(fixed(5), percent(100))).toBeNaN();
  });
});

describe("terms by their code", () => {
  it("stand in the order of their lines", () => {
    const byCode = termsByCode([{ ...plain, line: 2 }, { ...plain, code: "U" }, plain]);
    expect(byCode.get("T")?.map(({ line }) => line)).toEqual([1, 2]);
    expect([...byCode.keys()]).toEqual(["T", "U"]);
  });
});
