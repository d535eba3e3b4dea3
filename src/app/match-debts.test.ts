import type { JsonBook } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import { enterRows } from "./enter-rows";
import { type Matching, matchDebts, unmatchDebts } from "./match-debts";
import { postDrafts } from "./post-drafts";

const opening = { type: "KZ", date: "2026-01-01", partner: "C" };
const receipt = { type: "SK", date: "2026-02-01", partner: "C", account: "BANK", purpose: "advance" };

const book: JsonBook = {
  partners: [
    { code: "C", kind: "customer" },
    { code: "D", kind: "customer" },
  ],
  accounts: [{ code: "BANK" }],
  sales: [
    { ...opening, total: 100, draft: "a" },
    { ...opening, total: 60, due: "2026-03-01", externalNo: "X-7", draft: "b" },
    { ...opening, total: 40, due: "2026-03-02", draft: "c" },
    { ...opening, total: 30, due: "2026-03-03", draft: "d" },
    { ...opening, total: 5, partner: "D", draft: "e" },
  ],
  payments: [
    { ...receipt, amount: 70, draft: "f" },
    { ...receipt, amount: 20, externalNo: "X-7", draft: "g" },
    { ...receipt, amount: 30, draft: "h" },
  ],
};

async function desk() {
  const made = deskAt(book);
  await postDrafts(made, { only: null, dryRun: false });
  return made;
}

async function open(at: Awaited<ReturnType<typeof desk>>, asOf: string): Promise<readonly unknown[]> {
  const { report, failures } = await figuresOf(await bookAt(at));
  expect(failures).toEqual([]);
  return report("open-items", { asOf, partner: "C" }).map((row) => row["open"]);
}

const asked: Matching = { of: "C", date: "2026-02-10", post: false };

describe("matching", () => {
  it("proposes with reasons and writes nothing", async () => {
    const at = await desk();
    const before = await bookAt(at);
    const { value } = await matchDebts(at, asked);
    expect(value?.proposals.map(({ amount, why }) => [amount, why])).toEqual([
      [20, "reference"],
      [30, "exact"],
      [70, "oldest"],
    ]);
    expect(await bookAt(at)).toEqual(before);
  });

  it("posts allocations that settle from their day on, and takes them back from another", async () => {
    const at = await desk();
    const { value } = await matchDebts(at, { ...asked, post: true });
    expect(value?.posted).toEqual(["HX-20260210-0001"]);
    expect(await open(at, "2026-02-09")).toEqual([100, -70, -20, -30, 60, 40, 30]);
    expect(await open(at, "2026-02-10")).toEqual([30, 40, 40]);
    const undone = await unmatchDebts(at, { of: "SK-20260201-0001", date: "2026-02-20", post: true });
    expect(undone.value?.proposals).toHaveLength(1);
    expect(await open(at, "2026-02-19")).toEqual([30, 40, 40]);
    expect(await open(at, "2026-02-20")).toEqual([100, -70, 40, 40]);
  });

  it("finds nothing to do twice", async () => {
    const at = await desk();
    await matchDebts(at, { ...asked, post: true });
    expect((await matchDebts(at, { ...asked, post: true })).value).toEqual({ proposals: [], posted: [] });
  });

  it("refuses a partner that nobody is, and leaves nothing behind where it may not be posted", async () => {
    const at = await desk();
    expect((await matchDebts(at, { ...asked, of: "E" })).findings[0]).toMatchObject({ code: "BAD_STEP" });
    await enterRows(at, { table: "settings", rows: [{ key: "frozenUntil", value: "2026-06-30" }] });
    const { value, findings } = await matchDebts(at, { ...asked, post: true });
    expect([value, findings[0]?.code]).toEqual([null, "PERIOD_CLOSED"]);
    expect((await bookAt(at))["payments"]).toHaveLength(3);
  });
});
