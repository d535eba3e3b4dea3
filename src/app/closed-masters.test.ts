import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { typeOver } from "../../test/support/edited-masters";
import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import { seededDigits, ulids } from "../domain/kernel/ulid";
import { closePeriod, reopenPeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const of = { warehouse: "W", partner: "S" };
const found = { ...of, type: "BY", item: "B", qty: 2, reason: "R" };
const freight = { type: "FT", partner: "S", net: 9, basis: "weight" };

const book: JsonBook = {
  items: [
    { code: "A", weight: 1 },
    { code: "B", weight: 2, purchasePrice: 5 },
    { code: "KIT", retailPrice: 30 },
    { code: "SET", retailPrice: 10 },
    { code: "N", purchasePrice: 3 },
  ],
  settings: [{ key: "negativeStock", value: "allow" }],
  terms: [{ code: "T", line: 1, kind: "remainder", days: 10 }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S", terms: "T" }],
  reasons: [{ code: "R" }],
  purchases: [
    { ...of, type: "RK", rowId: "R1", draft: "1", date: "2026-01-05", item: "A", qty: 10, price: 4 },
    { ...of, type: "RK", rowId: "R2", draft: "1", date: "2026-01-05", item: "B", qty: 10, price: 4 },
    { ...freight, date: "2026-01-06", ref: "R1; R2" },
  ],
  stock: [
    { ...found, item: "N", draft: "1", date: "2026-01-07" },
    { type: "ZX", draft: "2", date: "2026-01-08", warehouse: "W", item: "A", role: "component", qty: 4 },
    { type: "ZX", draft: "2", date: "2026-01-08", warehouse: "W", item: "KIT", role: "product", qty: 1 },
    { type: "ZX", draft: "2", date: "2026-01-08", warehouse: "W", item: "SET", role: "product", qty: 1 },
  ],
};

const january = { period: "2026-01", waive: [], reason: "asked for", dryRun: false };
const february = { ...january, period: "2026-02" };
const all = { only: null, dryRun: false };

/** The book posted and January closed. */
async function closed(drafts = book): Promise<Desk> {
  const { book: before, answer } = await posted(drafts);
  expect(answer.refused).toEqual([]);
  const desk = deskAt(before);
  expect((await closePeriod(desk, january)).value).toMatchObject({ ok: true });
  return desk;
}

/** The book at a desk once somebody typed into it; `seed` = which ids are given from then on. */
async function typed(desk: Desk, edit: (book: JsonBook) => JsonBook, seed = 2): Promise<Desk> {
  const later = deskAt(edit(await bookAt(desk)));
  const newId = ulids(() => Date.UTC(2027, 0, seed), seededDigits(seed));
  return { ...later, moment: { ...later.moment, newId } };
}

const withRow = (table: string, key: string, cells: Row) => (before: JsonBook) => ({
  ...before,
  [table]: (before[table] ?? []).map((row) => (Object.values(row)[0] === key ? { ...row, ...cells } : row)),
});

const without = (table: string, key: string) => (before: JsonBook) => ({
  ...before,
  [table]: (before[table] ?? []).filter((row) => Object.values(row)[0] !== key),
});

/** What items are worth at the end of a day, by code. */
async function worth(desk: Desk, asOf: string) {
  const { report } = await figuresOf(await bookAt(desk));
  return Object.fromEntries(
    report("stock-on-hand", { asOf }).map(({ item, value }) => [String(item), value]),
  );
}

async function due(desk: Desk, asOf: string) {
  const { report } = await figuresOf(await bookAt(desk));
  return report("open-items", { asOf }).map(({ due: day }) => day);
}

describe("figures of the masters that are changed after a month was closed", () => {
  const inJanuary = { A: 25.8, B: 46, KIT: 12.9, SET: 4.3, N: 6 };

  it.each<[string, (before: JsonBook) => JsonBook]>([
    [
      "the purchase price of what nothing else was known to cost",
      withRow("items", "N", { purchasePrice: 8 }),
    ],
    ["a purchase price taken away", withRow("items", "N", { purchasePrice: null })],
    ["the weight that freight was shared by", withRow("items", "B", { weight: 50 })],
    ["the retail price that what was made was shared by", withRow("items", "SET", { retailPrice: 90 })],
    ["how an item is costed", withRow("items", "A", { costing: "standard", standardCost: 9 })],
    [
      "how goods are costed by default",
      (before) => ({ ...before, settings: [{ key: "costing", value: "lifo" }] }),
    ],
    [
      "what is bought without deducting tax",
      (before) => ({ ...before, settings: [{ key: "taxpayer", value: "small" }] }),
    ],
  ])("leave it as it is, and lock nothing: %s", async (_, edit) => {
    const before = await closed();
    expect(await worth(before, "2026-01-31")).toEqual(inJanuary);
    const desk = await typed(before, edit);
    expect(await worth(desk, "2026-01-31")).toEqual(inJanuary);
    const row = { ...of, type: "RK", date: "2026-02-05", item: "KIT", qty: 1, price: 7 };
    await enterRows(desk, { table: "purchases", rows: [row] });
    expect((await postDrafts(desk, all)).value?.posted).toHaveLength(1);
    expect((await recompute(desk)).findings).toEqual([]);
    const voiding = { number: "RK-20260205-0001", reason: "", dryRun: false };
    expect((await voidDocument(desk, voiding)).value?.changed).toBe(1);
    expect(await worth(desk, "2026-01-31")).toEqual(inJanuary);
  });

  it("count in the open months, restating what they hold", async () => {
    const later = { ...found, item: "N", draft: "9", date: "2026-02-07" };
    const desk = await closed({ ...book, stock: [...(book["stock"] ?? []).slice(1), later] });
    expect(await worth(desk, "2026-02-28")).toMatchObject({ N: 6 });
    const edited = await typed(desk, withRow("items", "N", { purchasePrice: 8 }));
    await recompute(edited);
    expect(await worth(edited, "2026-02-28")).toMatchObject({ N: 16 });
  });

  it("are told by each closing, so that each month keeps its own", async () => {
    const desk = await typed(await closed(), withRow("items", "B", { weight: 8 }));
    const received = { ...of, type: "RK", date: "2026-02-05", qty: 10, price: 4 };
    const rows = ["A", "B"].map((item) => ({ ...received, item }));
    const { value } = await enterRows(desk, { table: "purchases", rows });
    const ref = (value?.rowIds ?? []).join("; ");
    await enterRows(desk, { table: "purchases", rows: [{ ...freight, date: "2026-02-06", ref }] });
    await postDrafts(desk, all);
    await closePeriod(desk, february);
    const later = await typed(desk, withRow("items", "B", { weight: 3 }), 3);
    expect(await worth(later, "2026-01-31")).toEqual(inJanuary);
    expect(await worth(later, "2026-02-28")).toMatchObject({ A: 66.8, B: 94 });
    await reopenPeriod(later, february);
    expect(await worth(later, "2026-01-31")).toEqual(inJanuary);
    expect(await worth(later, "2026-02-28")).toMatchObject({ A: 68.05, B: 92.75 });
  });

  it("leave months as they are that were closed out of their order, also once the later one is opened", async () => {
    const { book: before } = await posted(book);
    const desk = deskAt(before);
    const waived = { waive: ["order"], reason: "asked for", dryRun: false };
    await enterRows(desk, { table: "periods", rows: [{ period: "2026-01" }] });
    expect((await closePeriod(desk, { ...waived, period: "2026-02" })).value).toMatchObject({ ok: true });
    const next = await typed(desk, withRow("items", "N", { purchasePrice: 8 }));
    expect((await closePeriod(next, { ...waived, period: "2026-01" })).value).toMatchObject({ ok: true });
    expect(await worth(next, "2026-01-31")).toEqual(inJanuary);
    await reopenPeriod(next, february);
    expect(await worth(next, "2026-01-31")).toEqual(inJanuary);
    expect((await recompute(next)).findings).toEqual([]);
  });

  it("count for freight of an open month on goods of the closed one only where that came after the closing", async () => {
    const early = { ...freight, draft: "7", date: "2026-02-03", ref: "R1; R2" };
    const desk = await closed({ ...book, purchases: [...(book["purchases"] ?? []).slice(0, 2), early] });
    const edited = await typed(desk, withRow("items", "B", { weight: 8 }));
    expect(await worth(edited, "2026-01-31")).toEqual(inJanuary);
    const [r1, r2] = (await bookAt(edited))["purchases"] ?? [];
    const ref = [r1, r2].map((row) => String(row["rowId"])).join("; ");
    await enterRows(edited, { table: "purchases", rows: [{ ...freight, date: "2026-02-06", ref }] });
    expect((await postDrafts(edited, all)).value?.posted).toHaveLength(1);
    expect(await worth(edited, "2026-01-31")).toEqual(inJanuary);
    expect(await worth(edited, "2026-02-28")).toMatchObject({ A: 26.4, B: 54 });
  });

  it("are told of many items in cells that hold them, and of each again only where it says something else", async () => {
    const codes = Array.from({ length: 600 }, (_, at) => `${"long code ".repeat(5)}${String(at)}`);
    const items = codes.map((code) => ({ code, purchasePrice: 1.25, weight: 0.000001 }));
    const stock = codes.map((item) => ({ ...found, item, draft: "1", date: "2026-01-07" }));
    const desk = await closed({ ...book, items, purchases: [], stock });
    const told = async (period: string) => {
      const { log = [] } = await bookAt(desk);
      return log
        .filter(({ column, number }) => column === "items" && number === period)
        .map(({ after }) => after);
    };
    const texts = (await told("2026-01")).map(String);
    expect(texts.length).toBeGreaterThan(1);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(32_767);
    expect(texts.flatMap((text): unknown[] => JSON.parse(text) as unknown[])).toHaveLength(codes.length);
    await typeOver(desk, { items: [{}, { purchasePrice: 7 }], settings: {} });
    await closePeriod(desk, february);
    expect(
      (await told("2026-02")).flatMap((text): unknown[] => JSON.parse(String(text)) as unknown[]),
    ).toHaveLength(300);
    expect(await worth(desk, "2026-01-31")).toMatchObject({ [codes[0]]: 2.5, [codes[599]]: 2.5 });
  });

  it("of terms move no day on which a closed month's debts were due", async () => {
    const before = await closed();
    expect(await due(before, "2026-01-31")).toEqual(["2026-01-15", "2026-01-16"]);
    const desk = await typed(before, withRow("terms", "T", { days: 60 }));
    expect(await due(desk, "2026-01-31")).toEqual(["2026-01-15", "2026-01-16"]);
    expect((await recompute(desk)).findings).toEqual([]);
  });

  it("hold in the month too once it is opened again, until then for whoever emptied the log", async () => {
    const desk = await typed(await closed(), withRow("items", "N", { purchasePrice: 8 }));
    await reopenPeriod(desk, january);
    expect(await worth(desk, "2026-01-31")).toEqual({ ...inJanuary, N: 16 });
    expect((await closePeriod(desk, january)).value).toMatchObject({ ok: true });
    const again = await typed(desk, withRow("items", "N", { purchasePrice: 9 }), 3);
    expect(await worth(again, "2026-01-31")).toEqual({ ...inJanuary, N: 16 });
    const emptied = await typed(again, (before) => ({ ...before, log: [] }), 4);
    expect(await worth(emptied, "2026-01-31")).toEqual({ ...inJanuary, N: 18 });
  });

  it("are refused with what to do where a code was deleted that closed rows name", async () => {
    const desk = await typed(await closed(), without("items", "N"));
    const row = { ...of, type: "RK", date: "2026-02-05", item: "KIT", qty: 1, price: 7 };
    await enterRows(desk, { table: "purchases", rows: [row] });
    const before = await bookAt(desk);
    const facts = { value: "N", register: "items", number: "BY-20260107-0001", rows: 1 };
    const told = [{ code: "CLOSED_UNKNOWN", table: "stock", row: 1, column: "item", facts }];
    expect(await postDrafts(desk, all)).toMatchObject({ value: null, findings: told });
    expect(await bookAt(desk)).toEqual(before);
    const back = await typed(desk, (gone) => ({ ...gone, items: book["items"] ?? [] }), 3);
    expect((await postDrafts(back, all)).value?.posted).toHaveLength(1);
  });

  it("stay what verify tells, where they may not be changed by hand at all", async () => {
    const desk = await typed(await closed(), withRow("items", "A", { costing: "fifo" }));
    const failures = (await verifyBook(desk)).value?.failures.map(({ code }) => code);
    expect(failures).toEqual(["COSTING_CHANGED"]);
  });
});
