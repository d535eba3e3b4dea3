import { owed } from "../../../../test/support/open-debts";

/** In the order of their numbers. */
function open(sheets: Readonly<Record<string, string>>, asOf?: string): readonly string[] {
  return [...owed(sheets, asOf)].sort();
}

const openings = `
  type date       number partner total
  KZ   2026-01-05 KZ-1   C1      100.00
  KZ   2026-01-05 KZ-2   C1      100.00`;

describe("a payment with a discount for early payment, undone", () => {
  const payments = `
    type date       number partner account amount discountTaken ref  against
    SK   2026-01-10 SK-1   C1      BANK    98     2             -    KZ-1
    HX   2026-01-20 HX-1   C1      -       -100   -             SK-1 KZ-1`;

  it("is an advance of the money, and the debt is open in full", () => {
    expect(open({ sales: openings, payments })).toEqual([
      "KZ-1 100 0 0 100",
      "KZ-2 100 0 0 100",
      "SK-1 -98 0 0 -98",
    ]);
  });

  it("stood with its discount until that day", () => {
    expect(open({ sales: openings, payments }, "2026-01-19")).toEqual([
      "KZ-1 100 100 0 0",
      "KZ-2 100 0 0 100",
      "SK-1 -100 -100 0 0",
    ]);
  });

  it("gives the discount back first where a part is undone", () => {
    const part = payments.replace("-100", "-50 ");
    expect(open({ sales: openings, payments: part })).toEqual([
      "KZ-1 100 50 0 50",
      "KZ-2 100 0 0 100",
      "SK-1 -98 -50 0 -48",
    ]);
  });

  it("settles again what its money comes to", () => {
    const again = `${payments}
    HX   2026-01-21 HX-2   C1      -       98     -             SK-1 KZ-2`;
    expect(open({ sales: openings, payments: again })).toEqual([
      "KZ-1 100 0 0 100",
      "KZ-2 100 98 0 2",
      "SK-1 -98 -98 0 0",
    ]);
  });
});

describe("a discount that several debts share", () => {
  it("stays with the debts that it was taken off", () => {
    const payments = `
      type date       number partner account amount discountTaken ref  against
      SK   2026-01-10 SK-1   C1      BANK    197    3             -    KZ-1;KZ-2
      HX   2026-01-20 HX-1   C1      -       -100   -             SK-1 KZ-1`;
    const first = open({ sales: openings, payments });
    expect(first).toEqual(["KZ-1 100 0 0 100", "KZ-2 100 100 0 0", "SK-1 -200 -100 0 -100"]);
    const second = open({ sales: openings, payments: payments.replace(/KZ-1$/, "KZ-2") });
    expect(second).toEqual(["KZ-1 100 100 0 0", "KZ-2 100 0 0 100", "SK-1 -197 -100 0 -97"]);
  });

  it("is each debt's own where its terms offer it", () => {
    const sales = `
      type date       number partner terms total
      KZ   2026-01-05 KZ-1   C1      EARLY 100.00
      KZ   2026-01-05 KZ-2   C1      EARLY 100.00`;
    const terms = `
      code  line kind         value discountPercent discountDays
      EARLY 1    percentTotal 100   2               10`;
    const payments = `
      type date       number partner account amount discountTaken ref  against
      SK   2026-01-10 SK-1   C1      BANK    196    4             -    KZ-1;KZ-2
      HX   2026-01-20 HX-1   C1      -       -100   -             SK-1 KZ-1`;
    expect(open({ sales, terms, payments })).toEqual([
      "KZ-1 100 0 0 100",
      "KZ-2 100 100 0 0",
      "SK-1 -198 -100 0 -98",
    ]);
  });
});

describe("a payment with a discount that came before its debt", () => {
  const sales = `
    type date       number partner total
    KZ   2026-01-15 KZ-1   C1      100.00`;
  const payments = `
    type date       number partner account amount discountTaken ref  against
    SK   2026-01-10 SK-1   C1      BANK    98     2             -    KZ-1
    HX   2026-01-20 HX-1   C1      -       -100   -             SK-1 KZ-1`;

  it("is an advance of the money until the debt is there, and again when it is undone", () => {
    expect(open({ sales, payments }, "2026-01-14")).toEqual(["SK-1 -98 0 0 -98"]);
    expect(open({ sales, payments }, "2026-01-19")).toEqual(["KZ-1 100 100 0 0", "SK-1 -100 -100 0 0"]);
    expect(open({ sales, payments })).toEqual(["KZ-1 100 0 0 100", "SK-1 -98 0 0 -98"]);
  });
});

describe("an invoice for less than was paid with a discount", () => {
  it("leaves as an advance no more than money", () => {
    const purchases = `
      type date       number partner warehouse item qty net    tax total  ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt 10  100.00 0   100.00 -
      CF   2026-01-17 CF-1   S1      -         bolt 10  80.00  0   80.00  RK-1`;
    const payments = `
      type date       number partner account amount discountTaken against
      FK   2026-01-10 FK-1   S1      BANK    98     2             RK-1`;
    expect(open({ purchases, payments })).toEqual(["FK-1 -98 -80 0 -18", "RK-1 80 80 0 0"]);
  });
});
