import { deskAt } from "../../../../test/support/posted";
import type { JsonBook, Row } from "../../../../test/oracle/oracle-book";
import { enterRows } from "../../../app/enter-rows";
import { postDrafts } from "../../../app/post-drafts";

const header = { date: "2026-01-10", partner: "C", item: "bolt" };

const book: JsonBook = {
  items: [{ code: "bolt" }],
  warehouses: [{ code: "W" }],
  partners: [
    { code: "S", kind: "supplier" },
    { code: "C", kind: "customer", creditLimit: 100, overdueControl: "block" },
  ],
  settings: [{ key: "warehouse", value: "W" }],
  purchases: [{ type: "RK", date: "2026-01-01", partner: "S", item: "bolt", qty: 50, price: 1, draft: "0" }],
  sales: [{ ...header, type: "XS", date: "2026-01-02", qty: 10, price: 10, draft: "1" }],
};

/** Which of the drafts are posted beside an order of 100.00, and what is told of the others. */
async function told(rows: readonly Row[]) {
  const desk = deskAt(book);
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
  await enterRows(desk, { table: "sales", rows });
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  return {
    posted: value?.posted.map(({ type }) => type),
    refused: value?.refused.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === "CREDIT_EXCEEDED").map(({ facts }) => facts),
    ),
  };
}

const order = { ...header, type: "XS", qty: 1, price: 1, draft: "x" };
const delivery = { ...header, type: "CK", qty: 10, price: 10, draft: "y", ref: "XS-20260102-0001" };

describe("the credit of a customer", () => {
  it.each([
    ["before", [order, { ...delivery, date: "2026-01-11" }]],
    ["after", [{ ...order, date: "2026-01-11" }, delivery]],
  ])(
    "is not taken up by an order that is refused, entered %s a delivery of what is ordered",
    async (_, rows) => {
      expect(await told(rows)).toEqual({
        posted: ["CK"],
        refused: [{ partner: "C", exposure: 101, limit: 100, amount: 1 }],
      });
    },
  );

  it("is taken up by an order and its delivery once", async () => {
    const small = { ...header, type: "CK", qty: 4, price: 10, draft: "y", ref: "XS-20260102-0001" };
    const rest = { ...small, draft: "z", qty: 6 };
    expect(await told([small, rest])).toEqual({ posted: ["CK", "CK"], refused: [] });
  });
});

describe("a customer who is overdue", () => {
  const opened = { type: "KZ", partner: "C", date: "2026-01-01" };

  it.each([
    ["nothing", [], undefined],
    ["advances", [{ ...opened, amount: -451, draft: "p", account: "" }], 451],
  ])("is told with %s that could settle it", async (_, payments, credits) => {
    const sales = [{ ...opened, total: 60, due: "2026-01-02", draft: "1" }];
    const desk = deskAt({ ...book, sales, payments });
    await postDrafts(desk, { only: null, dryRun: false });
    await enterRows(desk, { table: "sales", rows: [order] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    const found = value?.refused.flatMap(({ findings }) => findings) ?? [];
    expect(found.map(({ code, facts }) => [code, facts["open"], facts["credits"]])).toEqual([
      ["OVERDUE", 60, credits],
    ]);
  });
});
