import {
  delivery,
  opened,
  openedAndRead,
  receipt,
  settled,
  sharedBook,
  sharedBookOf,
  traded,
} from "../../test/support/shared-book";
import type { OpenBook } from "../open-book/open-book";
import { functionDefinitions } from "./definitions";
import { functionsMetadata } from "./functions-metadata";
import { type FunctionSurroundings, type Invocation, worksheetFunctions } from "./worksheet-functions";

const failure = (code: string, message: string): string => `${code}: ${message}`;

/** A cell that calls a function: every result it got, in order. */
interface CallingCell {
  readonly results: unknown[];
  readonly invocation: Invocation;
}

function cells(
  book: OpenBook,
  after: FunctionSurroundings["after"] = () => () => undefined,
): (id: string, ...given: readonly unknown[]) => CallingCell {
  const functions = worksheetFunctions({ book, failure, after });
  return (id, ...given) => {
    const results: unknown[] = [];
    const invocation: Invocation = { setResult: (result) => results.push(result) };
    functions.get(id)?.(...given, invocation);
    return { results, invocation };
  };
}

const order = {
  type: "XS",
  date: "2026-02-01",
  partner: "C",
  warehouse: "W1",
  item: "A",
  qty: 50,
  price: 10,
};
const later = { ...receipt, date: "2026-04-15", warehouse: "W2", qty: 5, price: 6 };
const book = {
  ...traded,
  items: [
    ...traded.items.map((item) => (item.code === "A" ? { ...item, barcode: "6901234567892" } : item)),
    { code: "bB", name: "", unit: "个" },
    { code: "BB", name: "", unit: "个" },
  ],
  warehouses: [...traded.warehouses, { code: "WR", kind: "reject" }],
  purchases: [receipt, later, { ...receipt, item: "BB", warehouse: "WR", qty: 3, price: 0 }],
  sales: [delivery, order],
};

/** The last results of calls at a posted book of 2026-03-31. */
async function answers(asked: readonly (readonly unknown[])[]): Promise<readonly unknown[]> {
  const shared = await sharedBookOf(book);
  const around = await openedAndRead(shared.mine);
  await around.book.perform("post");
  const call = cells(around.book);
  return asked.map(([id, ...given]) => call(String(id), ...given).results.at(-1));
}

describe("what a worksheet function answers", () => {
  it.each([
    ["what is in all warehouses today", ["ONHAND", "A"], 70],
    ["what is in one warehouse", ["ONHAND", "A", "W2"], 0],
    ["what will be there on a later day", ["ONHAND", "A", "W2", "2026-04-15"], 5],
    ["what was there on the day of a serial number", ["ONHAND", "A", null, 46024], 100],
    ["an item by its barcode, also as a number", ["ONHAND", 6901234567892], 70],
    ["an item by its name", ["ONHAND", "螺栓", "主仓"], 70],
    ["what orders leave to be promised", ["AVAILABLE", "A"], 20],
    ["rejected goods as there", ["ONHAND", "BB"], 3],
    ["rejected goods as nothing to promise", ["AVAILABLE", "BB"], 0],
    ["the unit cost", ["COST", "A"], 4],
    ["the unit cost with six decimals", ["COST", "A", null, "2026-04-15"], 4.133333],
    ["no cost of what is not there", ["COST", "B"], "#N/A: 没有库存，也就没有单位成本"],
    ["what a customer owes us, less what was paid", ["OWED", "C"], 180],
    ["what a customer owed us before paying", ["OWED", "C", "2026-01-08"], 300],
    ["what we owe a supplier, positive", ["OWED", "V"], 400],
    ["a code that is not there, with the nearest", ["ONHAND", "A1"], "#VALUE!: 没有商品“A1”；是不是“A”？"],
    ["a warehouse that is not there", ["ONHAND", "A", "ZZZZ"], "#VALUE!: 没有仓库“ZZZZ”"],
    [
      "a day that is none",
      ["ONHAND", "A", "", "2026-02-30"],
      "#VALUE!: “2026-02-30”不是 1980 年至 2199 年的日期",
    ],
    ["a blank code", ["ONHAND", ""], "#VALUE!: 编码为空"],
    ["no code at all", ["ONHAND"], "#VALUE!: 编码为空"],
    ["an item whatever the case of its code", ["ONHAND", "a", "w1"], 70],
    ["a partner whatever the case of its code", ["OWED", "c"], 180],
    ["none where two codes differ in case alone", ["ONHAND", "Bb"], "#VALUE!: 没有商品“Bb”；是不是“bB”？"],
  ])("is %s", async (_said, asked, expected) => {
    expect(await answers([asked])).toEqual([expected]);
  });

  it("is what the reports say, for every item, warehouse and partner", async () => {
    const shared = await sharedBookOf(book);
    const around = await openedAndRead(shared.mine);
    await around.book.perform("post");
    const call = cells(around.book);
    const asOf = "2026-05-01";
    const stock = await around.book.perform("report", { code: "stock-on-hand", params: { asOf } });
    const rows: readonly Record<string, unknown>[] = Reflect.get(stock.value ?? {}, "rows");
    expect(rows.length).toBeGreaterThan(1);
    for (const { item, warehouse, qty, unitCost } of rows) {
      expect(call("ONHAND", item, warehouse, asOf).results).toEqual([qty]);
      expect(call("COST", item, warehouse, asOf).results).toEqual([unitCost]);
    }
  });
});

