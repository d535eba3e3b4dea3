import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import type { Finding } from "../domain/kernel/finding";
import { amendDocument } from "./amend-document";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";
import { restoreBook } from "./restore-book";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const receipt = { type: "RK", date: "2026-01-05", partner: "S", warehouse: "W" };

const drafts: JsonBook = {
  items: [{ code: "A", name: "Apple" }, { code: "B" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S", name: "Smith" }],
  purchases: [
    { ...receipt, draft: "1", item: "A", qty: 4, price: 2.5, taxRate: 13, priceIncludesTax: "yes" },
    { ...receipt, draft: "1", item: "B", qty: 3, price: 1 },
    { ...receipt, draft: "2", item: "A", qty: 1, price: 9, note: "late", promised: "2026-02-01" },
  ],
  sales: [{ type: "CK", date: "2026-01-07", partner: "S", warehouse: "W", item: "A", qty: 2, price: 7 }],
  stock: [{ type: "PD", date: "2026-01-08", time: "10:00:00", warehouse: "W", item: "B", counted: 5 }],
};

/** A desk at the posted book after somebody typed into it. */
async function spoiltDesk(spoil: (book: JsonBook) => JsonBook): Promise<{ desk: Desk; whole: JsonBook }> {
  const { book } = await posted(drafts);
  const first = deskAt(book);
  const set = [{ line: 1, column: "qty", value: 5 }];
  await amendDocument(first, { number: "RK-20260105-0001", set, reason: "", dryRun: false });
  const whole = await bookAt(first);
  return { desk: deskAt(spoil(whole)), whole };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

const changed = (table: string, at: number, cells: Row) => (book: JsonBook) => ({
  ...book,
  [table]: (book[table] ?? []).map((row, i) => (i === at ? { ...row, ...cells } : row)),
});
const without = (table: string, gone: readonly number[]) => (book: JsonBook) => ({
  ...book,
  [table]: (book[table] ?? []).filter((_, i) => !gone.includes(i)),
});

/** Registers without draft marks, which the log does not keep, by rowId. */
function registers(book: JsonBook) {
  return ["purchases", "sales", "stock"].map((id) =>
    (book[id] ?? [])
      .map(({ draft: _, ...row }) => row)
      .map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null && cell !== "")),
      )
      .sort((a, b) => String(a["rowId"]).localeCompare(String(b["rowId"]))),
  );
}

