import { spawn } from "node:child_process";
import { little, program, receipt, run, taizhang } from "./terminal";

const begin = { verb: "new", book: little, now: "2026-01-30T08:00:00", seed: 7, user: "lin" };
const enter = { verb: "enter", table: "purchases", rows: [receipt] };

describe("steps", () => {
  it("answers one line a step, in order, from a new book to a posted document", () => {
    const { code, told } = run([
      begin,
      enter,
      { verb: "check" },
      { verb: "post" },
      { verb: "report", code: "stock-on-hand" },
    ]);
    expect(code).toBe(0);
    expect(told.map(({ ok, step, verb }) => [ok, step, verb])).toEqual([
      [true, 1, "new"],
      [true, 2, "enter"],
      [true, 3, "check"],
      [true, 4, "post"],
      [true, 5, "report"],
    ]);
    expect(told[3].posted).toMatchObject([{ type: "RK", number: "RK-20260105-0001" }]);
    expect(told[4].rows).toMatchObject([
      { item: "bolt", warehouse: "MAIN", qty: 10, value: 25, unitCost: 2.5 },
    ]);
  });

  it("tells what a self-check remarks in the language of the book, also where all else holds", () => {
    const settings = [{ key: "language", value: "en-US" }];
    const opening = { type: "KZ", date: "2026-01-05", warehouse: "MAIN", item: "bolt", qty: 2, value: 4 };
    const found = { ...opening, type: "BY", date: "2026-01-04", qty: 1, value: 1 };
    const { told } = run([
      { ...begin, book: { ...little, settings } },
      { verb: "enter", table: "stock", rows: [opening, found] },
      { verb: "post" },
      { verb: "verify" },
    ]);
    expect(told[3]).toMatchObject({ ok: true, failures: [{ code: "OPENING_UNTIED" }] });
    expect(told[3].failures[0].message).toMatch(/^Stock, row 1, Value: /);
  });

  it("says what makes no sense and goes on", () => {
    const steps = [
      begin,
      "not json",
      "[1]",
      { verb: "entr" },
      { verb: "enter", table: "purchase", rows: [] },
      { verb: "enter", table: "purchases", rows: [{ tpe: "RK" }] },
      { verb: "enter", table: "purchases", rows: [{ type: { a: 1 } }] },
      { verb: "enter", table: "stockLedger", rows: [] },
      { verb: "enter", table: "purchases" },
      { verb: "report", code: "stock-in-hand" },
      { verb: "report", code: "stock-on-hand", params: { asof: "2026-01-01" } },
      { verb: "post", onyl: [] },
      { verb: "check", today: "yesterday" },
      enter,
    ];
    const { code, told } = run(steps);
    const wrong = told.slice(1, -1);
    expect(code).toBe(1);
    expect(wrong.map(({ ok }) => ok)).toEqual(wrong.map(() => false));
    expect(wrong.map(({ findings }) => findings[0].code)).toEqual(wrong.map(() => "BAD_STEP"));
    expect([3, 4, 5, 9, 10, 11].map((i) => told[i].findings[0].facts["nearest"])).toEqual([
      "enter",
      "purchases",
      "type",
      "stock-on-hand",
      "asOf",
      "only",
    ]);
    expect(told.at(-1)).toMatchObject({ ok: true, step: 14 });
  });

  it("needs a book before anything is done to it", () => {
    expect(run([{ verb: "check" }]).told[0].findings[0]).toMatchObject({ code: "BAD_STEP" });
  });

  it("skips blank lines and needs no newline at the end", () => {
    const { out, code } = taizhang(["run", "-"], {
      input: `\n  \n${JSON.stringify(begin)}\n\n{"verb":"check"}`,
    });
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(2);
  });

  it("gives the same ids again for the same seed and time, each greater than the one before", () => {
    const steps = [begin, enter, { ...enter, rows: [receipt, { item: "bolt", qty: 1, price: 1 }] }];
    const first = run(steps).told.flatMap(({ rowIds }) => rowIds);
    const second = run(steps).told.flatMap(({ rowIds }) => rowIds);
    expect(first).toHaveLength(3);
    expect(second).toEqual(first);
    expect([...first].sort()).toEqual(first);
  });

  it("never gives an id twice where the seed is said again or changed", () => {
    const steps = [begin, enter, { ...enter, seed: 7 }, { ...enter, seed: 8 }, { ...enter, seed: 7 }];
    const ids = run(steps).told.flatMap(({ rowIds }) => rowIds);
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort()).toEqual(ids);
  });

  it("keeps who acts and when from the step that says it on", () => {
    const steps = [
      begin,
      { ...enter, user: "wang" },
      { verb: "post", now: "2026-02-01T09:30:00" },
      { verb: "table", table: "purchases" },
    ];
    const [row] = run(steps).told[3].rows;
    expect(row).toMatchObject({ handler: "wang", postedBy: "wang", postedAt: "2026-02-01T09:30:00" });
  });

  it("dates a document by today where nothing is said", () => {
    const { date, ...undated } = receipt;
    const steps = [
      begin,
      { ...enter, rows: [undated], today: "2026-01-29" },
      { verb: "table", table: "purchases" },
    ];
    expect(date).not.toBe("2026-01-29");
    expect(run(steps).told[2].rows[0]).toMatchObject({ date: "2026-01-29" });
  });

  it("tells of what the book's own language calls things", () => {
    const zh = { verb: "new", book: { ...little, settings: [] } };
    const wrong = { ...enter, rows: [{ ...receipt, item: "blot" }] };
    const [, english, , chinese] = run([begin, wrong, zh, wrong]).told;
    expect(english.findings[0].message).toMatch(/^Purchases, row 1, Item code: /);
    expect(chinese.findings[0].message).toMatch(/^采购单据 第1行「商品编码」：/);
  });

  it("keeps what was there where a new book cannot be read", () => {
    const { told } = run([begin, { verb: "new", book: { items: [1] } }, enter]);
    expect(told[1]).toMatchObject({ ok: false, findings: [{ code: "BOOK_UNREADABLE" }] });
    expect(told[2].ok).toBe(true);
  });

  it("posts what is right and tells of the rest", () => {
    const short = {
      type: "CK",
      date: "2026-01-06",
      partner: "P1",
      warehouse: "MAIN",
      item: "bolt",
      qty: 11,
      price: 3,
    };
    const { told, code } = run([
      begin,
      enter,
      { verb: "enter", table: "sales", rows: [short] },
      { verb: "post" },
    ]);
    expect(code).toBe(1);
    expect(told[3]).toMatchObject({
      ok: false,
      posted: [{ type: "RK" }],
      refused: [{ findings: [{ code: "STOCK_SHORT" }] }],
    });
    expect(told[3].refused[0].findings[0].message).toMatch(/bolt/);
  });

  it("answers each step before the next one is asked", async () => {
    const child = spawn(process.execPath, [program, "run", "-"]);
    const answers: string[] = [];
    const heard = (): Promise<void> =>
      new Promise((resolve) =>
        child.stdout.once("data", (data: Buffer) => {
          answers.push(String(data));
          resolve();
        }),
      );
    child.stdin.write(`${JSON.stringify(begin)}\n`);
    await heard();
    child.stdin.write(`${JSON.stringify(enter)}\n`);
    await heard();
    child.stdin.end();
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(answers.map((answer) => (JSON.parse(answer) as { step: number }).step)).toEqual([1, 2]);
    expect(code).toBe(0);
  });
});
