import { deskAt, bookAt, figuresOf } from "../../test/support/posted";
import type { JsonBook } from "../../test/oracle/oracle-book";
import { dayFromText } from "../domain/kernel/day";
import { closePeriod } from "./close-period";
import type { Desk } from "./desk";
import { finishOrder } from "./finish-order";
import { postDrafts } from "./post-drafts";
import { reopenOrder } from "./reopen-order";
import { verifyBook } from "./verify-book";

const order = { type: "XS", date: "2026-01-02", partner: "C", warehouse: "W", item: "A", price: 9 };
const drafts: JsonBook = {
  items: [{ code: "A" }],
  warehouses: [{ code: "W" }],
  partners: [{ code: "C", kind: "customer" }],
  stock: [{ type: "KZ", date: "2026-01-01", warehouse: "W", item: "A", qty: 100, value: 400 }],
  sales: [
    { ...order, draft: "1", rowId: "X1", qty: 30 },
    { ...order, type: "CK", draft: "2", rowId: "K1", date: "2026-01-03", qty: 10, ref: "X1" },
  ],
};
const XS = "XS-20260102-0001";

async function postedDesk(): Promise<Desk> {
  const desk = deskAt(drafts);
  const { findings } = await postDrafts(desk, { only: null, dryRun: false });
  expect(findings).toEqual([]);
  return desk;
}

/** The same desk on another day; the clock of the machine stays as it is. */
function on(desk: Desk, day: string): Desk {
  return { ...desk, moment: { ...desk.moment, today: dayFromText(day) } };
}

/** What orders hold back and what is open of them, at the end of some days. */
async function heldBack(desk: Desk, days: readonly string[]): Promise<readonly string[]> {
  const { report } = await figuresOf(await bookAt(desk));
  return days.map((asOf) => {
    const stock = report("stock-on-hand", { asOf }).map(({ reserved }) => String(reserved));
    const open = report("open-orders", { asOf, all: "yes" }).map(
      (row) => `${String(row["open"])} ${String(row["state"])}`,
    );
    const promise = report("available-to-promise", { asOf }).map(({ available }) => String(available));
    return [asOf, ...stock, ...open, ...promise].join(" ");
  });
}

describe("an order finished by hand", () => {
  it("is so from that day on, and held back goods until then", async () => {
    const desk = await postedDesk();
    await closePeriod(on(desk, "2026-02-01"), { period: "2026-01", waive: [], reason: "", dryRun: false });
    await finishOrder(on(desk, "2026-03-10"), { of: XS, reason: "not wanted" });
    await reopenOrder(on(desk, "2026-05-05"), { of: XS, reason: "wanted after all" });
    await finishOrder(on(desk, "2026-06-01"), { of: XS, reason: "no" });
    const days = ["2026-01-31", "2026-03-09", "2026-03-10", "2026-05-04", "2026-05-05", "2026-06-01"];
    expect(await heldBack(desk, days)).toEqual([
      "2026-01-31 20 20 partial 70",
      "2026-03-09 20 20 partial 70",
      "2026-03-10 0 0 closed 90",
      "2026-05-04 0 0 closed 90",
      "2026-05-05 20 20 partial 70",
      "2026-06-01 0 0 closed 90",
    ]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("is not finished nor opened again on a day of a closed period", async () => {
    const desk = await postedDesk();
    await closePeriod(on(desk, "2026-02-01"), { period: "2026-01", waive: [], reason: "", dryRun: false });
    const finished = await finishOrder(on(desk, "2026-01-31"), { of: XS, reason: "" });
    expect(finished.findings.map(({ code }) => code)).toEqual(["PERIOD_CLOSED"]);
    await finishOrder(on(desk, "2026-02-02"), { of: XS, reason: "" });
    const opened = await reopenOrder(on(desk, "2026-01-31"), { of: XS, reason: "" });
    expect(opened.findings.map(({ code }) => code)).toEqual(["PERIOD_CLOSED"]);
  });

  it("is so from the day of the log's moment on where that says no other", async () => {
    const desk = await postedDesk();
    const moment = { ...desk.moment, today: dayFromText("2026-03-10"), now: "2026-03-10T09:00:00" };
    await finishOrder({ ...desk, moment }, { of: XS, reason: "" });
    const book = await bookAt(desk);
    expect(book["log"]?.filter(({ action }) => action === "finish").length).toBe(1);
    const { report } = await figuresOf(book);
    const reserved = ["2026-03-09", "2026-03-10"].map(
      (asOf) => report("stock-on-hand", { asOf }).map((row) => row["reserved"])[0],
    );
    expect(reserved).toEqual([20, 0]);
  });
});