describe("a cell that calls a worksheet function", () => {
  it("shows #N/A while the book is read, never a false 0, and then the figure", async () => {
    const { book } = opened((await sharedBookOf(traded)).mine);
    const { results } = cells(book)("ONHAND", "A");
    expect(results).toEqual(["#N/A: 账簿正在读取，请稍候"]);
    await settled(book);
    expect(results).toEqual(["#N/A: 账簿正在读取，请稍候", 0]);
  });

  it("has the book read once, however many cells there are", async () => {
    const { mine } = await sharedBookOf(traded);
    let reads = 0;
    const { book } = opened({ ...mine, read: (names, course) => (reads++, mine.read(names, course)) });
    const call = cells(book);
    for (let i = 0; i < 50; i++) call("ONHAND", "A");
    await settled(book);
    expect(reads).toBe(1);
  });

  it("is told in one wave with all others, and only where its figure is another", async () => {
    const shared = await sharedBookOf(traded);
    const { book } = await openedAndRead(shared.mine);
    const call = cells(book);
    const [moved, still] = [call("ONHAND", "A"), call("ONHAND", "B")];
    await book.perform("check");
    await book.perform("post");
    expect([moved.results, still.results]).toEqual([[0, 70], [0]]);
  });

  it("is not worked out again while nothing of the book changes", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    let worked = 0;
    const counted: OpenBook = { ...book, ledgers: () => (worked++, book.ledgers()) };
    const { results } = cells(counted)("ONHAND", "A");
    let heard = 0;
    const stop = book.subscribe(() => heard++);
    await book.perform("check");
    const before = worked;
    await book.perform("check");
    stop();
    expect(heard).toBeGreaterThan(2);
    expect({ worked, results }).toEqual({ worked: before, results: [0] });
  });

  it("follows what others change", async () => {
    const shared = await sharedBookOf(traded);
    const { book, timer } = await openedAndRead(shared.mine);
    const { results } = cells(book)("ONHAND", "A");
    await book.perform("post");
    await shared.others([
      { do: "stamp", table: "采购单据", rows: [0], columns: [{ header: "数量", cells: [90] }] },
    ]);
    timer.pass();
    await settled(book);
    expect(results).toEqual([0, 70, 60]);
  });

  it("hears nothing more once it is cancelled", async () => {
    const { book } = await openedAndRead((await sharedBookOf(traded)).mine);
    const { results, invocation } = cells(book)("ONHAND", "A");
    invocation.onCanceled?.();
    await book.perform("post");
    expect(results).toEqual([0]);
  });

  it("says that there is no book in the workbook", async () => {
    const { book } = await openedAndRead(sharedBook().mine);
    expect(cells(book)("ONHAND", "A").results).toEqual(["#N/A: 这个工作簿里没有账簿"]);
  });
});

describe("what Excel is told of the functions", () => {
  it("names every function with all its arguments in both languages, within Excel's limits", () => {
    for (const language of ["zh-CN", "en-US"] as const) {
      const { functions } = functionsMetadata(language);
      expect(functions.map(({ id }) => id)).toEqual(functionDefinitions.map(({ id }) => id));
      for (const { id, description, parameters } of functions) {
        expect(id).toMatch(/^[A-Z]+$/);
        expect(description.length).toBeLessThan(256);
        expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
        const places = parameters.map(({ optional }) => optional === true);
        expect(places).toEqual([...places].sort());
      }
    }
  });
});

describe("a call that names no day", () => {
  it("is answered anew when the day turns, without anybody changing the book, until nobody wants it", async () => {
    let now = "2026-04-14T23:59:30";
    const { mine } = await sharedBookOf(book);
    const around = opened(mine, new Map(), () => now);
    around.book.subscribe(() => undefined);
    await settled(around.book);
    await around.book.perform("post");
    const minutes: (() => void)[] = [];
    const call = cells(around.book, (_, work) => {
      minutes.push(work);
      return () => void minutes.splice(minutes.indexOf(work), 1);
    });
    const { results, invocation } = call("ONHAND", "A", "W2");
    expect(results).toEqual([0]);
    now = "2026-04-15T00:00:30";
    minutes.shift()?.();
    expect(results).toEqual([0, 5]);
    minutes.shift()?.();
    expect(results).toEqual([0, 5]);
    invocation.onCanceled?.();
    expect(minutes).toEqual([]);
  });
});
