import { oracleFigures } from "./figures";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";
import type { Row } from "./oracle-book";

const sold = {
  type: "CK",
  date: "2026-01-31",
  number: "CK-1",
  partner: "C1",
  qty: 1,
  total: 100.01,
  terms: "T",
};

function parts(terms: readonly Row[], rows: PostedRows = {}): readonly string[] {
  const book = {
    ...postedBook({ sales: [sold], ...rows }),
    terms: terms.map((line) => ({ code: "T", ...line })),
  };
  return oracleFigures(book, "2026-12-31").openItems.map(
    ({ number, line, due, amount, open }) => `${number}/${line} ${due} ${amount} ${open}`,
  );
}

const halves = [
  { line: 1, kind: "percentTotal", value: 50, days: 10 },
  { line: 2, kind: "percentTotal", value: 50, days: 40 },
];

describe("instalments", () => {
  it("share a debt by per cent of the whole, the last takes the remainder (DOMAIN §8.4)", () => {
    expect(parts(halves)).toEqual(["CK-1/1 2026-02-10 50.01 50.01", "CK-1/2 2026-03-12 50 50"]);
  });

  it("tell per cent of the whole from per cent of what is left; none asks for more than is left", () => {
    const remaining = halves.map((line) => ({ ...line, kind: "percentRemaining" }));
    const rest = { line: 3, kind: "remainder", months: 2 };
    expect(parts([...remaining, rest])).toEqual([
      "CK-1/1 2026-02-10 50.01 50.01",
      "CK-1/2 2026-03-12 25 25",
      "CK-1/3 2026-03-31 25 25",
    ]);
    const fixed = { line: 1, kind: "fixed", value: 60 };
    expect(parts([fixed, { ...fixed, line: 2 }, { ...rest, kind: "fixed", value: 1 }])).toEqual([
      "CK-1/1 2026-01-31 60 60",
      "CK-1/2 2026-01-31 40.01 40.01",
    ]);
  });

  it("count months, then the day, then days, and both ends of a month (DOMAIN §8.4)", () => {
    const due = (when: Row): string | undefined =>
      parts([{ line: 1, kind: "remainder", ...when }])
        .at(0)
        ?.split(" ")
        .at(1);
    expect(due({ months: 1 })).toBe("2026-02-28");
    expect(due({ months: 1, day: 31, days: 3 })).toBe("2026-03-03");
    expect(due({ days: 20, endOfMonth: "after" })).toBe("2026-02-28");
    expect(due({ days: 20, endOfMonth: "before" })).toBe("2026-02-20");
    expect(due({ months: 13, day: 30 })).toBe("2027-02-28");
  });

  it("are settled oldest first, unless one is named", () => {
    const payment = { type: "SK", date: "2026-02-01", number: "SK-1", partner: "C1", amount: 60 };
    expect(parts(halves, { payments: [{ ...payment, against: "CK-1" }] })).toEqual([
      "CK-1/1 2026-02-10 50.01 0",
      "CK-1/2 2026-03-12 50 40.01",
      "SK-1/1 2026-02-01 -60 0",
    ]);
    expect(parts(halves, { payments: [{ ...payment, against: "CK-1/2:45" }] })).toContain(
      "CK-1/2 2026-03-12 50 5",
    );
  });

  it("are shared anew by the invoice of the goods, and payments stay with the document", () => {
    const invoice = {
      type: "XF",
      date: "2026-02-05",
      number: "XF-1",
      partner: "C1",
      qty: 1,
      total: 60,
      ref: "CK-1",
    };
    const paid = { ...sold, paid: 50.01, account: "bank" };
    expect(parts(halves, { sales: [paid, invoice] })).toEqual([
      "CK-1/1 2026-02-10 30 0",
      "CK-1/2 2026-03-12 30 9.99",
    ]);
  });
});
