import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt, posted } from "../../test/support/posted";
import { amendDocument } from "./amend-document";
import type { Desk } from "./desk";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";
import { reverseDocument } from "./reverse-document";
import { verifyBook } from "./verify-book";
import { voidDocument } from "./void-document";

const lamp = { partner: "P", warehouse: "MAIN", item: "lamp", qty: 1 };

/** Two lamps come, and the first is sold. */
const drafts: JsonBook = {
  items: [{ code: "lamp", serialized: true }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "P" }],
  purchases: [
    { ...lamp, draft: "1", type: "RK", date: "2026-01-05", price: 2, serial: "L1" },
    { ...lamp, draft: "2", type: "RK", date: "2026-01-06", price: 4, serial: "L2" },
  ],
  sales: [{ ...lamp, draft: "3", type: "CK", date: "2026-01-08", price: 9, serial: "L1" }],
};

const refused = {
  value: null,
  findings: [
    {
      code: "SERIAL_MISSING",
      column: "serial",
      facts: { serial: "L1", item: "lamp", warehouse: "MAIN", number: "CK-20260108-0001" },
    },
  ],
};

const why = { reason: "mistyped", dryRun: false };

async function lampsDesk(): Promise<Desk> {
  const desk = deskAt(drafts);
  expect((await postDrafts(desk, { only: null, dryRun: false })).value?.refused).toEqual([]);
  return desk;
}

/** The posted book with a cell of a row typed over. */
async function spoilt(table: string, row: number, cells: Row): Promise<JsonBook> {
  const { book } = await posted(drafts);
  return {
    ...book,
    [table]: (book[table] ?? []).map((each, i) => (i === row ? { ...each, ...cells } : each)),
  };
}

async function failuresOf(book: JsonBook) {
  const { value } = await verifyBook(deskAt(book));
  return (value?.failures ?? []).filter(({ code }) => code.startsWith("SERIAL_"));
}

describe("a posted document whose serial number another moved since", () => {
  it("cannot be made void, and that one is named", async () => {
    const desk = await lampsDesk();
    const before = await bookAt(desk);
    expect(await voidDocument(desk, { number: "RK-20260105-0001", ...why })).toMatchObject(refused);
    expect(await bookAt(desk)).toEqual(before);
    expect((await voidDocument(desk, { number: "RK-20260106-0001", ...why })).findings).toEqual([]);
  });

  it("cannot be amended to another number, unless no one moved the old one", async () => {
    const desk = await lampsDesk();
    const set = [{ line: 1, column: "serial", value: "L7" }];
    const amending = (number: string) => amendDocument(desk, { number, set, ...why });
    expect(await amending("RK-20260105-0001")).toMatchObject(refused);
    expect((await amending("RK-20260106-0001")).value?.changed).toBe(1);
    expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
  });

  it("cannot be reversed before or after, and is told once", async () => {
    const desk = await lampsDesk();
    const reversing = (date: string) => reverseDocument(desk, { number: "RK-20260105-0001", date, ...why });
    const { value, findings } = await reversing("2026-01-07");
    expect({ value, findings }).toMatchObject(refused);
    expect(findings).toHaveLength(1);
    expect((await reversing("2026-01-09")).findings).toMatchObject([
      { code: "SERIAL_MISSING", facts: { serial: "L1", number: null } },
    ]);
  });

  it("cannot be made void where the number came once more since", async () => {
    const desk = await lampsDesk();
    const again = { ...lamp, type: "RK", date: "2026-01-09", price: 3, serial: "L1" };
    await enterRows(desk, { table: "purchases", rows: [again] });
    await postDrafts(desk, { only: null, dryRun: false });
    expect((await voidDocument(desk, { number: "CK-20260108-0001", ...why })).findings).toMatchObject([
      { code: "SERIAL_THERE", facts: { serial: "L1", number: "RK-20260109-0001" } },
    ]);
  });

  it("is not held back by what was wrong before", async () => {
    const desk = deskAt(await spoilt("sales", 0, { serial: "L9" }));
    expect((await voidDocument(desk, { number: "RK-20260105-0001", ...why })).findings).toEqual([]);
  });
});

describe("verifying serial numbers", () => {
  it("tells one that left without having come", async () => {
    expect(await failuresOf(await spoilt("sales", 0, { serial: "L9" }))).toMatchObject([
      {
        code: "SERIAL_MISSING",
        table: "sales",
        row: 1,
        column: "serial",
        facts: { serial: "L9", number: null },
      },
    ]);
  });

  it("tells one that came while it was there", async () => {
    expect(await failuresOf(await spoilt("purchases", 1, { serial: "L1" }))).toMatchObject([
      { code: "SERIAL_THERE", table: "purchases", row: 2, column: "serial", facts: { serial: "L1" } },
    ]);
  });
});

describe("a return that names a sale and a serial number", () => {
  const back = { ...lamp, type: "XT", date: "2026-01-10" };

  async function returned(rows: readonly Row[]) {
    const desk = await lampsDesk();
    const sale = { ...lamp, type: "CK", date: "2026-01-09", price: 9, serial: "L2" };
    await enterRows(desk, { table: "sales", rows: [sale] });
    await postDrafts(desk, { only: null, dryRun: false });
    await enterRows(desk, { table: "sales", rows });
    return (await postDrafts(desk, { only: null, dryRun: false })).value;
  }

  it("is refused where another line sold it", async () => {
    const value = await returned([{ ...back, ref: "CK-20260108-0001/1", serial: "L2" }]);
    expect(value?.refused[0].findings[0]).toMatchObject({
      code: "UNKNOWN_REF",
      facts: { value: "CK-20260108-0001/1", why: "serial" },
    });
  });

  it("is posted where that line sold it, or those did together", async () => {
    const refs = "CK-20260108-0001;CK-20260109-0001";
    expect((await returned([{ ...back, ref: "CK-20260108-0001", serial: "L1" }]))?.refused).toEqual([]);
    expect((await returned([{ ...back, qty: 2, ref: refs, serial: "L2;L1" }]))?.refused).toEqual([]);
  });
});
