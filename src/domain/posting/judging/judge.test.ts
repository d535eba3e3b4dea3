import { preparedDrafts, typedDrafts } from "../../../../test/support/typed-drafts";

const masters = {
  items: `
    code purchasePrice
    bolt 1`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code
    S1
    C1`,
};

/** What is found, by draft mark, and the marks of what is posted. */
function judgedDrafts(sheets: Readonly<Record<string, string>>) {
  const { findingsOf, accepted, documents, ledgers } = preparedDrafts({ ...masters, ...sheets });
  const markOf = (document: number): string =>
    ledgers.book.lines.draft[documents.members[documents.starts[document]]];
  const told = [...findingsOf].map(
    ([document, list]) => `${markOf(document)} ${list.map(({ code }) => code).join()}`,
  );
  return { told, posted: accepted.map(markOf).join("") };
}

describe("a draft judged", () => {
  it("may return what a refused draft before it asked for", () => {
    const purchases = `
      type date       draft partner warehouse item qty price ref  batch
      RK   2026-01-05 a     S1      MAIN      bolt 10  3     -    -
      CT   2026-01-06 b     S1      MAIN      bolt 8   -3    r1   -
      CT   2026-01-07 c     S1      MAIN      bolt 12  3     r1   -
      CT   2026-01-08 d     S1      MAIN      bolt 6   3     r1   -
      CT   2026-01-09 e     S1      MAIN      bolt 5   3     r1   -`.replace("type date", "rowId type date");
    const numbered = purchases
      .split("\n")
      .map((row, i) => (i < 2 ? row : `r${String(i - 1)} ${row}`))
      .join("\n");
    expect(judgedDrafts({ purchases: numbered })).toEqual({
      told: ["b OUT_OF_RANGE", "c OVER_RETURN", "e OVER_RETURN"],
      posted: "ad",
    });
  });

  it("does not take what a posted document behind it has taken", () => {
    const purchases = `
      rowId type date       draft number           line status partner warehouse item qty price ref
      r1    RK   2026-01-05 a     RK-20260105-0001 1    posted S1      MAIN      bolt 10  3     -
      r2    CT   2026-01-20 b     CT-20260120-0001 1    posted S1      MAIN      bolt 6   3     r1
      r3    CT   2026-01-08 c     -                -    -      S1      MAIN      bolt 5   3     r1
      r4    CT   2026-01-09 d     -                -    -      S1      MAIN      bolt 4   3     r1`;
    expect(judgedDrafts({ purchases })).toEqual({ told: ["c OVER_RETURN"], posted: "d" });
    const [[found]] = [...preparedDrafts({ ...masters, purchases }).findingsOf.values()];
    expect(found).toMatchObject({ row: 3, facts: { ref: "r1", qty: 5, left: 0 } });
  });

  it("settles what a refused payment or refund beside it asked too much of", () => {
    const sales = `
      rowId type date       draft number           line status partner warehouse item qty price total ref
      s0    CK   2026-01-05 a     CK-20260105-0001 1    posted C1      MAIN      bolt 2   30    60    -
      s1    XT   2026-01-06 b     XT-20260106-0001 1    posted C1      MAIN      bolt 1   50    50    -`;
    const payments = `
      type date       draft partner account amount against               ref
      SK   2026-01-07 c     C1      BANK    100    CK-20260105-0001:100  -
      SK   2026-01-08 d     C1      BANK    60     CK-20260105-0001      -
      TK   2026-01-09 e     C1      BANK    70     -                     XT-20260106-0001
      TK   2026-01-09 f     C1      BANK    50     -                     XT-20260106-0001`;
    const accounts = "code\nBANK";
    expect(judgedDrafts({ sales, payments, accounts })).toEqual({
      told: ["c OVER_SETTLED", "e OVER_SETTLED"],
      posted: "df",
    });
  });

  it("refers to no draft that is refused", () => {
    const sales = `
      rowId type date       draft partner warehouse item qty price ref
      s1    CK   2026-01-05 a     C1      MAIN      bolt 4   3     -
      s2    XT   2026-01-06 b     C1      MAIN      bolt 1   3     s1`;
    expect(judgedDrafts({ sales })).toEqual({ told: ["a STOCK_SHORT", "b UNKNOWN_REF"], posted: "" });
    const [[follower]] = [...preparedDrafts({ ...masters, sales }).findingsOf.values()].slice(1);
    expect(follower).toMatchObject({
      row: 2,
      facts: { value: "s1", why: "refused", refusedTable: "sales", refusedRow: 1 },
    });
  });

  it("refers to no draft that asks for more than is left, be it one of several that it names", () => {
    const orders = `
      rowId type date       draft partner warehouse item qty price net ref
      r0    CG   2026-01-04 a     S1      MAIN      bolt 5   4     -   -
      r1    RK   2026-01-05 b     S1      MAIN      bolt 10  4     -   -
      r2    RK   2026-01-06 c     S1      MAIN      bolt 10  4     -   r0`;
    const of = (row: string): unknown => judgedDrafts({ purchases: `${orders}\n      ${row}` });
    const refused = { told: ["c OVER_ORDER", "d UNKNOWN_REF"], posted: "ab" };
    expect(of("r3 FT 2026-01-07 d S1 - - - - 20 r1;r2")).toEqual(refused);
    expect(of("r3 FT 2026-01-07 d S1 - - - - 20 r2")).toEqual(refused);
    expect(of("r3 CF 2026-01-07 d S1 MAIN bolt 10 4 - r2")).toEqual(refused);
    expect(of("r3 CT 2026-01-07 d S1 MAIN bolt 1 4 - r2")).toEqual(refused);
  });

  it("may invoice what a draft was to invoice that names one which asks for more than is left", () => {
    const purchases = `
      rowId type date       draft partner warehouse item qty price ref
      r0    CG   2026-01-04 a     S1      MAIN      bolt 5   4     -
      r1    RK   2026-01-05 b     S1      MAIN      bolt 5   4     r0
      r2    RK   2026-01-06 c     S1      MAIN      bolt 10  4     r0
      r3    CF   2026-01-07 d     S1      MAIN      bolt 10  4     r2
      r5    CF   2026-01-07 d     S1      MAIN      bolt 5   4     r1
      r4    CF   2026-01-08 e     S1      MAIN      bolt 5   4     r1`;
    expect(judgedDrafts({ purchases })).toEqual({
      told: ["c OVER_ORDER", "d UNKNOWN_REF"],
      posted: "abe",
    });
  });

  it("is not refused for goods that a draft takes which is refused itself", () => {
    const sheets = {
      partners: `
        code creditLimit overdueControl
        S1   -           -
        C1   5           block
        C2   -           -`,
      purchases: `
        type date       draft partner warehouse item qty price
        RK   2026-01-05 a     S1      MAIN      bolt 10  3`,
      sales: `
        type date       draft partner warehouse item qty price
        CK   2026-01-06 b     C1      MAIN      bolt 10  3
        CK   2026-01-07 c     C2      MAIN      bolt 10  3
        CK   2026-01-08 d     C2      MAIN      bolt 1   3`,
    };
    expect(judgedDrafts(sheets)).toEqual({ told: ["b CREDIT_EXCEEDED", "d STOCK_SHORT"], posted: "ac" });
  });

  it("may bring in a serial number that a refused draft was to bring in", () => {
    const items = `
      code serialized
      bolt -
      pump yes`;
    const stock = `
      type date       draft warehouse item qty counted serial
      PD   2026-01-04 a     MAIN      pump -   1       P1
      QR   2026-01-05 b     MAIN      pump 1   -       P1`;
    expect(judgedDrafts({ items, stock })).toEqual({ told: ["a REQUIRED", "b NO_COST"], posted: "b" });
  });

  it("is not refused for pieces or goods that a draft beside it names wrongly", () => {
    const items = `
      code serialized purchasePrice
      pump yes        1`;
    const purchases = `
      rowId type date       draft number           line status partner warehouse item qty price serial
      r1    RK   2026-01-05 a     RK-20260105-0001 1    posted S1      MAIN      pump 2   3     P1;P2`;
    const sales = `
      type date       draft partner warehouse item qty price serial
      CK   2026-01-06 b     C1      MAIN      pump 2   9     P1
      CK   2026-01-07 c     C1      MAIN      pump 2   9     P1;P2`;
    expect(judgedDrafts({ items, purchases, sales })).toEqual({ told: ["b SERIAL_COUNT"], posted: "c" });
  });

  it("settles what a refused allocation or write-off beside it was to settle", () => {
    const sales = `
      rowId type date       draft number           line status partner warehouse item qty price total ref
      s0    CK   2026-01-05 a     CK-20260105-0001 1    posted C1      MAIN      bolt 2   30    60    -
      s1    CK   2026-01-05 b     CK-20260105-0002 1    posted C1      MAIN      bolt 2   10    20    -
      s2    XT   2026-01-06 c     XT-20260106-0001 1    posted C1      MAIN      bolt 1   60    60    -`;
    const payments = `
      type date       draft partner amount against                              ref              reason
      HX   2026-01-07 d     C1      90     CK-20260105-0001:60;CK-20260105-0002:30 XT-20260106-0001 -
      HX   2026-01-08 e     C1      60     CK-20260105-0001:60                  XT-20260106-0001 -
      HX   2026-01-08 f     C1      5      CK-20260105-0002                     -                small
      HX   2026-01-08 g     C1      30     CK-20260105-0002                     -                discount
      HX   2026-01-09 h     C1      0.5    CK-20260105-0002                     -                small
      HX   2026-01-09 i     C1      19.5   CK-20260105-0002                     -                badDebt`;
    expect(judgedDrafts({ sales, payments })).toEqual({
      told: ["d OVER_SETTLED", "f WRITE_OFF_LIMIT", "g OVER_SETTLED"],
      posted: "ehi",
    });
  });

  it("settles what a refused payment of several debts took first", () => {
    const sales = `
      rowId type date       draft number           line status partner warehouse item qty price total ref
      s0    CK   2026-01-05 a     CK-20260105-0001 1    posted C1      MAIN      bolt 2   30    60    -
      s1    CK   2026-01-05 b     CK-20260105-0002 1    posted C1      MAIN      bolt 2   10    20    -`;
    const payments = `
      type date       draft partner account amount against
      SK   2026-01-07 c     C1      BANK    60     CK-20260105-0001
      SK   2026-01-07 c     C1      BANK    30     CK-20260105-0002:30
      SK   2026-01-08 d     C1      BANK    60     CK-20260105-0001:60
      SK   2026-01-08 e     C1      BANK    20     CK-20260105-0002:20`;
    expect(judgedDrafts({ sales, payments, accounts: "code\nBANK" })).toEqual({
      told: ["c OVER_SETTLED"],
      posted: "de",
    });
  });

  it("finds in its account what refused drafts beside it were to take out, and the credit they were to use", () => {
    const payments = `
      rowId type date       draft number           line status partner account amount against ref
      p0    KZ   2026-01-05 a     KZ-20260105-0001 1    posted -       BANK    50     -       -
      -     ZC   2026-01-06 b     -                -    -      -       BANK    60     -       -
      -     ZC   2026-01-06 c     -                -    -      -       BANK    30     -       -
      -     TK   2026-01-07 d     -                -    -      C1      BANK    20     -       X-1
      -     ZC   2026-01-08 e     -                -    -      -       BANK    20     -       -`;
    const sales = `
      type date       draft partner warehouse item qty price
      XS   2026-01-08 f     C1      MAIN      bolt 1   10`;
    const sheets = {
      accounts: "code overdraft\nBANK 0",
      partners: `
        code overdueControl creditLimit kind
        C1   block          15          customer`,
    };
    expect(judgedDrafts({ ...sheets, sales, payments })).toEqual({
      told: ["b ACCOUNT_SHORT", "d UNKNOWN_REF"],
      posted: "cfe",
    });
  });

  it("is judged by stock again when a count falls that nobody can price", () => {
    const items = `
      code
      bolt`;
    const stock = `
      type date       draft warehouse item qty counted
      PD   2026-01-05 a     MAIN      bolt -   5
      QC   2026-01-06 b     MAIN      bolt 2   -`;
    expect(judgedDrafts({ items, stock })).toEqual({ told: ["a REQUIRED", "b STOCK_SHORT"], posted: "" });
  });
});

describe("a return without a price", () => {
  const purchases = `
    rowId type date       draft partner warehouse item qty price taxRate ref
    r1    RK   2026-01-05 a     S1      MAIN      bolt 10  10    13      -
    r2    CT   2026-01-06 b     S1      MAIN      bolt 2   -     -       r1
    r3    CF   2026-01-07 c     S1      -         bolt 6   12    13      r1
    r4    CT   2026-01-08 d     S1      MAIN      bolt 4   -     -       r1`;

  it("takes back what invoices before it made of its original", () => {
    const amounts = typedDrafts({ ...masters, purchases }).map(({ price, net, total }) => [
      price,
      net,
      total,
    ]);
    expect(amounts).toEqual([
      [10, 100, 113],
      [10, 20, 22.6],
      [12, 72, 81.36],
      [11.2, 44.8, 50.63],
    ]);
  });

  it("takes no notice of an invoice that is refused", () => {
    const refused = purchases.replace("bolt 6   12 ", "bolt 66  12 ");
    const { ledgers } = preparedDrafts({ ...masters, purchases: refused });
    const { net, price } = ledgers.book.lines;
    expect([net[3], price[3]]).toEqual([40_00, 10_000_000]);
  });
});
