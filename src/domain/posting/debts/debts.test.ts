import { debtMasters, owed } from "../../../../test/support/open-debts";
import { typedBook } from "../../../../test/support/book";
import { textOf } from "../../../../test/support/run-report";
import { preparedDrafts, typedDrafts } from "../../../../test/support/typed-drafts";
import { openItems } from "../../reports/open-items";

describe("a receipt invoiced in parts", () => {
  it("owes what the invoices say once all of it is invoiced, however its own amount divides", () => {
    const purchases = `
      type date       number partner warehouse item unit qty net    tax total  ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt box  3   100.00 0   100.00 -
      CF   2026-01-06 CF-1   S1      -         bolt box  1   33.00  0   33.00  RK-1
      CF   2026-01-07 CF-2   S1      -         bolt box  1   33.00  0   33.00  RK-1
      CF   2026-01-08 CF-3   S1      -         bolt box  1   33.00  0   33.00  RK-1`;
    expect(owed({ purchases })).toEqual(["RK-1 99 0 0 99"]);
  });

  it("owes its own price for the rest, and no more for a box than for what is in it", () => {
    const purchases = `
      type date       number partner warehouse item unit qty net    tax total  ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt box  2   100.00 0   100.00 -
      CF   2026-01-06 CF-1   S1      -         bolt -    6   30.00  0   30.00  RK-1`;
    expect(owed({ purchases })).toEqual(["RK-1 105 0 0 105"]);
  });
});

describe("an invoice that lowers what was paid", () => {
  const purchases = `
    type date       number partner warehouse item qty net    tax total  ref  account paid
    RK   2026-01-05 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 -    -       -
    CF   2026-01-07 CF-1   S1      -         bolt 10  80.00  0   80.00  RK-1 -       -`;
  const payments = `
    type date       number partner account amount against
    FK   2026-01-06 FK-1   S1      BANK    60.00  RK-1:60.00
    FK   2026-01-06 FK-2   S1      BANK    40.00  RK-1:40.00`;

  it("gives what is overpaid back to the latest payment, as an advance", () => {
    expect(owed({ purchases, payments })).toEqual([
      "RK-1 80 80 0 0",
      "FK-1 -60 -60 0 0",
      "FK-2 -40 -20 0 -20",
    ]);
  });

  it("leaves all of it an advance where nothing or less is owed, and what an invoice adds again is open", () => {
    const less = `${purchases}
    CF   2026-01-08 CF-2   S1      -         bolt 0   -90.00 0   -90.00 RK-1 -       -`;
    expect(owed({ purchases: less, payments })).toEqual([
      "RK-1 -10 0 0 -10",
      "FK-1 -60 0 0 -60",
      "FK-2 -40 0 0 -40",
    ]);
    const more = `${less}
    CF   2026-01-09 CF-3   S1      -         bolt 0   30.00 0   30.00 RK-1 -       -`;
    expect(owed({ purchases: more, payments })[0]).toBe("RK-1 20 0 0 20");
  });

  it("makes an advance of its own of what was paid with the goods", () => {
    const paid = purchases.replace("100.00 -    -       -", "100.00 -    BANK    95.00");
    expect(owed({ purchases: paid })).toEqual(["RK-1 80 80 0 0", "CF-1 -15 0 0 -15"]);
  });

  it("is one invoice, whatever its lines take from each other", () => {
    const two = `
      type date       number partner warehouse item qty net   tax total ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt 10  60.00 0   60.00 -
      RK   2026-01-05 RK-1   S1      MAIN      work 1   40.00 0   40.00 -
      CF   2026-01-07 CF-1   S1      -         bolt 10  50.00 0   50.00 RK-1
      CF   2026-01-07 CF-1   S1      -         work 1   50.00 0   50.00 RK-1`;
    expect(owed({ purchases: two, payments })).toEqual([
      "RK-1 100 100 0 0",
      "FK-1 -60 -60 0 0",
      "FK-2 -40 -40 0 0",
    ]);
  });
});

