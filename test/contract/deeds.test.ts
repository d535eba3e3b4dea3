import { actions } from "../../src/app/index";
import type { Desk } from "../../src/app/desk";
import { readOptions } from "../../src/app/options";
import type { GivenRow } from "../../src/app/options";
import { verifyBook } from "../../src/app/verify-book";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Workbook } from "../../src/workbook/port";
import { chineseBook, deskOver, masters } from "./registers";
import { oneExcel, rowsAt } from "./workbooks";

const openIn = oneExcel();

const receipt = { type: "RK", partner: "S1", warehouse: "MAIN", price: 2, terms: null };
const begun = {
  ...masters,
  items: masters.items.map((item) => ({ ...item, costing: "moving-average" })),
  accounts: [{ code: "BANK", name: "BANK" }],
  purchases: [
    { ...receipt, draft: "a", date: "2026-01-05", item: "bolt", qty: 10 },
    { ...receipt, draft: "b", date: "2026-01-06", item: "nut", qty: 20 },
    { ...receipt, draft: "c", date: "2026-02-03", item: "bolt", qty: 5 },
  ],
  sales: [
    {
      ...{ type: "XS", draft: "d", date: "2026-01-07", partner: "C1", warehouse: "MAIN" },
      ...{ item: "bolt", qty: 4, price: 5 },
    },
    {
      ...{ type: "CK", draft: "e", date: "2026-01-08", partner: "C1", warehouse: "MAIN" },
      ...{ item: "bolt", qty: 3, price: 5 },
    },
    {
      ...{ type: "CK", draft: "f", date: "2026-02-09", partner: "C1", warehouse: "MAIN" },
      ...{ item: "nut", qty: 6, price: 4 },
    },
  ],
  payments: [
    {
      type: "SK",
      draft: "g",
      date: "2026-02-20",
      partner: "C1",
      account: "BANK",
      amount: 20,
      purpose: "advance",
    },
  ],
};

/** What is done to a book that is posted, one after the other. */
const DEEDS: readonly (readonly [verb: string, options: GivenRow])[] = [
  ["post", {}],
  [
    "amend",
    { number: "RK-20260106-0001", set: [{ line: 1, column: "qty", value: 21 }], reason: "counted anew" },
  ],
  ["finish", { number: "XS-20260107-0001" }],
  ["match", { partner: "C1" }],
  ["unmatch", { partner: "C1" }],
  ["close", { period: "2026-01" }],
  ["reopen", { period: "2026-01", reason: "forgotten" }],
  ["void", { number: "RK-20260203-0001", reason: "never came" }],
  ["reverse", { number: "CK-20260209-0001", date: "2026-02-10", reason: "sent back" }],
  ["count-sheet", { warehouse: "MAIN" }],
  ["recompute", {}],
];

/** Does all of it, and tells what of each was refused. */
async function done(desk: Desk): Promise<readonly unknown[]> {
  const refused: unknown[] = [];
  for (const [verb, given] of DEEDS) {
    const action = actions.find((each) => each.verb === verb);
    if (action === undefined) throw new Error(`no verb ${verb}`);
    const { value: options, findings } = readOptions(action.takes, given);
    const answer = options === null ? { findings } : await action.perform(desk, options);
    refused.push(
      ...answer.findings.filter(({ severity }) => severity === "error").map(({ code }) => [verb, code]),
    );
  }
  return refused;
}

async function allRows(workbook: Workbook): Promise<unknown> {
  const tables = await workbook.tables();
  const rows = await Promise.all(tables.map(async ({ name }) => [name, await rowsAt(workbook, name)]));
  return Object.fromEntries(rows);
}

describe("what is done to posted documents", () => {
  it("is done in Excel as in a file, cell for cell, and the book is sound", async () => {
    const file = deskOver(embeddedWorkbook(await chineseBook(begun)), 3);
    const excel = openIn(await chineseBook(begun));
    expect(await done(file)).toEqual([]);
    expect(await done(deskOver(excel.workbook, 3))).toEqual([]);
    const besides = deskOver(embeddedWorkbook(excel.book), 4);
    expect(await allRows(besides.workbook)).toEqual(await allRows(file.workbook));
    expect((await verifyBook(besides)).value).toEqual({ ok: true, failures: [] });
  });
});
