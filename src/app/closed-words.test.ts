import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import { seededDigits, ulids } from "../domain/kernel/ulid";
import { closePeriod, reopenPeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

const of = { warehouse: "W", item: "A", qty: 1, date: "2026-01-06" };
const reasons: readonly Row[] = [
  { code: "lost", name: "损耗", vat: "inputOut" },
  { code: "gift", name: "赠送", vat: "deemedSale" },
  { code: "goodwill", name: "让利", vat: "none" },
];
const drafts: JsonBook = {
  items: [{ code: "A", taxRate: 13, retailPrice: 20 }],
  warehouses: [{ code: "W" }, { code: "V", kind: "reject" }],
  partners: [{ code: "S" }],
  accounts: [{ code: "BANK" }],
  reasons,
  purchases: [
    { ...of, type: "RK", draft: "1", date: "2026-01-05", partner: "S", qty: 10, price: 4 },
    { ...of, type: "RK", draft: "2", date: "2026-01-05", partner: "S", warehouse: "V", price: 4 },
  ],
  sales: [{ ...of, type: "CK", rowId: "X1", draft: "6", partner: "S", qty: 2, price: 9 }],
  stock: [
    { ...of, type: "BS", draft: "3", reason: "lost" },
    { ...of, type: "QC", draft: "4", reason: "赠送" },
    { ...of, type: "BS", draft: "5", reason: "dropped" },
  ],
  payments: [
    {
      ...{ type: "HX", draft: "7", date: "2026-01-08", partner: "S", amount: 1.34 },
      ...{ against: "X1", reason: "goodwill" },
    },
  ],
};
const january = { period: "2026-01", waive: [], reason: "asked for", dryRun: false };
const all = { only: null, dryRun: false };

async function closed(): Promise<Desk> {
  const { book, answer } = await posted(drafts);
  expect(answer.refused).toEqual([]);
  const desk = deskAt(book);
  expect((await closePeriod(desk, january)).value).toMatchObject({ ok: true });
  return desk;
}

/** The book at a desk once somebody typed into it. */
async function typed(desk: Desk, tables: JsonBook): Promise<Desk> {
  const later = deskAt({ ...(await bookAt(desk)), ...tables });
  return { ...later, moment: { ...later.moment, newId: ulids(() => Date.UTC(2027, 0, 2), seededDigits(2)) } };
}

/** What reports of January say that rests on reasons and kinds of warehouses. */
async function said(desk: Desk) {
  const { report } = await figuresOf(await bookAt(desk));
  const asOf = { asOf: "2026-01-31" };
  return {
    taxed: report("stock-gains-losses", { to: asOf.asOf }).map(({ reason, vat, inputTax, outputTax }) => [
      ...[reason, vat, inputTax, outputTax],
    ]),
    available: report("stock-on-hand", asOf).map(({ warehouse, available }) => [warehouse, available]),
    promised: report("available-to-promise", asOf).map(({ warehouse, available }) => [warehouse, available]),
    open: report("open-items", { ...asOf, side: "receivable" }).map(({ open }) => open),
  };
}

const inJanuary = {
  taxed: [
    ["lost", "inputOut", 0.52, 0],
    ["gift", "deemedSale", 0, 2.6],
    ["dropped", null, 0, 0],
  ],
  available: [
    ["V", 0],
    ["W", 5],
  ],
  promised: [["W", 5]],
  open: [19],
};

const changes: readonly (readonly [string, JsonBook])[] = [
  ["what reasons mean for the tax", { reasons: reasons.map((row) => ({ ...row, vat: "none" })) }],
  ["all reasons taken away", { reasons: [] }],
  ["a reason that there was none of", { reasons: [...reasons, { code: "dropped", vat: "inputOut" }] }],
  ["a warehouse turned into one of rejects", { warehouses: [{ code: "W", kind: "reject" }, { code: "V" }] }],
];

describe("reasons and kinds of warehouses that are changed after a month was closed", () => {
  it.each(changes)("leave it as it is, and lock nothing: %s", async (_, tables) => {
    const before = await closed();
    expect(await said(before)).toEqual(inJanuary);
    const desk = await typed(before, tables);
    expect(await said(desk)).toEqual(inJanuary);
    const row = { ...of, type: "RK", partner: "S", date: "2026-02-05", price: 7 };
    await enterRows(desk, { table: "purchases", rows: [row] });
    expect((await postDrafts(desk, all)).value?.posted).toHaveLength(1);
    expect((await recompute(desk)).findings).toEqual([]);
    expect((await verifyBook(desk)).value?.failures).toEqual([]);
    expect(await said(desk)).toEqual(inJanuary);
  });

  it("count from the first open day on", async () => {
    const desk = await typed(await closed(), {
      reasons: [{ code: "lost", vat: "deemedSale" }],
      warehouses: [{ code: "W", kind: "reject" }, { code: "V" }],
    });
    const row = { ...of, type: "BS", date: "2026-02-05", reason: "lost" };
    await enterRows(desk, { table: "stock", rows: [row] });
    expect((await postDrafts(desk, all)).value?.posted).toHaveLength(1);
    const { report } = await figuresOf(await bookAt(desk));
    expect(report("stock-gains-losses", { from: "2026-02-01" })).toMatchObject([
      { vat: "deemedSale", inputTax: 0, outputTax: 2.6 },
    ]);
    expect(report("stock-on-hand", { asOf: "2026-02-28" })).toMatchObject([
      { warehouse: "V", available: 1 },
      { warehouse: "W", available: 0 },
    ]);
  });

  it("hold in the month too once it is opened again", async () => {
    const desk = await typed(await closed(), { warehouses: [{ code: "W", kind: "reject" }, { code: "V" }] });
    await reopenPeriod(desk, january);
    const now = [
      ["V", 1],
      ["W", 0],
    ];
    expect((await said(desk)).available).toEqual(now);
    expect((await closePeriod(desk, january)).value).toMatchObject({ ok: true });
    expect((await said(await typed(desk, { warehouses: [{ code: "W" }, { code: "V" }] }))).available).toEqual(
      now,
    );
  });
});