describe("a return", () => {
  const sales = `
    type date       number partner warehouse item qty net   tax total ref
    XF   2026-01-05 XF-1   C1      -         work 1   50.00 0   50.00 -
    CK   2026-01-05 CK-1   C1      -         work 2   40.00 0   40.00 -
    XT   2026-01-06 XT-1   C1      -         work 1   20.00 0   20.00 CK-1
    XT   2026-01-06 XT-1   C1      -         work 1   7.00  0   7.00  -`;

  it("lowers what each of its lines refers to by that line alone", () => {
    expect(owed({ sales })).toEqual(["CK-1 40 0 20 20", "XF-1 50 0 0 50", "XT-1 -27 0 -20 -7"]);
  });

  it("of goods not invoiced yet makes no item where debts arise on invoice; of invoiced ones it lowers the invoice", () => {
    const settings = `
      key          value
      receivableOn invoice`;
    const invoice = `${sales}
    XF   2026-01-07 XF-2   C1      -         work 1   20.00 0   20.00 CK-1
    XT   2026-01-08 XT-2   C1      -         work 1   5.00  0   5.00  CK-1`;
    expect(owed({ settings, sales })).toEqual(["XF-1 50 0 0 50", "XT-1 -7 0 0 -7"]);
    expect(owed({ settings, sales: invoice }).filter((row) => row.includes("-2"))).toEqual([
      "XF-2 20 0 5 15",
      "XT-2 -5 0 -5 0",
    ]);
  });
});

describe("money paid with the goods", () => {
  const sales = `
    type date       number partner warehouse item qty net   tax total ref  account paid
    CK   2026-01-05 CK-1   C1      -         work 2   40.00 0   40.00 -    BANK    30.00`;

  it("settles the debt; more than that leaves a credit that is no failure", () => {
    expect(owed({ sales })).toEqual(["CK-1 40 30 0 10"]);
    expect(owed({ sales: sales.replace("30.00", "45.00") })).toEqual(["CK-1 40 45 0 -5"]);
  });

  it("is an advance where debts arise on invoice, until the invoice takes it up", () => {
    const settings = `
      key          value
      receivableOn invoice`;
    const invoice = `${sales}
    XF   2026-01-07 XF-1   C1      -         work 1   20.00 0   20.00 CK-1 -       -`;
    expect(owed({ settings, sales })).toEqual(["CK-1 -30 0 0 -30"]);
    expect(owed({ settings, sales: invoice })).toEqual(["CK-1 -30 -20 0 -10", "XF-1 20 20 0 0"]);
  });
});

describe("a payment", () => {
  it("settles the oldest due first, and writes down what", () => {
    const sales = `
      status rowId type date       number partner item qty net   tax total due
      posted r1    XF   2026-01-05 XF-1   C1      work 1   50.00 0   50.00 2026-03-01
      posted r2    XF   2026-01-06 XF-2   C1      work 1   20.00 0   20.00 2026-02-01
      posted r3    XF   2026-01-07 XF-3   C1      work 1   30.00 0   30.00 -`;
    const payments = `
      type date       partner account amount
      SK   2026-01-10 C1      BANK    60.00`;
    const written = typedDrafts({ ...debtMasters, sales, payments }).map(({ against }) => against);
    expect(written.filter((text) => text !== "")).toEqual(["XF-3:30.00;XF-2:20.00;XF-1:10.00"]);
  });

  it("that names an invoice yet to come waits for it, though the goods have other invoices", () => {
    const settings = `
      key          value
      receivableOn invoice`;
    const named = `
      type date       number partner account amount against
      SK   2026-01-10 SK-1   C1      BANK    15.00  XF-2`;
    const delivered = `
      type date       number partner warehouse item qty net   tax total ref
      CK   2026-01-05 CK-1   C1      -         work 2   40.00 0   40.00 -
      XF   2026-01-07 XF-1   C1      -         work 1   20.00 0   20.00 CK-1
      XF   2026-01-17 XF-2   C1      -         work 1   20.00 0   20.00 CK-1`;
    expect(owed({ settings, sales: delivered, payments: named })).toEqual([
      "XF-1 20 0 0 20",
      "SK-1 -15 -15 0 0",
      "XF-2 20 15 0 5",
    ]);
  });
});

