import { bookAt, deskAt } from "../../test/support/posted";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

/** A receipt of two lines of which only the first got its status. */
function halfPosted(second: object = {}) {
  const line = { number: "RK-20260105-0001", draft: "M1", type: "RK", date: "2026-01-05", partner: "P1" };
  const goods = { warehouse: "MAIN", item: "bolt", qty: 2, price: 3, net: 6, tax: 0, total: 6 };
  return {
    items: [{ code: "bolt" }],
    warehouses: [{ code: "MAIN" }],
    partners: [{ code: "P1" }],
    purchases: [
      { ...line, ...goods, rowId: "R1", line: 1, status: "posted" },
      { ...line, ...goods, rowId: "R2", line: 2, status: "draft", ...second },
    ],
  };
}

const all = { only: null, dryRun: false };

describe("a document that was posted by half", () => {
  it("is finished by recomputing: the rest is posted under the same number, and nothing fails any more", async () => {
    const desk = deskAt(halfPosted());
    expect((await verifyBook(desk)).value?.failures).toMatchObject([{ code: "HALF_POSTED", row: 2 }]);
    expect((await recompute(desk)).findings).toEqual([]);
    const { purchases, stockBalances } = await bookAt(desk);
    expect(purchases?.map(({ status, number }) => [status, number])).toEqual([
      ["posted", "RK-20260105-0001"],
      ["posted", "RK-20260105-0001"],
    ]);
    expect(stockBalances).toMatchObject([{ item: "bolt", qty: 4, value: 12 }]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("is finished by posting too, before anything else is posted", async () => {
    const desk = deskAt(halfPosted());
    const { value } = await postDrafts(desk, all);
    expect(value).toEqual({ posted: [], refused: [] });
    expect((await bookAt(desk))["purchases"]?.map(({ status }) => status)).toEqual(["posted", "posted"]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it.each([
    ["its quantity", { qty: 5 }],
    ["its partner", { partner: null }],
    ["its draft mark", { draft: "M2" }],
    ["its line", { line: 1 }],
  ])("stays as it is, and is told, where somebody changed %s since", async (_, second) => {
    const desk = deskAt(halfPosted(second));
    const before = (await bookAt(desk))["purchases"];
    const { value, findings } = await postDrafts(desk, all);
    expect(value?.posted).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain("HALF_POSTED");
    expect((await recompute(desk)).findings).toMatchObject([{ code: "HALF_POSTED", row: 2 }]);
    expect((await bookAt(desk))["purchases"]?.map(({ status }) => status)).toEqual(
      before?.map(({ status }) => status),
    );
  });

  it("is only a draft where none of its rows is posted: it gets its number anew", async () => {
    const book = halfPosted();
    const purchases = book.purchases.map((row) => ({ ...row, status: "draft" }));
    const desk = deskAt({ ...book, purchases });
    expect((await postDrafts(desk, all)).value?.posted).toMatchObject([{ number: "RK-20260105-0001" }]);
  });
});
