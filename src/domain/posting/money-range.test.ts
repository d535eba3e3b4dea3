import { typedBook } from "../../../test/support/book";
import { preparedDrafts } from "../../../test/support/typed-drafts";
import { cashBook } from "../reports/cash-book";
import { selfCheck } from "./self-check";

const masters = {
  partners: `
    code kind
    C1   customer`,
  accounts: `
    code
    BANK
    CASH`,
};

/** Ten times the most that one cell may hold: one more than is exact. */
const rows = (type: string, rest: string, count: number, status = "posted"): string =>
  Array.from({ length: count }, (_, i) => {
    const number = status === "posted" ? `${type}-${String(i + 1)}` : "-";
    return `${status} ${type} 2026-01-0${String((i % 9) + 1)} ${number} ${rest}`;
  }).join("\n");

describe("money beyond what can be reckoned with", () => {
  it("is told where an account first passes it, and left blank where it would be shown", () => {
    const payments = `status type date number account amount\n${rows("SR", "BANK 10000000000000", 10)}`;
    const { ledgers, view } = typedBook({ ...masters, payments });
    const found = selfCheck(ledgers).filter(({ code }) => code === "OUT_OF_RANGE");
    expect(found.map(({ rowId, column }) => `${String(rowId)} ${String(column)}`)).toEqual([
      "payments-0009 amount",
    ]);
    const { totals } = cashBook.run(ledgers, {}, view);
    expect([totals?.["in"], totals?.["balance"]]).toEqual([NaN, NaN]);
  });

  it("keeps the draft that would pass it from being posted, and no other", () => {
    const header = "status type date number account amount";
    const posted = rows("SR", "BANK 10000000000000", 9);
    const drafts = `${rows("SR", "BANK 10000000000000", 1, "-")}\n- SR 2026-01-31 - CASH 5`;
    const { findingsOf, accepted } = preparedDrafts({
      ...masters,
      payments: `${header}\n${posted}\n${drafts}`,
    });
    expect(accepted).toHaveLength(1);
    expect([...findingsOf.values()].flat().map(({ code }) => code)).toEqual(["OUT_OF_RANGE"]);
  });

  it("is told of all debts of a side together", () => {
    const sales = `status type date number partner total\n${rows("KZ", "C1 10000000000000", 10)}`;
    const { ledgers } = typedBook({ ...masters, sales });
    const found = selfCheck(ledgers).filter(({ code }) => code === "OUT_OF_RANGE");
    expect(found.map(({ rowId, column }) => `${String(rowId)} ${String(column)}`)).toEqual([
      "sales-0009 total",
    ]);
  });
});
