import { typedBook } from "../../../test/support/book";
import { dayFromText } from "../kernel/day";
import { partnerAgeing } from "./partner-ageing";
import type { ReportRow } from "./report";

const masters = {
  items: `
    code kind
    work service`,
  partners: `
    code kind
    C1   customer
    C2   customer
    S1   supplier`,
  accounts: `
    code
    BANK`,
  terms: `
    code line kind         value days
    HALF 1    percentTotal 50    0
    HALF 2    percentTotal 50    60`,
  sales: `
    type date       number partner item total due        terms
    KZ   2026-01-01 KZ-1   C1      -    100   2026-01-31 -
    KZ   2026-01-01 KZ-2   C1      -    50    2026-03-10 -
    XF   2026-02-01 XF-1   C2      work 80    -          HALF`,
  payments: `
    type date       number partner account amount purpose against
    SK   2026-02-15 SK-1   C1      BANK    30     -       KZ-1:30.00
    SK   2026-02-15 SK-2   C1      BANK    20     advance -
    SK   2026-04-01 SK-3   C1      BANK    70     -       KZ-1:70.00`,
  purchases: `
    type date       number partner total
    KZ   2026-01-01 KZ-3   S1      7`,
};

function aged(
  asOf: string,
  asked: Readonly<Record<string, unknown>> = {},
  settings = "",
): readonly ReportRow[] {
  const { ledgers, view } = typedBook({ ...masters, settings: `key value\n${settings}` });
  const parameters = { asOf: dayFromText(asOf), side: "receivable", partner: null, ...asked };
  const { rows, totals } = partnerAgeing.run(ledgers, { basis: null, buckets: null, ...parameters }, view);
  return [...rows, totals ?? {}];
}

function cells(row: ReportRow | undefined): string {
  return Object.values(row ?? {}).join(" ");
}

describe("the ageing of debts", () => {
  it("counts from the due day, each instalment by itself, the upper edge in its bucket", () => {
    const [c1, c2, all] = aged("2026-03-02");
    expect([cells(c1), cells(c2), cells(all)]).toEqual([
      "C1 50 70 0 0 0 0 -20 100",
      "C2 40 40 0 0 0 0 0 80",
      "90 110 0 0 0 0 -20 180",
    ]);
    expect(cells(aged("2026-03-03")[0])).toBe("C1 50 0 70 0 0 0 -20 100");
  });

  it("knows of no payment made later", () => {
    expect(cells(aged("2026-02-14")[0])).toBe("C1 50 100 0 0 0 0 0 150");
    expect(cells(aged("2026-04-01")[0])).toBe("C1 0 50 0 0 0 0 -20 30");
  });

  it("counts from the document's day where asked, and by other edges", () => {
    expect(cells(aged("2026-03-02", { basis: "document" })[0])).toBe("C1 0 0 120 0 0 0 -20 100");
    expect(cells(aged("2026-03-02", { buckets: { edges: [7, 29] } })[0])).toBe("C1 50 0 0 70 -20 100");
  });

  it("takes advances off the oldest debts where the book says so", () => {
    const [c1] = aged("2026-03-02", {}, "advancesInAgeing netted");
    expect(cells(c1)).toBe("C1 50 50 0 0 0 0 0 100");
  });

  it("shows what we owe on the other side", () => {
    expect(cells(aged("2026-03-02", { side: "payable" })[0])).toBe("S1 0 0 7 0 0 0 0 7");
  });
});
