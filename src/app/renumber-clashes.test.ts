import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../test/support/posted";
import { chained } from "../domain/log/chain";
import { logEntry } from "../domain/log/log-row";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

const N1 = "RK-20260105-0001";
const N2 = "RK-20260105-0002";

const masters: JsonBook = {
  items: [{ code: "bolt" }, { code: "nut" }],
  warehouses: [{ code: "MAIN" }],
  partners: [
    { code: "S", kind: "supplier" },
    { code: "T", kind: "supplier" },
  ],
  accounts: [{ code: "BANK" }],
};

const receipt = { type: "RK", date: "2026-01-05", warehouse: "MAIN", partner: "S" };

/** A desk of somebody whose clock shows another hour and whose ids are later. */
function deskOf(book: JsonBook, hour: string): Desk {
  const desk = deskAt(book);
  let count = 0;
  const newId = (): string => `01K${hour}${String(++count).padStart(21, "0")}`;
  return { ...desk, moment: { ...desk.moment, now: `2026-01-05T${hour}:00:00`, newId } };
}

interface Doing {
  readonly hour: string;
  readonly table: string;
  readonly rows: readonly Row[];
}

/** The book after somebody has entered and posted rows. */
async function after(book: JsonBook, { hour, table, rows }: Doing): Promise<JsonBook> {
  const desk = deskOf(book, hour);
  await enterRows(desk, { table, rows });
  const { value, findings } = await postDrafts(desk, { only: null, dryRun: false });
  if (value === null || value.refused.length > 0) throw new Error(JSON.stringify([value, findings]));
  return bookAt(desk);
}

/** What two people did with one book at once, side by side; the other's log is of a computer of its own. */
function together(one: JsonBook, other: JsonBook, tables: readonly string[]): JsonBook {
  const rows = tables.map((id) => [id, [...(one[id] ?? []), ...(other[id] ?? [])]] as const);
  const told = (other["log"] ?? []).map((row) => ({
    entry: logEntry({
      ...Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, String(cell ?? "")])),
      action: String(row["action"]),
    }),
    time: String(row["time"]),
  }));
  const entries = told.map(({ entry: { action, number, rowId, column, before, after: now, reason } }) => ({
    ...{ action, number, rowId, column, before, after: now, reason },
  }));
  const stamp = { time: told[0].time, user: "other", station: "B" };
  const hashes = chained(entries, stamp, "");
  const log = entries.map((entry, i) => ({
    ...{ ...entry, ...stamp },
    previousHash: i === 0 ? "" : hashes[i - 1],
    hash: hashes[i],
  }));
  return { ...one, ...Object.fromEntries(rows), log_B: log };
}

const bolts: Doing = {
  hour: "10",
  table: "purchases",
  rows: [{ ...receipt, item: "bolt", qty: 3, price: 2 }],
};
const nuts: Doing = {
  hour: "11",
  table: "purchases",
  rows: [
    { ...receipt, partner: "T", item: "nut", qty: 5, price: 1 },
    { ...receipt, partner: "T", item: "bolt", qty: 4, price: 3 },
  ],
};

/** A return and a payment of each, as each knew its receipt. */
async function traded(): Promise<JsonBook> {
  const mine = await after(await after(masters, bolts), {
    hour: "12",
    table: "purchases",
    rows: [{ ...receipt, type: "CT", date: "2026-01-06", item: "bolt", qty: 1, ref: N1 }],
  });
  const theirs = await after(await after(masters, nuts), {
    hour: "13",
    table: "payments",
    rows: [
      { type: "FK", date: "2026-01-07", partner: "T", account: "BANK", amount: 17, against: `${N1}:17.00` },
    ],
  });
  return together(mine, theirs, ["purchases", "payments"]);
}

async function numbersIn(desk: Desk, table: string, columns: readonly string[]) {
  return (await bookAt(desk))[table]?.map((row) => columns.map((column) => row[column] ?? null));
}

