import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../test/support/posted";
import { Workbook } from "../engine/workbook";
import { embeddedWorkbook } from "../workbook/embedded/embedded-workbook";
import { approveDrafts, unapproveDrafts } from "./approve-drafts";
import { checkDrafts } from "./check-drafts";
import { convertBook } from "./convert-book";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";

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

/** A book of one delivery of two rows, the second leaving its header to the first, approved by the boss. */
async function approvedDesk(): Promise<Desk> {
  const desk = deskAt({
    items: [{ code: "work", kind: "service" }],
    partners: [{ code: "P", name: "Peter" }],
    sales: [
      { draft: "1", type: "XF", partner: "Peter", item: "work", qty: 10, price: 10, handler: "me" },
      { item: "work", qty: 1, price: 5 },
    ],
  });
  expect((await approveDrafts(as(desk, "boss"), ["1"])).value).toEqual({ changed: 2 });
  return desk;
}

function as(desk: Desk, user: string, now = desk.moment.now): Desk {
  return { ...desk, moment: { ...desk.moment, user, now } };
}

/** The same book with the rows of its sales changed by hand. */
async function changedBy(desk: Desk, change: (rows: readonly Row[]) => readonly Row[]): Promise<Desk> {
  const there = await bookAt(desk);
  return deskAt({ ...there, sales: change(there["sales"] ?? []) });
}

const cell = (column: string, value: Row[string]) => (rows: readonly Row[]) => [
  { ...rows[0], [column]: value },
  ...rows.slice(1),
];

async function staleAt(desk: Desk) {
  const { findings } = await checkDrafts(desk);
  return findings.filter(({ code }) => code === "APPROVAL_STALE").map(({ facts }) => facts);
}

const given = { by: "boss", at: "2026-12-31T08:30:00" };

describe("a document that was approved", () => {
  it("stays so while it is checked, told in the log, sorted, kept as an Excel workbook in Chinese", async () => {
    const desk = await approvedDesk();
    expect(await staleAt(desk)).toEqual([]);
    expect(await staleAt(await changedBy(desk, (rows) => rows.toReversed()))).toEqual([]);
    const xlsx = { ...deskAt({}), workbook: embeddedWorkbook(new Workbook()), strict: true };
    await convertBook(desk, { to: xlsx, language: "zh-CN" });
    expect(await staleAt(xlsx)).toEqual([]);
    await postDrafts(desk, { only: null, dryRun: false });
    const { sales, log } = await bookAt(desk);
    expect(sales?.map(({ status, approvedBy }) => [status, approvedBy])).toEqual([
      ["posted", "boss"],
      ["posted", "boss"],
    ]);
    expect(log?.map(({ action, user }) => [action, user])).toEqual([
      ["approve", "boss"],
      ["post", "tester"],
    ]);
    expect((await verifyBook(desk)).value?.ok).toBe(true);
  });

  it.each([
    ["a quantity of it is edited", cell("qty", 11)],
    ["its note is edited", cell("note", "x")],
    ["another is said to have approved it", cell("approvedBy", "me")],
    ["a row of it is deleted", (rows: readonly Row[]) => rows.slice(0, 1)],
    ["a row is typed under it", (rows: readonly Row[]) => [...rows, { item: "work", qty: 1, price: 1 }]],
  ])("is a draft again once %s", async (_what, change) => {
    const desk = await changedBy(await approvedDesk(), change);
    expect(await staleAt(desk)).toEqual([given]);
    expect((await approveDrafts(as(desk, "boss"), ["1"])).value?.changed).toBeGreaterThan(0);
    expect(await staleAt(desk)).toEqual([]);
  });

  it("is posted without the name of who approved something else", async () => {
    const desk = await changedBy(await approvedDesk(), cell("qty", 11));
    const { findings } = await postDrafts(desk, { only: null, dryRun: false });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([["APPROVAL_STALE", "warning"]]);
    expect(
      (await bookAt(desk))["sales"]?.map(({ status, approvedBy = null }) => [status, approvedBy]),
    ).toEqual([
      ["posted", null],
      ["posted", null],
    ]);
  });

  it("is none whose status was typed, nor one typed after it was taken back, nor a copy of one posted", async () => {
    const none = { by: null, at: null };
    const typed = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, status: "approved", approvedBy: "boss", approvedAt: given.at }));
    const desk = await approvedDesk();
    const before = (await bookAt(desk))["sales"] ?? [];
    await unapproveDrafts(as(desk, "boss"), ["1"]);
    expect(await staleAt(await changedBy(desk, typed))).toEqual([none]);
    expect(await staleAt(deskAt({ ...(await bookAt(desk)), log: [], sales: before }))).toEqual([none]);
    await approveDrafts(as(desk, "boss"), ["1"]);
    await postDrafts(as(desk, "tester", "2026-12-31T08:31:00"), { only: null, dryRun: false });
    expect(await staleAt(await changedBy(desk, (rows) => [...rows, ...before]))).toEqual([given]);
  });

  it("passes no limit any more once it was edited", async () => {
    const desk = deskOf("clerk");
    await approveDrafts(desk.as("head"), ["2"]);
    const edited = await changedBy(desk, (rows) => [...rows.slice(0, -1), { ...rows.at(-1), price: 50 }]);
    const { value } = await postDrafts(as(edited, "clerk"), { only: ["2"], dryRun: false });
    expect(value?.refused.flatMap(({ findings }) => findings.map(({ code }) => code)).sort()).toEqual([
      "APPROVAL_STALE",
      "APPROVE_LIMIT",
    ]);
  });
});