it("a draft that names nothing known is refused", () => {
  const payments = `
    type date       partner account amount against
    SK   2026-01-10 C1      BANK    60.00  XF-9`;
  const { findingsOf, accepted } = preparedDrafts({ ...debtMasters, payments });
  expect(accepted).toEqual([]);
  expect([...findingsOf.values()].flat().map(({ code }) => code)).toEqual(["UNKNOWN_REF"]);
});

describe("instalments whose terms name the later one first", () => {
  const terms = `
    code line kind         value days
    T    1    percentTotal 50    60
    T    2    percentTotal 50    10`;
  const sold = (account: string, paid: string): string => `
    type date       number partner warehouse item unit qty net    tax total  terms account    paid
    CK   2026-01-05 CK-1   C1      MAIN      bolt -    1   100.00 0   100.00 T     ${account} ${paid}`;
  const openBy = (sheets: Readonly<Record<string, string>>): readonly string[] => {
    const { ledgers, view } = typedBook({ ...debtMasters, terms, ...sheets });
    const { rows } = openItems.run(ledgers, { all: true }, view);
    return textOf(rows, "number line due open").filter((row) => row.startsWith("CK"));
  };
  const oldestPaid = ["CK-1 2 2026-01-15 0", "CK-1 1 2026-03-06 40"];

  it("are paid on the spot oldest due first", () => {
    expect([...openBy({ sales: sold("BANK", "60.00") })].sort()).toEqual([...oldestPaid].sort());
  });

  it("are paid later oldest due first too, where only the document is named", () => {
    const payments = `
      type date       number partner account amount against
      SK   2026-01-06 SK-1   C1      BANK    60.00  CK-1`;
    expect([...openBy({ sales: sold("-", "-"), payments })].sort()).toEqual([...oldestPaid].sort());
  });
});

describe("an allocation that asks for more than there is", () => {
  const sales = `
    type date       number partner warehouse item qty net   tax total ref
    XF   2026-01-05 XF-1   C1      -         work 1   90.00 0   90.00 -
    XF   2026-01-05 XF-2   C1      -         work 1   10.00 0   10.00 -`;
  const payments = `
    type date       number partner account amount against     ref
    SK   2026-01-06 SK-1   C1      BANK    60.00  XF-1:60.00  -`;

  function told(row: string) {
    const { ledgers } = typedBook({ ...debtMasters, sales, payments: `${payments}\n${row}` });
    return ledgers.debts.findings.map(({ code, column, facts }) => ({ code, column, facts }));
  }

  it("is told of the credit that it names where that has no more to give", () => {
    expect(told("    HX   2026-01-07 HX-1   C1      -       20.00  XF-1:20.00  SK-1")).toEqual([
      { code: "OVER_SETTLED", column: "ref", facts: { against: "SK-1", amount: 20, left: 0 } },
    ]);
  });

  it("is told of the debt where that is what is settled", () => {
    const more = "    SK   2026-01-06 SK-2   C1      BANK    50.00  -           -";
    expect(told(`${more}\n    HX   2026-01-07 HX-1   C1      -       20.00  XF-2:20.00  SK-2`)).toEqual([
      { code: "OVER_SETTLED", column: "against", facts: { against: "XF-2", amount: 20, left: 10 } },
    ]);
  });
});

describe("a return of what is owed in instalments", () => {
  it("lowers first what falls due first, whatever the order of the lines of the terms", () => {
    const terms = `
      code line kind         value months day days
      SWAP 1    percentTotal 80    1      20  -
      SWAP 2    percentTotal 20    -      -   10`;
    const purchases = `
      type date       number partner warehouse item qty net    tax total  terms ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 SWAP  -
      CT   2026-01-07 CT-1   S1      MAIN      bolt 5   50.00  0   50.00  -     RK-1`;
    expect(owed({ terms, purchases })).toEqual(["CT-1 -50 0 -50 0", "RK-1 20 0 20 0", "RK-1 80 0 30 50"]);
  });
});
