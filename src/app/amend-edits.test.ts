import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import { amendDocument } from "./amend-document";
import { amendEdits } from "./amend-edits";
import { closePeriod } from "./close-period";
import type { Desk } from "./desk";
import { verifyBook } from "./verify-book";

const receipt = { type: "RK", date: "2026-01-05", partner: "S", warehouse: "W" };
const sale = { type: "CK", date: "2026-01-07", partner: "S", warehouse: "W", item: "A", price: 7 };

const drafts: JsonBook = {
  items: [{ code: "A" }, { code: "B" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S" }, { code: "T" }],
  purchases: [
    { ...receipt, draft: "1", item: "A", qty: 4, price: 2.5 },
    { ...receipt, draft: "1", item: "B", qty: 3, price: 1 },
  ],
  sales: [{ ...sale, qty: 2 }],
};
const [RECEIPT, SALE] = ["RK-20260105-0001", "CK-20260107-0001"];

const typed = (table: string, at: number, cells: Row) => (book: JsonBook) => ({
  ...book,
  [table]: (book[table] ?? []).map((row, i) => (i === at ? { ...row, ...cells } : row)),
});

/** A desk at the posted book after somebody typed into it. */
async function editedDesk(...edits: readonly ((book: JsonBook) => JsonBook)[]): Promise<Desk> {
  const { book } = await posted(drafts);
  return deskAt(edits.reduce((so, edit) => edit(so), book));
}

const keep = { reason: "as agreed", dryRun: false };

describe("amending what was typed into posted documents", () => {
  it("leaves the book as the same amendments would have, on record", async () => {
    const desk = await editedDesk(
      typed("purchases", 0, { price: 3 }),
      typed("purchases", 1, { qty: 5, note: "late" }),
      typed("sales", 0, { partner: "T" }),
    );
    const { value, findings } = await amendEdits(desk, keep);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ ok: true, failures: [], amended: [RECEIPT, SALE] });
    const other = await editedDesk();
    const cell = (line: number, column: string, value: number | string) => ({ line, column, value });
    const set = [cell(1, "price", 3), cell(2, "qty", 5), cell(2, "note", "late")];
    await amendDocument(other, { ...keep, number: RECEIPT, set });
    await amendDocument(other, { ...keep, number: SALE, set: [cell(1, "partner", "T")] });
    const [kept, amended] = [await bookAt(desk), await bookAt(other)];
    for (const table of ["purchases", "sales", "stockBalances"]) expect(kept[table]).toEqual(amended[table]);
    const [now, then] = [await figuresOf(kept), await figuresOf(amended)];
    expect(now.report("stock-ledger")).toEqual(then.report("stock-ledger"));
    expect(kept["log"]?.filter(({ action }) => action === "restore")).toHaveLength(4);
    expect(kept["log"]?.filter(({ column }) => column === "price")).toMatchObject([
      { action: "restore", before: "3", after: "2.5" },
      { action: "amend", before: "2.5", after: "3", reason: "as agreed" },
    ]);
  });

  it("only shows what would change in a dry run", async () => {
    const desk = await editedDesk(typed("purchases", 0, { price: 3 }));
    const before = await bookAt(desk);
    const { value } = await amendEdits(desk, { reason: "", dryRun: true });
    expect(value).toMatchObject({ ok: false, amended: [RECEIPT] });
    expect(value?.diff).toContainEqual(
      expect.objectContaining({ number: SALE, column: "cost", old: -5, new: -6 }),
    );
    expect(await bookAt(desk)).toEqual(before);
  });

  it.each<[string, (book: JsonBook) => JsonBook, string]>([
    ["a quantity with which goods run short", typed("purchases", 0, { qty: 1 }), "LATER_SHORT"],
    ["what is no number", typed("purchases", 0, { price: "three" }), "NOT_A_NUMBER"],
  ])("leaves %s as it stands, and says why", async (_, edit, code) => {
    const desk = await editedDesk(edit);
    const before = await bookAt(desk);
    const { value, findings } = await amendEdits(desk, keep);
    expect(findings.map((found) => found.code)).toContain(code);
    expect(value).toMatchObject({ ok: false, amended: [], diff: [] });
    expect(await bookAt(desk)).toEqual(before);
  });

  it("leaves documents of closed periods, and cells that no amendment changes", async () => {
    const { book } = await posted(drafts);
    const closed = deskAt(book);
    const closing = { period: "2026-01", dryRun: false, waive: [], reason: "" };
    expect((await closePeriod(closed, closing)).findings).toEqual([]);
    for (const desk of [
      deskAt(typed("purchases", 0, { price: 3 })(await bookAt(closed))),
      await editedDesk(typed("purchases", 0, { date: "2026-01-06" }), typed("purchases", 1, { qty: 9 })),
    ]) {
      const before = await bookAt(desk);
      const { value } = await amendEdits(desk, keep);
      expect(value).toMatchObject({ ok: false, amended: [] });
      expect(value?.failures).toEqual((await verifyBook(desk)).value?.failures);
      expect(await bookAt(desk)).toEqual(before);
    }
  });
});

describe("amending a document to what it says already", () => {
  it("changes nothing, and makes no new revision", async () => {
    const desk = await editedDesk();
    const before = await bookAt(desk);
    const set = [
      { line: 1, column: "price", value: 2.5 },
      { line: 2, column: "note", value: null },
    ];
    const { value, findings } = await amendDocument(desk, { ...keep, number: RECEIPT, set });
    expect([value, findings]).toEqual([{ number: RECEIPT, changed: 0, diff: [] }, []]);
    expect(await bookAt(desk)).toEqual(before);
  });
});
