import { typedBook } from "../../../../test/support/book";
import { methodChangeFindings } from "./method-changes";

describe("changes of method", () => {
  it("name a period and a reason", () => {
    const { ledgers } = typedBook({
      items: `
        code
        bolt`,
      periods: `
        period from       to
        Q2     2026-04-01 2026-06-30`,
      methodChange: `
        item period  method reason
        bolt 2026-02 fifo   audit
        bolt Q2      lifo   audit
        bolt later   fifo   -`,
    });
    const found = methodChangeFindings(ledgers.book);
    expect(found.map(({ code, table, row, column }) => [code, table, row, column])).toEqual([
      ["UNKNOWN_CODE", "methodChange", 3, "period"],
      ["REQUIRED", "methodChange", 3, "reason"],
    ]);
  });
});
