import { type Sheet, typedBook } from "../../../test/support/book";
import { runReport, textOf } from "../../../test/support/run-report";
import { openingFindings } from "../posting/opening-ties";
import { openingBalances } from "./opening-balances";

const COLUMNS = "kind rows from to typed ledger difference";
const masters = {
  items: `
    code serialized costing  standardCost
    A    -          -        -
    S    是         -        -
    T    -          standard 5`,
  warehouses: `
    code
    MAIN
    SHOP`,
  partners: `
    code kind
    C1   customer
    C2   customer
    S1   supplier`,
  accounts: `
    code
    BANK
    CASH`,
};
const opened = {
  ...masters,
  stock: `
    status rowId date       number line type warehouse item qty unitCost value serial
    posted K1    2026-01-01 KZ-1   1    KZ   MAIN      A    10  3.333    -     -
    posted K2    2026-01-01 KZ-1   2    KZ   MAIN      S    2   -        50    a;b
    posted K3    2026-01-01 KZ-1   3    KZ   MAIN      T    4   -        24    -
    posted K4    2026-03-01 KZ-2   1    KZ   SHOP      A    1   -        4     -`,
  sales: `
    status rowId date       number line type partner warehouse item qty net total
    posted Z1    2026-01-01 KZ-3   1    KZ   C1      -         -    -   -   200
    posted Z2    2026-01-01 KZ-4   1    KZ   C2      -         -    -   -   70
    posted Z3    2026-01-01 CK-1   1    CK   C1      MAIN      A    1   9   9`,
  purchases: `
    status rowId date       number line type partner total
    posted Y1    2026-01-01 KZ-5   1    KZ   S1      80`,
  payments: `
    status rowId date       number line type partner account amount
    posted M1    2026-01-01 KZ-6   1    KZ   -       BANK    500
    posted M2    2026-01-01 KZ-7   1    KZ   C2      -       -30
    posted M3    2026-01-01 KZ-8   1    KZ   S1      -       -15
    posted M4    2026-02-01 SK-1   1    SK   C1      BANK    200`,
};

describe("opening balances", () => {
  it("are what was typed and what the books say on their day, and come to what is our own", () => {
    const { rows, totals } = runReport(openingBalances, opened);
    expect(textOf(rows, COLUMNS)).toEqual([
      "stock 4 2026-01-01 2026-03-01 111.33 111.33 0",
      "accounts 1 2026-01-01 2026-01-01 500 500 0",
      "receivables 2 2026-01-01 2026-01-01 270 270 0",
      "payables 1 2026-01-01 2026-01-01 -80 -80 0",
      "customerAdvances 1 2026-01-01 2026-01-01 -30 -30 0",
      "supplierAdvances 1 2026-01-01 2026-01-01 15 15 0",
    ]);
    expect(totals).toEqual({ typed: 786.33, ledger: 786.33, difference: 0 });
    expect(openingFindings(typedBook(opened).ledgers)).toEqual([]);
  });

  it.each([
    {
      what: "stock",
      row: { type: "RK", warehouse: "MAIN", item: "A", qty: 3, total: 9 },
      by: 9,
      place: "stock 1",
    },
    {
      what: "what a partner owes",
      row: { type: "CF", partner: "S1", total: 9 },
      by: -9,
      place: "purchases 1",
    },
  ])("differ where $what is moved before", ({ row, by, place }) => {
    const header = `status rowId date number line type partner warehouse item qty net total`;
    const stamps = { status: "posted", rowId: "E1", date: "2025-12-31", number: "E-1", line: 1 };
    const texts = Object.entries({ ...stamps, net: row.total, ...row });
    const own = header.split(" ").map((id) => String(texts.find(([key]) => key === id)?.[1] ?? "-"));
    const purchases = `${header}\nposted Y1 2026-01-01 KZ-5 1 KZ S1 - - - - 80\n${own.join(" ")}`;
    const { totals } = runReport(openingBalances, { ...opened, purchases });
    expect(totals?.["difference"]).toBe(by);
    const found = openingFindings(typedBook({ ...opened, purchases }).ledgers);
    expect(found.map(({ code, table, row: at }) => `${code} ${String(table)} ${String(at)}`)).toEqual([
      `OPENING_UNTIED ${place}`,
    ]);
  });

  it("differ where money is moved before", () => {
    const payments = `${opened.payments}
    posted M5    2025-12-01 SR-1   1    SR   -       BANK    20`;
    const { rows } = runReport(openingBalances, { ...opened, payments });
    expect(
      textOf(
        rows.filter(({ kind }) => kind === "accounts"),
        COLUMNS,
      ),
    ).toEqual(["accounts 1 2026-01-01 2026-01-01 500 520 20"]);
  });

  it("are none of a book that opened nothing", () => {
    expect(runReport(openingBalances, masters).rows).toEqual([]);
  });
});

describe("an opening that was reversed", () => {
  it("opens nothing any more", () => {
    const stock: Sheet = `
    status   rowId date       number line type warehouse item qty value ref
    reversed K1    2026-01-01 KZ-1   1    KZ   MAIN      A    10  30    -
    posted   K2    2026-01-01 KZ-2   1    KZ   MAIN      A    10  40    -
    posted   K3    2026-01-02 KZ-3   1    KZ   MAIN      A    -10 -30   K1`;
    const { rows } = runReport(openingBalances, { ...masters, stock });
    expect(textOf(rows, COLUMNS)).toEqual(["stock 1 2026-01-01 2026-01-01 40 40 0"]);
  });
});