describe("two documents posted under one number", () => {
  it("are told apart by recompute: the later gets the next number, and what means it follows", async () => {
    const desk = deskOf(await traded(), "20");
    const before = (await verifyBook(desk)).value?.failures.map(({ code }) => code);
    expect(before).toContain("NUMBER_TWICE");
    const { findings } = await recompute(desk);
    expect(findings).toMatchObject([
      {
        ...{ code: "NUMBER_CHANGED", table: "purchases", row: 3, column: "number" },
        facts: { was: N1, number: N2, references: 1 },
      },
    ]);
    expect(await numbersIn(desk, "purchases", ["number", "line", "ref"])).toEqual([
      [N1, 1, null],
      ["CT-20260106-0001", 1, N1],
      [N2, 1, null],
      [N2, 2, null],
    ]);
    expect(await numbersIn(desk, "payments", ["against"])).toEqual([[`${N2}:17.00`]]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("leave nothing to do a second time", async () => {
    const desk = deskOf(await traded(), "20");
    await recompute(desk);
    const mended = await bookAt(desk);
    expect(await recompute(desk)).toEqual({ value: { changed: 0 }, findings: [] });
    expect(await bookAt(desk)).toEqual(mended);
  });

  it("have the figures that they would have had under numbers of their own", async () => {
    const desk = deskOf(await traded(), "20");
    await recompute(desk);
    const inTurn = await after(await after(masters, bolts), nuts);
    const apart = await after(
      await after(inTurn, {
        hour: "12",
        table: "purchases",
        rows: [{ ...receipt, type: "CT", date: "2026-01-06", item: "bolt", qty: 1, ref: N1 }],
      }),
      {
        hour: "13",
        table: "payments",
        rows: [{ type: "FK", date: "2026-01-07", partner: "T", account: "BANK", amount: 17, against: N2 }],
      },
    );
    const [mended, wanted] = await Promise.all([figuresOf(await bookAt(desk)), figuresOf(apart)]);
    for (const code of ["stock-on-hand", "open-items", "cash-book", "stock-lots"])
      expect(mended.report(code)).toEqual(wanted.report(code));
  });

  it("are on record, cell by cell, with the number of before", async () => {
    const desk = deskOf(await traded(), "20");
    await recompute(desk);
    const log = (await bookAt(desk))["log"]?.filter(({ action }) => action === "renumber");
    expect(log?.map(({ column, before, after: now }) => [column, before, now])).toEqual([
      ["number", N1, N2],
      ["number", N1, N2],
      ["against", `${N1}:17.00`, `${N2}:17.00`],
    ]);
  });

  it("let a draft mean the one whose goods it returns, by line and among others", async () => {
    const book = await traded();
    const draft = { ...receipt, type: "CT", partner: "T", date: "2026-01-08", item: "nut", qty: 1 };
    const purchases = [...(book["purchases"] ?? []), { ...draft, draft: "D", ref: `X; ${N1}/1` }];
    const desk = deskOf({ ...book, purchases }, "20");
    await recompute(desk);
    expect((await bookAt(desk))["purchases"]?.at(-1)?.["ref"]).toBe(`X; ${N2}/1`);
  });

  it("keep what was posted before the later of them with the earlier", async () => {
    const alike: Doing = { ...nuts, rows: [{ ...receipt, item: "bolt", qty: 9, price: 2 }] };
    const back = { ...receipt, type: "CT", date: "2026-01-06", item: "bolt", qty: 1, ref: N1 };
    const mine = await after(await after(masters, { ...bolts, hour: "09" }), {
      ...alike,
      hour: "10",
      table: "purchases",
      rows: [back],
    });
    const desk = deskOf(together(mine, await after(masters, alike), ["purchases"]), "20");
    expect((await recompute(desk)).findings.map(({ code }) => code)).toEqual(["NUMBER_CHANGED"]);
    expect(await numbersIn(desk, "purchases", ["number", "ref"])).toContainEqual(["CT-20260106-0001", N1]);
  });

  it("tell of a reference that could mean either, which goes on taking what it took", async () => {
    const alike: Doing = { ...nuts, rows: [{ ...receipt, item: "bolt", qty: 9, price: 2 }] };
    const both = together(await after(masters, bolts), await after(masters, alike), ["purchases"]);
    const back = { ...receipt, type: "CT", date: "2026-01-06", item: "bolt", qty: 7, ref: N1 };
    const book = await after(both, { hour: "14", table: "purchases", rows: [back] });
    const desk = deskOf(book, "20");
    const { findings } = await recompute(desk);
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["NUMBER_CHANGED", 2, "number"],
      ["REF_AMBIGUOUS", 3, "ref"],
    ]);
    expect((await bookAt(desk))["purchases"]?.at(-1)?.["ref"]).toBe(`${N1};${N2}`);
    expect((await verifyBook(desk)).value?.ok).toBe(true);
  });

  it("are told to the log whole where the one kept the other from hearing", async () => {
    const book = await traded();
    const { log_B: _, ...unheard } = book;
    const posted = (book["purchases"] ?? []).map((row) =>
      row["partner"] === "T" ? { ...row, postedAt: "2026-01-05T13:00:00" } : row,
    );
    const desk = deskOf({ ...unheard, purchases: posted }, "20");
    await recompute(desk);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("that were posted before the log began are taken over before they are changed", async () => {
    const { log: _, log_B: __, ...unlogged } = await traded();
    const unstamped = Object.entries(unlogged).map(([id, rows = []]) => [
      id,
      rows.map(({ postedAt: ___, ...row }) => row),
    ]);
    const desk = deskOf(Object.fromEntries(unstamped) as JsonBook, "20");
    await recompute(desk);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("in two registers are told by verify and told apart too", async () => {
    const opening = { type: "KZ", date: "2026-01-01" };
    const stock = [{ ...opening, warehouse: "MAIN", item: "bolt", qty: 2, value: 4 }];
    const debts = [{ ...opening, partner: "S", total: 5 }];
    const mine = await after(masters, { hour: "10", table: "stock", rows: stock });
    const theirs = await after(masters, { hour: "11", table: "purchases", rows: debts });
    const desk = deskOf(together(mine, theirs, ["stock", "purchases"]), "20");
    expect((await verifyBook(desk)).value?.failures).toMatchObject([
      { code: "NUMBER_TWICE", table: "purchases", row: 1, facts: { number: "KZ-20260101-0001", line: 1 } },
      { code: "BALANCE_STALE" },
    ]);
    await recompute(desk);
    expect(await numbersIn(desk, "purchases", ["number"])).toEqual([["KZ-20260101-0002"]]);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("keep their number where the rows are copies of each other", async () => {
    const book = await after(masters, bolts);
    const purchases = book["purchases"] ?? [];
    const desk = deskOf({ ...book, purchases: [...purchases, ...purchases] }, "20");
    expect((await recompute(desk)).findings.map(({ code }) => code)).not.toContain("NUMBER_CHANGED");
    expect(await numbersIn(desk, "purchases", ["number"])).toEqual([[N1], [N1]]);
  });
});
