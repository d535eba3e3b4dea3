import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../test/support/posted";
import { approveDrafts } from "./approve-drafts";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";

const book: JsonBook = {
  staff: [
    { code: "E1", name: "clerk", approveLimit: 100 },
    { code: "E2", name: "head" },
    { code: "E3", name: "gone", inactive: true },
  ],
  items: [{ code: "work", kind: "service" }],
  partners: [{ code: "P", creditLimit: 50, overdueControl: "approve" }],
  accounts: [{ code: "BANK" }],
  sales: [
    { draft: "1", type: "XF", date: "2026-01-05", partner: "P", item: "work", qty: 10, price: 10 },
    { draft: "2", type: "XF", date: "2026-01-06", partner: "P", item: "work", qty: 10, price: 10 },
    { draft: "2", item: "work", qty: 1, price: 0.01 },
  ],
  payments: [{ draft: "3", type: "SR", date: "2026-01-05", account: "BANK", amount: 100.01 }],
};

/** The book with somebody at it. */
function deskOf(user: string): Desk & { as: (other: string) => Desk } {
  const desk = deskAt(book);
  const as = (name: string): Desk => ({ ...desk, moment: { ...desk.moment, user: name } });
  return { ...as(user), as };
}

async function told(desk: Desk, drafts: readonly string[]) {
  const { value, findings } = await approveDrafts(desk, drafts);
  return value?.changed ?? findings.map(({ code, table, row, facts }) => [code, table, row, facts]);
}

describe("an approval", () => {
  it("goes up to the limit of who gives it, by code or name, and not a cent beyond; all or none", async () => {
    const desk = deskOf("clerk");
    const facts = { user: "clerk", amount: 100.01, limit: 100 };
    expect(await told(desk, ["1", "2", "3"])).toEqual([
      ["APPROVE_LIMIT", "sales", 2, facts],
      ["APPROVE_LIMIT", "payments", 1, facts],
    ]);
    expect((await bookAt(desk))["sales"]?.map(({ status }) => status ?? null)).toEqual([null, null, null]);
    expect(await told(desk, ["1"])).toBe(1);
    expect(await told(desk.as("E2"), ["2", "3"])).toBe(3);
    expect(await told(desk.as("nobody in the table"), ["1", "2", "3"])).toBe(0);
  });

  it("is given by nobody who has left", async () => {
    expect(await told(deskOf("gone"), ["1"])).toEqual([
      ["APPROVE_LIMIT", "sales", 1, { user: "gone", amount: 100, limit: 0 }],
    ]);
  });

  it("by somebody who may lets the clerk post what is beyond his own limit, and passes a credit limit", async () => {
    const desk = deskOf("clerk");
    const refused = await postDrafts(desk, { only: ["2"], dryRun: false });
    expect(refused.value?.refused.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ["APPROVE_LIMIT"],
    ]);
    await approveDrafts(desk.as("head"), ["2"]);
    const { value, findings } = await postDrafts(desk, { only: ["2"], dryRun: false });
    expect(value?.posted).toHaveLength(1);
    expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual([
      "CREDIT_EXCEEDED",
      "warning",
    ]);
  });
});
