import { bookAt, deskAt, figuresOf, posted } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { amendDocument } from "./amend-document";
import { checkDrafts } from "./check-drafts";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";

const due = (days: number, code: string): Row => ({ code, line: 1, kind: "remainder", days });
const partners = [
  { code: "V", kind: "supplier" },
  { code: "C", kind: "customer", terms: "N10" },
  { code: "F", kind: "supplier", terms: "N10" },
];
const masters: JsonBook = {
  items: [{ code: "A", unit: "个" }],
  warehouses: [{ code: "W1" }],
  partners,
  terms: [due(10, "N10"), due(30, "N30")],
};
const receipt = {
  type: "RK",
  date: "2026-01-01",
  partner: "V",
  warehouse: "W1",
  item: "A",
  qty: 9,
  price: 4,
};
const delivery = {
  type: "CK",
  date: "2026-01-05",
  partner: "C",
  warehouse: "W1",
  item: "A",
  qty: 1,
  price: 9,
};
const sales = [
  { ...delivery, draft: "1", rowId: "S1" },
  { ...delivery, draft: "1", rowId: "S2" },
  { ...delivery, draft: "2", rowId: "S3", due: "2026-03-01" },
  { ...delivery, draft: "3", rowId: "S4", terms: "N30" },
  { ...delivery, draft: "4", rowId: "S5", qty: null, price: null, type: "XF", ref: "S1", total: 10 },
];
const freight = { type: "FT", date: "2026-01-02", partner: "F", ref: "R1", net: 5, taxRate: 0 };

function drafts(more: JsonBook = {}): JsonBook {
  return { ...masters, purchases: [{ ...receipt, rowId: "R1" }, freight], sales, ...more };
}

function termsIn(rows: readonly Row[] = []): readonly unknown[] {
  return rows.map(({ terms }) => terms ?? null);
}

/** The book with other terms for everybody. */
function agreedAnew(book: JsonBook): JsonBook {
  return { ...book, partners: partners.map((partner) => ({ ...partner, terms: "N30" })) };
}

async function owed(book: JsonBook) {
  const { report } = await figuresOf(book);
  return report("open-items", {}).filter(({ partner }) => partner !== "V");
}

describe("the partner's terms", () => {
  it("are written into every row of a document that owes by them, as it is posted", async () => {
    const { book } = await posted(drafts());
    expect([termsIn(book["purchases"]), termsIn(book["sales"])]).toEqual([
      [null, "N10"],
      ["N10", "N10", null, "N30", null],
    ]);
  });

  it("move nothing that is posted when they are others, and nobody calls it changed", async () => {
    const { book } = await posted(drafts());
    const after = agreedAnew(book);
    expect(await owed(after)).toEqual(await owed(book));
    const { findings } = await verifyBook(deskAt(after));
    expect(findings.map(({ code }) => code)).toEqual([]);
  });

  it("are still followed by what was posted without them", async () => {
    const { book } = await posted(drafts());
    const sold = (book["sales"] ?? []).slice(0, 2).map((row) => ({ ...row, terms: null }));
    const before = { ...book, sales: sold };
    const days = await Promise.all([before, agreedAnew(before)].map(owed));
    expect(days.map((items) => items.find(({ type }) => type === "CK")?.["due"])).toEqual([
      "2026-01-15",
      "2026-02-04",
    ]);
  });

  it("make what is posted due at once and whole where they can be followed no more", async () => {
    const { book } = await posted(drafts({ sales: sales.slice(3, 4) }));
    const beyond = [
      { code: "N10", line: 1, kind: "percentTotal", value: -20, days: 30 },
      { code: "N10", line: 2, kind: "percentTotal", value: 120, days: 60 },
    ];
    const due45 = [{ code: "N10", line: 1, kind: "remainder", months: 1, day: 45 }];
    for (const terms of [beyond, due45]) {
      const [item, ...others] = (await owed({ ...book, terms })).filter(({ type }) => type === "CK");
      expect([item["due"], item["amount"], others]).toEqual(["2026-01-05", 9, []]);
    }
  });

  it("keep the freight of a carrier a draft where they cannot be followed", async () => {
    const desk = deskAt(drafts({ sales: [], terms: [{ code: "N10", line: 1, kind: "fixed", value: -5 }] }));
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value?.refused.map(({ findings }) => findings)).toMatchObject([
      [{ code: "TERMS_UNFIT", facts: { terms: "N10", line: 1, termsColumn: "value" } }],
    ]);
  });

  it("are not written into a draft that is looked at", async () => {
    const desk = deskAt(drafts());
    await checkDrafts(desk);
    const { sales: looked } = await bookAt(desk);
    expect(termsIn(looked)).toEqual([null, null, null, "N30", null]);
  });

  it("stand in the row when its document is amended", async () => {
    const { book } = await posted(drafts({ sales: sales.slice(3, 4) }));
    const desk = deskAt(book);
    const number = String(book["sales"]?.[0]?.["number"]);
    const set = [{ line: 1, column: "terms", value: null }];
    await amendDocument(desk, { number, set, reason: "as agreed", dryRun: false });
    expect(termsIn((await bookAt(desk))["sales"])).toEqual(["N10"]);
  });
});