describe("restoring from the log", () => {
  it.each<[string, (book: JsonBook) => JsonBook, number]>([
    ["cells typed over", changed("purchases", 0, { qty: 40, price: 1, note: "x", date: "2026-01-09" }), 4],
    ["words, flags and blanks", changed("purchases", 0, { priceIncludesTax: "no", taxRate: null }), 2],
    ["a row ID and a status", changed("purchases", 2, { rowId: null, status: null }), 2],
    ["a number and a status", changed("purchases", 2, { number: "RK-1", status: "void" }), 2],
    ["a status typed back to draft", changed("sales", 0, { status: "draft" }), 1],
    ["a rowId", changed("purchases", 2, { rowId: "mine" }), 1],
    ["a row that was deleted", without("purchases", [2]), 1],
    ["whole documents that were deleted", without("purchases", [0, 1, 2]), 3],
    ["a count that was deleted", without("stock", [0]), 1],
  ])("puts back %s", async (_, spoil, cells) => {
    const { desk, whole } = await spoiltDesk(spoil);
    expect((await verifyBook(desk)).value?.ok).toBe(false);
    const { value, findings } = await restoreBook(desk, { dryRun: false });
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ ok: true, failures: [] });
    expect(value?.diff).toHaveLength(cells);
    expect(registers(await bookAt(desk))).toEqual(registers(whole));
    expect((await bookAt(desk))["stockBalances"]).toEqual(whole["stockBalances"]);
  });

  it("tells the log who put what back, and in a dry run writes nothing", async () => {
    const { desk } = await spoiltDesk(changed("sales", 0, { qty: 3 }));
    const before = await bookAt(desk);
    const { value } = await restoreBook(desk, { dryRun: true });
    expect(value).toMatchObject({
      ok: false,
      diff: [{ number: "CK-20260107-0001", column: "qty", old: 3, new: 2 }],
    });
    expect(await bookAt(desk)).toEqual(before);
    await restoreBook(desk, { dryRun: false });
    const told = { action: "restore", user: "tester", column: "qty", before: "3", after: "2" };
    expect((await bookAt(desk))["log"]?.at(-1)).toMatchObject(told);
  });

  it("leaves a row that was amended after the log ends, whose end somebody cut off", async () => {
    const cut = (book: JsonBook) => ({
      ...book,
      log: (book["log"] ?? []).filter(({ action }) => action !== "amend"),
    });
    const { desk, whole } = await spoiltDesk(cut);
    const { value } = await restoreBook(desk, { dryRun: false });
    expect(value).toMatchObject({ ok: false, diff: [] });
    expect(value?.failures.map(({ code, column }) => `${code} ${String(column)}`)).toContain(
      "POSTED_CHANGED qty",
    );
    expect(registers(await bookAt(desk))).toEqual(registers(whole));
  });

  it("trusts no log that was changed itself", async () => {
    const { desk } = await spoiltDesk((book) =>
      changed("log", 0, { user: "nobody" })(without("sales", [0])(book)),
    );
    const before = await bookAt(desk);
    expect(await restoreBook(desk, { dryRun: false })).toMatchObject({
      value: null,
      findings: [{ code: "LOG_BROKEN" }],
    });
    expect(await bookAt(desk)).toEqual(before);
  });

  it("is what a row typed back to draft needs: it counts as before and is not posted a second time", async () => {
    const { desk, whole } = await spoiltDesk(changed("sales", 0, { status: "draft" }));
    const { value, findings } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value).toMatchObject({ posted: [], refused: [] });
    expect(findings).toMatchObject([{ code: "POSTED_AS_DRAFT", facts: { number: "CK-20260107-0001" } }]);
    const book = await bookAt(desk);
    expect(book["stockBalances"]).toEqual(whole["stockBalances"]);
    const [now, before] = [await figuresOf(book), await figuresOf(whole)];
    expect(now.report("stock-ledger")).toEqual(before.report("stock-ledger"));
    expect(now.report("open-items")).toEqual(before.report("open-items"));
    expect((await verifyBook(desk)).value?.failures).toMatchObject([
      { code: "POSTED_CHANGED", column: "status", facts: { was: "posted", is: "draft" } },
    ]);
  });

  it.each([0, 9])(
    "is what a row cleared of its stamps needs, beside %s drafts of its own kind",
    async (many) => {
      const cleared = { status: null, number: null, postedBy: null, postedAt: null };
      const sale = { ...(drafts["sales"] ?? [])[0], item: "B", qty: 0.1 };
      const { desk, whole } = await spoiltDesk((book) => ({
        ...changed("purchases", 0, cleared)(book),
        sales: [
          ...(book["sales"] ?? []),
          ...Array.from({ length: many }, (_, i) => ({
            ...sale,
            draft: `d${String(i)}`,
            rowId: `D${String(i)}`,
          })),
        ],
      }));
      const { value } = await postDrafts(desk, { only: null, dryRun: false });
      expect(value?.posted.length).toBe(many);
      const errors = value?.refused.flatMap(({ findings }) => findings).filter(isError);
      expect(errors).toMatchObject([
        { code: "POSTED_BEFORE", row: 1, facts: { number: "RK-20260105-0001" } },
      ]);
      await restoreBook(desk, { dryRun: false });
      const restored = registers(await bookAt(desk));
      expect(restored[0]).toEqual(registers(whole)[0]);
      expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    },
  );

  it("is not needed for a draft that a whole document was typed back to: it is voided as it is", async () => {
    const { desk } = await spoiltDesk(changed("sales", 0, { status: "approved" }));
    const { value } = await voidDocument(desk, { number: "CK-20260107-0001", reason: "", dryRun: false });
    expect(value).toMatchObject({ changed: 1 });
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
  });

  it("takes a copy of a posted row that somebody altered for the copy, wherever it stands", async () => {
    const { book } = await posted(drafts);
    const [first] = book["purchases"] ?? [];
    const copy = { ...first, qty: 400, total: 1130 };
    const whole = (await figuresOf(book)).report("stock-ledger");
    for (const rows of [
      [copy, first],
      [first, copy],
      [{ ...copy, status: "draft" }, first],
    ]) {
      const rest = (book["purchases"] ?? []).slice(1);
      const pasted = { ...book, purchases: [...rows, ...rest] };
      expect((await figuresOf(pasted)).report("stock-ledger")).toEqual(whole);
      const { value } = await verifyBook(deskAt(pasted));
      const row = rows.indexOf(first) === 0 ? 2 : 1;
      expect(value?.failures).toMatchObject([
        { code: "DUPLICATE_ROW_ID", row, facts: { firstRow: 3 - row } },
      ]);
    }
  });

  it("leaves what is amended where a copy of it stands what it is", async () => {
    const { book } = await posted(drafts);
    const [first, ...rest] = book["purchases"] ?? [];
    const desk = deskAt({ ...book, purchases: [{ ...first, qty: 400 }, first, ...rest] });
    const set = [
      { line: 1, column: "qty", value: 6 },
      { line: 1, column: "note", value: "six" },
    ];
    const { value } = await amendDocument(desk, {
      ...{ number: "RK-20260105-0001", set, reason: "", dryRun: false },
    });
    expect(value).toMatchObject({ changed: 2 });
    expect((await bookAt(desk))["purchases"]?.slice(0, 2)).toMatchObject([{ qty: 400 }, { qty: 6 }]);
    expect((await verifyBook(desk)).value?.failures).toMatchObject([{ code: "DUPLICATE_ROW_ID", row: 1 }]);
  });
});
