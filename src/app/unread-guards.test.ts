import { bookAt, deskAt } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { postDrafts } from "./post-drafts";
import { voidDocument } from "./void-document";

const receipt = { type: "RK", date: "2026-01-05", warehouse: "MAIN", item: "bolt", qty: 10, price: 2 };
const masters: JsonBook = {
  items: [{ code: "bolt" }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P" }, { code: "Q" }],
  accounts: [{ code: "BANK" }],
  purchases: [
    { ...receipt, draft: "1", partner: "P" },
    { ...receipt, draft: "2", partner: "Q" },
  ],
};

/** What stops or refuses the post of a book with other rows of a table. */
async function told(table: string, rows: readonly Row[]): Promise<readonly string[]> {
  const desk = deskAt({ ...masters, [table]: rows });
  const { value, findings } = await postDrafts(desk, { only: null, dryRun: false });
  const found = value === null ? findings : value.refused.flatMap((refused) => refused.findings);
  const posted = value === null ? "nothing" : value.posted.map(({ draft }) => draft).join(" ");
  return [...found.map(({ code, row, column }) => `${code} ${String(row)} ${column ?? ""}`), posted];
}

describe("a cell that forbids changes and cannot be read", () => {
  it.each([
    ["settings", { key: "frozenUntil", value: "end of January" }, "UNKNOWN_SETTING 1 value"],
    ["settings", { key: "backdateDays", value: "three" }, "UNKNOWN_SETTING 1 value"],
    ["settings", { key: "smallWriteOff", value: "1 yuan" }, "UNKNOWN_SETTING 1 value"],
    ["settings", { key: "ageingBuckets", value: "90,30" }, "UNKNOWN_SETTING 1 value"],
    ["periods", { period: "2026-01", from: "2026-01-01", to: "2026-01-3l" }, "NOT_A_DATE 1 to"],
    ["staff", { code: "anna", approveLimit: "much" }, "NOT_A_NUMBER 1 approveLimit"],
  ])("of %s stops every post: %p", async (table, row, finding) => {
    expect(await told(table, [row])).toEqual([finding, "nothing"]);
  });

  it("stops the voiding of what is posted", async () => {
    const desk = deskAt(masters);
    await postDrafts(desk, { only: null, dryRun: false });
    const book = await bookAt(desk);
    const frozen = deskAt({ ...book, settings: [{ key: "frozenUntil", value: "2026-01-4l" }] });
    const { value, findings } = await voidDocument(frozen, {
      number: "RK-20260105-0001",
      reason: "twice",
      dryRun: false,
    });
    expect({ value, codes: findings.map(({ code }) => code) }).toEqual({
      value: null,
      codes: ["UNKNOWN_SETTING"],
    });
  });
});

describe("a cell of a master that holds for its documents and cannot be read", () => {
  it.each([
    ["partners", [{ code: "P", creditLimit: "1o0" }, { code: "Q" }], ["MASTER_UNREAD 1 partner", "2"]],
    ["partners", [{ code: "P" }, { code: "Q", overdueControl: "stop" }], ["MASTER_UNREAD 2 partner", "1"]],
    ["items", [{ code: "bolt", batched: "perhaps" }], ["MASTER_UNREAD 1 item", "MASTER_UNREAD 2 item", ""]],
    ["accounts", [{ code: "BANK", overdraft: "none" }], ["1 2"]],
  ])("of %s refuses the documents that name it, and no others", async (table, rows, expected) => {
    expect(await told(table, rows)).toEqual(expected);
  });
});
