import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { closePeriod, reopenPeriod } from "./close-period";
import { enterRows } from "./enter-rows";
import { finishOrder } from "./finish-order";
import { postDrafts } from "./post-drafts";
import { verifyBook } from "./verify-book";

const stock = { warehouse: "W", job: "J" };
/** A job that made 2 in January of 20.00, and took in 6.00 more in February. */
const production: JsonBook = {
  items: [{ code: "A" }, { code: "B" }, { code: "C" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "S", kind: "supplier" }],
  purchases: [
    {
      type: "RK",
      rowId: "R1",
      draft: "1",
      date: "2026-02-05",
      partner: "S",
      warehouse: "W",
      item: "C",
      qty: 10,
      price: 3,
    },
  ],
  stock: [
    {
      type: "KZ",
      rowId: "K1",
      draft: "2",
      date: "2026-01-01",
      warehouse: "W",
      item: "A",
      qty: 10,
      value: 40,
    },
    { ...stock, type: "LL", rowId: "L1", draft: "3", date: "2026-01-02", item: "A", qty: 5 },
    { ...stock, type: "CP", rowId: "P1", draft: "4", date: "2026-01-03", item: "B", qty: 2 },
    { ...stock, type: "LL", rowId: "L2", draft: "5", date: "2026-02-06", item: "C", qty: 2 },
  ],
};
const freight = { type: "FT", date: "2026-02-10", partner: "S", ref: "R1", net: 10 };
const january = { period: "2026-01", waive: [], reason: "", dryRun: false };
const post = { only: null, dryRun: false };

async function worth(desk: ReturnType<typeof deskAt>, rowIds: readonly string[]) {
  const { report, failures } = await figuresOf(await bookAt(desk));
  expect(failures).toEqual([]);
  return rowIds.map((id) => report("stock-ledger").find(({ rowId }) => rowId === id)?.["value"]);
}

/** The job finished with what more it made, January closed, and freight for the material of February. */
async function charged(more: readonly Row[] = []) {
  const desk = deskAt({ ...production, stock: [...(production["stock"] ?? []), ...more] });
  expect((await postDrafts(desk, post)).value?.refused).toEqual([]);
  await finishOrder(desk, { of: "J", reason: "" });
  const { value } = await closePeriod(desk, january);
  expect([value?.ok, value?.diff]).toEqual([true, []]);
  await enterRows(desk, { table: "purchases", rows: [freight] });
  const { value: answer, findings } = await postDrafts(desk, post);
  expect([answer?.refused, findings]).toEqual([[], []]);
  return desk;
}

describe("a job that made goods in a closed month and took in materials later", () => {
  it("keeps what they came in at, and once finished again books what went in more on its day", async () => {
    const desk = await charged();
    expect(await worth(desk, ["P1", "L2"])).toEqual([26, -8]);
    expect((await finishOrder(desk, { of: "J", reason: "" })).value).toMatchObject({ changed: 1 });
    expect((await bookAt(desk))["stock"]?.at(-1)).toMatchObject({ type: "CB", date: "2026-12-31", value: 2 });
    const { report } = await figuresOf(await bookAt(desk));
    expect(report("stock-on-hand").find(({ item }) => item === "B")).toMatchObject({ qty: 2, value: 28 });
    expect((await finishOrder(desk, { of: "J", reason: "" })).value).toEqual({ changed: 0 });
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("gives what went in more to what it made in the open month", async () => {
    const later = { ...stock, type: "CP", rowId: "P2", draft: "6", date: "2026-02-20", item: "B", qty: 2 };
    const desk = await charged([later]);
    expect(await worth(desk, ["P1", "L2", "P2"])).toEqual([13, -8, 15]);
    expect((await finishOrder(desk, { of: "J", reason: "" })).value).toEqual({ changed: 0 });
  });

  it("shares all of it again once the month is opened", async () => {
    const desk = await charged();
    expect((await reopenPeriod(desk, { period: "2026-01", reason: "" })).findings).toEqual([]);
    expect(await worth(desk, ["P1", "L2"])).toEqual([28, -8]);
    expect((await closePeriod(desk, january)).value?.ok).toBe(true);
    expect(await worth(desk, ["P1", "L2"])).toEqual([28, -8]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });
});
