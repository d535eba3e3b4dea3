import { oracleFigures } from "./figures";
import { postedBook } from "./posted-book";
import type { PostedRows } from "./posted-book";

function items(rows: PostedRows, asOf = "2026-12-31") {
  return oracleFigures(postedBook(rows), asOf).openItems.map((item) => {
    const { number, amount, paid, credited, open } = item;
    return `${number}: ${amount} − ${paid} − ${credited} = ${open}`;
  });
}

const delivery = { type: "CK", date: "2026-01-01", number: "CK-1", partner: "C1", qty: 1, total: 113 };

describe("open items", () => {
  it("are settled on the later of the two dates; what is left of a payment is an advance (DOMAIN §8.1)", () => {
    const payments = [
      { type: "SK", date: "2026-02-01", number: "SK-1", partner: "C1", amount: 150, against: "CK-1" },
    ];
    expect(items({ sales: [delivery], payments }, "2026-01-31")).toEqual(["CK-1: 113 − 0 − 0 = 113"]);
    expect(items({ sales: [delivery], payments })).toEqual([
      "CK-1: 113 − 113 − 0 = 0",
      "SK-1: -150 − -113 − 0 = -37",
    ]);
    const before = payments.map((row) => ({ ...row, date: "2025-12-01" }));
    expect(items({ sales: [delivery], payments: before }, "2025-12-31")).toEqual([
      "SK-1: -150 − 0 − 0 = -150",
    ]);
    expect(items({ sales: [delivery], payments: before })).toContain("SK-1: -150 − -113 − 0 = -37");
  });

  it("take the amounts named and the cash discount, one document after the other", () => {
    const sales = [delivery, { ...delivery, rowId: "b", number: "CK-2", total: 50 }];
    const payment = {
      type: "SK",
      date: "2026-02-01",
      number: "SK-1",
      partner: "C1",
      amount: 58,
      discountTaken: 2,
    };
    expect(items({ sales, payments: [{ ...payment, against: "CK-1:40; CK-2:20" }] })).toEqual([
      "CK-1: 113 − 40 − 0 = 73",
      "CK-2: 50 − 20 − 0 = 30",
      "SK-1: -60 − -60 − 0 = 0",
    ]);
  });

  it("are credited by returns up to what is open; the rest stays a credit", () => {
    const back = {
      type: "XT",
      date: "2026-01-03",
      number: "XT-1",
      partner: "C1",
      qty: 1,
      total: 113,
      ref: "CK-1",
    };
    const sold = { ...delivery, paid: 100, account: "bank" };
    expect(items({ sales: [sold, back] })).toEqual([
      "CK-1: 113 − 100 − 13 = 0",
      "XT-1: -113 − 0 − -13 = -100",
    ]);
    expect(items({ sales: [sold, { ...back, paid: 100, account: "bank" }] })).toEqual([
      "CK-1: 113 − 100 − 13 = 0",
      "XT-1: -113 − -100 − -13 = 0",
    ]);
    expect(items({ sales: [delivery, { ...back, ref: "" }] })).toContain("XT-1: -113 − 0 − 0 = -113");
  });

  it("of a receipt take the invoice's total for the invoiced part when it comes", () => {
    const purchases = [
      { type: "RK", date: "2026-01-01", number: "RK-1", partner: "S1", qty: 10, net: 100, total: 113 },
      {
        type: "CF",
        date: "2026-02-01",
        number: "CF-1",
        partner: "S1",
        qty: 5,
        net: 60,
        total: 67.8,
        ref: "RK-1",
      },
      { type: "CF", date: "2026-02-02", number: "CF-2", partner: "S1", item: "", total: 10 },
    ];
    expect(items({ purchases }, "2026-01-31")).toEqual(["RK-1: 113 − 0 − 0 = 113"]);
    expect(items({ purchases })).toEqual(["CF-2: 10 − 0 − 0 = 10", "RK-1: 124.3 − 0 − 0 = 124.3"]);
    expect(items({ settings: { payableOn: "invoice" }, purchases })).toEqual([
      "CF-1: 67.8 − 0 − 0 = 67.8",
      "CF-2: 10 − 0 − 0 = 10",
    ]);
  });

  it("are found by the number of the invoice or of the delivery alike", () => {
    const invoice = {
      type: "XF",
      date: "2026-01-02",
      number: "XF-1",
      partner: "C1",
      qty: 1,
      total: 113,
      ref: "CK-1",
    };
    const back = {
      type: "XT",
      date: "2026-01-03",
      number: "XT-1",
      partner: "C1",
      qty: 1,
      total: 13,
      ref: "CK-1",
    };
    const payments = [
      { type: "SK", date: "2026-02-01", number: "SK-1", partner: "C1", amount: 9, against: "XF-1" },
    ];
    const sales = [delivery, invoice, back];
    expect(items({ sales, payments })).toContain("CK-1: 113 − 9 − 13 = 91");
    const byInvoice = items({ settings: { receivableOn: "invoice" }, sales, payments });
    expect(byInvoice).toEqual([
      "SK-1: -9 − -9 − 0 = 0",
      "XF-1: 113 − 9 − 13 = 91",
      "XT-1: -13 − 0 − -13 = 0",
    ]);
  });

  it("open with what was owed and paid in advance", () => {
    const rows = {
      sales: [{ type: "KZ", date: "2026-01-01", number: "KZ-1", partner: "C1", item: "", total: 70 }],
      purchases: [{ type: "KZ", date: "2026-01-01", number: "KZ-2", partner: "S1", item: "", total: 80 }],
      payments: [
        { type: "KZ", date: "2026-01-01", number: "KZ-3", partner: "C1", amount: 5 },
        { type: "KZ", date: "2026-01-01", number: "KZ-4", account: "bank", amount: 900 },
      ],
    };
    const figures = oracleFigures(postedBook(rows), "2026-01-01");
    expect(figures.openItems.map(({ number, side, open }) => `${number} ${side} ${open}`)).toEqual([
      "KZ-1 receivable 70",
      "KZ-3 receivable -5",
      "KZ-2 payable 80",
    ]);
    expect(figures.cashBook).toEqual([{ account: "bank", balance: "900" }]);
  });
});

describe("the cash book", () => {
  it("adds what is received and paid, fees and cash documents, up to the day", () => {
    const rows = {
      sales: [{ ...delivery, paid: 13, account: "bank" }],
      purchases: [{ type: "RK", date: "2026-01-01", qty: 1, total: 5, paid: 5, account: "bank" }],
      payments: [
        { type: "SK", date: "2026-01-02", partner: "C1", account: "bank", amount: 100, fee: 0.6 },
        { type: "FK", date: "2026-01-03", partner: "S1", account: "bank", amount: 20, fee: 0.1 },
      ],
    };
    const balances = ["2026-01-01", "2026-01-02", "2026-01-03"].map(
      (day) => oracleFigures(postedBook(rows), day).cashBook.at(0)?.balance,
    );
    expect(balances).toEqual(["8", "107.4", "87.3"]);
  });
});
