import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { dayFromText } from "../domain/kernel/day";
import { amendDocument } from "./amend-document";
import { closePeriod } from "./close-period";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { finishOrder } from "./finish-order";
import { postDrafts } from "./post-drafts";
import { reopenOrder } from "./reopen-order";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

describe("a production job", () => {
  const stock = { warehouse: "W", job: "J1" };
  const production: JsonBook = {
    items: [{ code: "A" }, { code: "B", standardCost: 7 }],
    warehouses: [{ code: "W" }],
    stock: [
      { type: "KZ", rowId: "K1", date: "2026-01-01", warehouse: "W", item: "A", qty: 100, value: 400 },
      { ...stock, type: "LL", rowId: "L1", draft: "2", date: "2026-01-02", item: "A", qty: 5 },
      { ...stock, type: "LL", rowId: "L2", draft: "2", date: "2026-01-02", role: "cost", value: 3.01 },
      { ...stock, type: "CP", rowId: "P1", draft: "3", date: "2026-01-03", item: "B", qty: 2 },
      { type: "QC", rowId: "Q1", draft: "4", date: "2026-01-04", warehouse: "W", item: "B", qty: 1 },
      { ...stock, type: "LL", rowId: "L3", draft: "5", date: "2026-01-05", item: "A", qty: 1 },
      { ...stock, type: "CP", rowId: "P2", draft: "6", date: "2026-01-06", item: "B", qty: 1 },
    ],
  };

  async function made() {
    const desk = deskAt(production);
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    return desk;
  }

  async function costs(desk: Awaited<ReturnType<typeof made>>, rowIds: readonly string[]) {
    const { ledgers, failures } = await figuresOf(await bookAt(desk));
    expect(failures).toEqual([]);
    const { stock: moved, costed, book } = ledgers;
    return rowIds.map((rowId) => {
      const line = book.lines.rowId.indexOf(rowId);
      return moved.line.subarray(0, moved.moves.count).reduce((sum, of, move) => {
        return of === line ? sum + costed.value[move] : sum;
      }, 0);
    });
  }

  it("carries the standard cost until it is finished, then all that went into it by quantity", async () => {
    const desk = await made();
    expect(await costs(desk, ["P1", "Q1", "P2"])).toEqual([1400, -700, 700]);
    const { value } = await finishOrder(desk, { of: "J1", reason: "done" });
    expect(value).toEqual({ changed: 2 });
    expect(await costs(desk, ["L1", "L3", "P1", "Q1", "P2"])).toEqual([-2000, -400, 1801, -901, 900]);
  });

  const january = { period: "2026-01", waive: [], reason: "", dryRun: false };

  /** What was made and sold in January, by now closed. */
  async function madeAndClosed(desk: Desk) {
    expect((await closePeriod(desk, january)).value?.ok).toBe(true);
    return costs(desk, ["L1", "L3", "P1", "Q1", "P2"]);
  }

  /** January closed at standard cost, with what is made of a receipt of goods as those that came in. */
  async function closedAtStandard(made: (receipt: Row) => readonly Row[]): Promise<Desk> {
    const [opening, issue, cost, receipt] = production["stock"] ?? [];
    const desk = deskAt({
      ...production,
      settings: [{ key: "costing", value: "standard" }],
      items: [
        { code: "A", standardCost: 4 },
        { code: "B", standardCost: 7 },
      ],
      warehouses: [{ code: "V" }, { code: "W" }],
      stock: [opening, issue, cost, ...made(receipt)],
    });
    await postDrafts(desk, { only: null, dryRun: false });
    expect((await closePeriod(desk, january)).value?.ok).toBe(true);
    return desk;
  }

  it("books today what goods of a closed period cost more: on what is left of them, the rest was sold", async () => {
    const desk = await made();
    const closed = await madeAndClosed(desk);
    const { value, findings } = await finishOrder(desk, { of: "J1", reason: "done" });
    expect([value, findings]).toEqual([{ changed: 2, number: "CB-20261231-0001" }, []]);
    expect(await costs(desk, ["L1", "L3", "P1", "Q1", "P2"])).toEqual(closed);
    const { stock: rows, log } = await bookAt(desk);
    expect(rows?.slice(-2)).toMatchObject([
      { type: "CB", job: "J1", item: "B", ref: "CP-20260103-0001/1", value: 4.01, status: "posted" },
      { type: "CB", job: "J1", item: "B", ref: "CP-20260106-0001/1", value: 2, status: "posted" },
    ]);
    const ids = rows?.slice(-2).map(({ rowId }) => String(rowId)) ?? [];
    expect(await costs(desk, ids)).toEqual([201, 200]);
    expect(log?.some(({ action, number }) => action === "post" && number === "CB-20261231-0001")).toBe(true);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value).toEqual({ changed: 0 });
  });

  it("takes nothing more once it is finished so, until the adjustment is made void", async () => {
    const desk = await made();
    await madeAndClosed(desk);
    await finishOrder(desk, { of: "J1", reason: "" });
    const late = { ...stock, type: "LL", date: "2026-02-09", item: "A", qty: 1 };
    await enterRows(desk, { table: "stock", rows: [late] });
    const post = { only: null, dryRun: false };
    const { value } = await postDrafts(desk, post);
    expect(value?.refused[0].findings).toMatchObject([{ code: "JOB_CLOSED", facts: { job: "J1" } }]);
    const number = "CB-20261231-0001";
    expect((await voidDocument(desk, { number, reason: "", dryRun: false })).findings).toEqual([]);
    expect((await postDrafts(desk, post)).value?.refused).toEqual([]);
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value).toMatchObject({ changed: 2 });
    expect((await bookAt(desk))["stock"]?.slice(-2)).toMatchObject([{ value: 6.67 }, { value: 3.34 }]);
  });

  it("shares its cost with goods of the open period, which get theirs as they came in", async () => {
    const desk = await made();
    const closed = await madeAndClosed(desk);
    const rows = [{ ...stock, type: "CP", date: "2026-02-02", item: "B", qty: 3 }];
    const { value: entered } = await enterRows(desk, { table: "stock", rows });
    await postDrafts(desk, { only: null, dryRun: false });
    const { value } = await finishOrder(desk, { of: "J1", reason: "" });
    expect(value).toEqual({ changed: 3, number: "CB-20261231-0001" });
    expect(await costs(desk, ["L1", "L3", "P1", "Q1", "P2"])).toEqual(closed);
    // 27.01 over 3 of January, which came in at 21.00, and 3 of February
    expect((await bookAt(desk))["stock"]?.slice(-2)).toMatchObject([{ value: -4.99 }, { value: -2.5 }]);
    expect(await costs(desk, [entered?.rowIds[0] ?? ""])).toEqual([1350]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("leaves the variance of a closed period as it is, and adds what its goods really cost more", async () => {
    const desk = await closedAtStandard((receipt) => [{ ...receipt, value: 12 }]);
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value?.changed).toBe(1);
    const { report } = await figuresOf(await bookAt(desk));
    const ofGoods = report("cost-variance", {}).filter(
      ({ item, ofReceipts }) => item === "B" && ofReceipts !== 0,
    );
    // 12.00 for 2 at 7.00 in January; 5 at 4.00 and 3.01 went in
    expect(ofGoods.map(({ ofReceipts }) => ofReceipts)).toEqual([-2, 11.01]);
  });

  it("leaves it in two warehouses, however often the job is finished, opened again and finished", async () => {
    const desk = await closedAtStandard((receipt) => [
      { ...receipt, value: 12 },
      { ...receipt, rowId: "P3", warehouse: "V", value: 10 },
    ]);
    const variances = async () => {
      const { report, failures } = await figuresOf(await bookAt(desk));
      expect(failures).toEqual([]);
      const rows = report("cost-variance", {}).filter(
        (row) => row["item"] === "B" && row["ofReceipts"] !== 0,
      );
      return rows
        .map(({ period, warehouse, ofReceipts }) => [period, warehouse, ofReceipts].join(" "))
        .sort();
    };
    const closed = ["2026-01 V -4", "2026-01 W -2"];
    expect(await variances()).toEqual(closed);
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value?.changed).toBe(2);
    // 23.01 went in, half of it here and half there: 11.51 less 12.00, 11.50 less 10.00
    expect(await variances()).toEqual([...closed, "2026-12 V 1.5", "2026-12 W -0.49"]);
    const rows = (await bookAt(desk))["stock"] ?? [];
    for (const number of new Set(
      rows.filter(({ type }) => type === "CB").map((row) => String(row["number"])),
    ))
      await voidDocument(desk, { number, reason: "", dryRun: false });
    expect(await variances()).toEqual(closed);
    const more = { ...stock, type: "LL", date: "2026-12-30", item: "A", qty: 1 };
    await enterRows(desk, { table: "stock", rows: [more] });
    await postDrafts(desk, { only: null, dryRun: false });
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value?.changed).toBe(2);
    // 27.01 went in: 13.51 less 12.00, 13.50 less 10.00
    expect(await variances()).toEqual([...closed, "2026-12 V 3.5", "2026-12 W 1.51"]);
  });

  it("is not finished while today is closed", async () => {
    const desk = await made();
    await madeAndClosed(desk);
    const until = { ...desk, moment: { ...desk.moment, today: dayFromText("2026-01-20") } };
    const { findings } = await finishOrder(until, { of: "J1", reason: "" });
    expect(findings).toMatchObject([{ code: "PERIOD_CLOSED", facts: { period: "2026-01" } }]);
  });

  it("takes nothing more once it is finished, and cannot be finished before it made anything", async () => {
    const desk = await made();
    await finishOrder(desk, { of: "J1", reason: "" });
    const book = await bookAt(desk);
    const late = { ...stock, type: "LL", draft: "9", date: "2026-01-09", item: "A", qty: 1 };
    const again = deskAt({ ...book, stock: [...(book["stock"] ?? []), late] });
    const { value } = await postDrafts(again, { only: null, dryRun: false });
    expect(value?.refused[0].findings).toMatchObject([{ code: "JOB_CLOSED", facts: { job: "J1" } }]);
    const issued = (production["stock"] ?? []).slice(0, 3);
    const early = deskAt({ ...production, stock: issued });
    await postDrafts(early, { only: null, dryRun: false });
    const { findings } = await finishOrder(early, { of: "J1", reason: "" });
    expect(findings).toMatchObject([{ code: "BAD_STEP", facts: { what: "job J1", expected: "made" } }]);
  });

  it("can be opened again: what it made bears its standard cost, takes more, and is finished anew", async () => {
    const desk = await made();
    await finishOrder(desk, { of: "J1", reason: "" });
    expect((await reopenOrder(desk, { of: "J1", reason: "more came" })).value).toEqual({ changed: 2 });
    expect(await costs(desk, ["P1", "Q1", "P2"])).toEqual([1400, -700, 700]);
    expect((await bookAt(desk))["log"]?.at(-1)).toMatchObject({ column: "status", after: "posted" });
    const late = { ...stock, type: "LL", date: "2026-01-09", item: "A", qty: 3 };
    await enterRows(desk, { table: "stock", rows: [late] });
    expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
    expect((await finishOrder(desk, { of: "J1", reason: "" })).value).toEqual({ changed: 2 });
    // 27.01 and 12.00 more, over 3
    expect(await costs(desk, ["P1", "P2"])).toEqual([2601, 1300]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    expect((await reopenOrder(desk, { of: "J1", reason: "" })).value).toEqual({ changed: 2 });
    expect((await reopenOrder(desk, { of: "J1", reason: "" })).value).toEqual({ changed: 0 });
  });

  it("keeps what went into it once it is finished: that is neither amended nor made void", async () => {
    const desk = await made();
    await finishOrder(desk, { of: "J1", reason: "" });
    const number = "LL-20260102-0001";
    const moved = { number, set: [{ line: 1, column: "job", value: "J2" }], reason: "", dryRun: false };
    const refused = [{ code: "JOB_CLOSED", column: "job", facts: { job: "J1" } }];
    expect((await amendDocument(desk, moved)).findings).toMatchObject(refused);
    expect((await voidDocument(desk, { number, reason: "", dryRun: false })).findings).toMatchObject(refused);
    expect(await costs(desk, ["P1", "P2"])).toEqual([1801, 900]);
    await reopenOrder(desk, { of: "J1", reason: "" });
    expect((await amendDocument(desk, moved)).findings).toEqual([]);
  });

  it("stays finished where the cost of goods in a closed period would change", async () => {
    const desk = await made();
    await finishOrder(desk, { of: "J1", reason: "" });
    const before = await madeAndClosed(desk);
    const { value, findings } = await reopenOrder(desk, { of: "J1", reason: "" });
    expect([value, findings]).toMatchObject([
      null,
      [{ code: "PERIOD_CLOSED", facts: { period: "2026-01" } }],
    ]);
    expect(await costs(desk, ["L1", "L3", "P1", "Q1", "P2"])).toEqual(before);
  });

  it("stays finished while the adjustment stands that booked its difference", async () => {
    const desk = await made();
    await madeAndClosed(desk);
    await finishOrder(desk, { of: "J1", reason: "" });
    const { findings } = await reopenOrder(desk, { of: "J1", reason: "" });
    expect(findings).toMatchObject([{ code: "REFERRED_TO", facts: { by: "CB-20261231-0001" } }]);
  });
});
