import { typedBook } from "../../../test/support/book";
import { textOf } from "../../../test/support/run-report";
import { threeWayMatch } from "./three-way-match";

const sheets = {
  items: `
    code kind
    bolt goods
    nut  goods
    work service`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    S1   supplier
    S2   supplier`,
  accounts: `
    code
    BANK`,
  purchases: `
    type date       number partner warehouse item qty net    tax total  ref  invoice
    RK   2026-01-01 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 -    -
    RK   2026-01-02 RK-2   S1      MAIN      bolt 10  100.00 0   100.00 -    -
    RK   2026-01-02 RK-2   S1      MAIN      nut  10  50.00  0   50.00  -    -
    RK   2026-01-03 RK-3   S1      MAIN      bolt 10  100.00 0   100.00 -    -
    CT   2026-01-04 CT-1   S1      MAIN      bolt 4   40.00  0   40.00  RK-3 -
    CF   2026-01-05 CF-1   S1      -         bolt 10  102.00 0   102.00 RK-1 N1
    CF   2026-01-05 CF-2   S1      -         bolt 6   60.00  0   60.00  RK-2 N2
    CF   2026-01-06 CF-3   S1      -         bolt 10  100.00 0   100.00 RK-3 N3
    CF   2026-01-06 CF-4   S1      -         bolt 2   20.00  0   20.00  -    N4
    CF   2026-01-06 CF-5   S1      -         work 1   9.00   0   9.00   -    N5
    CF   2026-01-07 CF-6   S2      -         work 1   9.00   0   9.00   -    N5
    CF   2026-01-08 CF-7   S2      -         work 1   8.00   0   8.00   -    N5`,
  payments: `
    type date       number partner account amount against
    FK   2026-01-09 FK-1   S1      BANK    80     RK-2:80.00`,
};

function states(asked: Readonly<Record<string, number>> = {}, of = sheets): readonly string[] {
  const { ledgers, view } = typedBook(of);
  const { rows } = threeWayMatch.run(ledgers, { partner: null, state: null, ...asked }, view);
  return textOf(rows, "number item received returned invoiced difference paid state");
}

describe("the three-way match", () => {
  it("says where order, receipt and invoice do not agree", () => {
    expect(states()).toEqual([
      "RK-1 bolt 10 0 10 2 0 price",
      "RK-2 bolt 10 0 6 0 53.33 partial",
      "RK-2 nut 10 0 0 0 26.67 notInvoiced",
      "RK-3 bolt 10 4 10 0 0 qty",
      "CF-4 bolt 0 0 2 0 0 noReceipt",
      "CF-5 work 0 0 1 0 0 matched",
      "CF-6 work 0 0 1 0 0 duplicate",
      "CF-7 work 0 0 1 0 0 duplicate",
    ]);
  });

  it("shares what was paid of a document over its lines, those of one item too", () => {
    const purchases = `
    type date       number partner warehouse item qty net    tax total  ref  invoice
    RK   2026-01-02 RK-2   S1      MAIN      bolt 10  100.00 0   100.00 -    -
    RK   2026-01-02 RK-2   S1      MAIN      bolt 5   50.00  0   50.00  -    -`;
    const { ledgers, view } = typedBook({ ...sheets, purchases });
    const { rows } = threeWayMatch.run(ledgers, { partner: null, state: null }, view);
    expect(textOf(rows, "number received paid")).toEqual(["RK-2 10 53.33", "RK-2 5 26.67"]);
  });

  it("lets pass what lies within the tolerances", () => {
    expect(states({ priceTolerance: 2_000_000 })[0]).toBe("RK-1 bolt 10 0 10 2 0 matched");
    expect(states({ priceTolerance: 1_990_000 })[0]).toContain("price");
    expect(states({ qtyTolerance: 66_700_000 })[3]).toContain("matched");
  });

  it("tells a receipt and another bill of one number, unless the invoice refers to the receipt", () => {
    const purchases = `
    type date       number partner warehouse item qty net    tax total  ref  invoice
    RK   2026-01-01 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 -    n1
    RK   2026-01-01 RK-2   S1      MAIN      bolt 10  100.00 0   100.00 -    n2
    RK   2026-01-01 RK-3   S1      MAIN      bolt 10  100.00 0   100.00 -    n2
    CF   2026-01-05 CF-1   S1      -         bolt 10  100.00 0   100.00 RK-1 N1
    RK   2026-01-06 RK-4   S2      MAIN      bolt 10  100.00 0   100.00 -    ｎ3
    CF   2026-01-07 CF-2   S2      -         work 1   100.00 0   100.00 -    N3`;
    expect(
      states({}, { ...sheets, purchases, payments: "" }).map((row) => row.replaceAll(/ .* /g, " ")),
    ).toEqual(["RK-1 matched", "RK-2 matched", "RK-3 duplicate", "RK-4 duplicate", "CF-2 duplicate"]);
  });
});
