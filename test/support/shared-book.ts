import { newBook } from "../../src/app/new-book";
import type { Desk } from "../../src/app/desk";
import { dayFromText } from "../../src/domain/kernel/day";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import { Workbook as EngineBook } from "../../src/engine/workbook";
import { fromTables } from "../../src/engine/json-book";
import { type OpenBook, openBook } from "../../src/open-book/open-book";
import type { Surroundings } from "../../src/open-book/surroundings";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Cell, Change, Workbook, WorkbookChange } from "../../src/workbook/port";
import type { JsonBook } from "../oracle/oracle-book";

/** A workbook that two people have open: each one's patches are hinted at to the other. */
export interface SharedBook {
  readonly engine: EngineBook;
  readonly mine: Workbook;
  /** Changes cells as another person or another add-in does. */
  others(changes: readonly Change[]): Promise<void>;
  /** The same, and nobody is told. */
  unheard(changes: readonly Change[]): Promise<void>;
}

/** An empty workbook, or one that is given, with a second person at it. */
export function sharedBook(engine = new EngineBook()): SharedBook {
  const mine = embeddedWorkbook(engine);
  const other = embeddedWorkbook(engine);
  const onChange = (listener: (change: WorkbookChange) => void): (() => void) => {
    const stops = [
      mine.onChange(listener),
      other.onChange(({ tables }) => listener({ tables, ours: false })),
    ];
    return () => stops.forEach((stop) => stop());
  };
  return {
    engine,
    mine: { ...mine, onChange },
    others: (changes) => other.apply(changes),
    unheard: (changes) => embeddedWorkbook(engine).apply(changes),
  };
}

/** A desk of a workbook: always the same day and ids. */
export function strictDesk(workbook: Workbook): Desk {
  const moment = {
    today: dayFromText("2026-03-31"),
    now: "2026-03-31T08:30:00",
    user: "tester",
    station: "",
    newId: ulids(() => Date.UTC(2026, 2, 31), seededDigits(7)),
  };
  return { workbook, moment, strict: true };
}

/** A workbook in Chinese with every table of a book, and these rows in them. */
export async function sharedBookOf(
  rows: JsonBook,
  language: "zh-CN" | "en-US" = "zh-CN",
): Promise<SharedBook> {
  const shared = sharedBook();
  const given = embeddedWorkbook(fromTables(rows));
  const sample = await given.read((await given.tables()).map(({ name }) => name));
  await newBook(strictDesk(shared.mine), { language, sample });
  return shared;
}

/** Time that goes on when a test says so, and what waits for it. */
export interface Timer {
  readonly after: Surroundings["after"];
  /** Does everything that waits, whatever it waits for. */
  pass(): void;
  /** Milliseconds that the last one waits. */
  longest(): number;
}

function timer(): Timer {
  const waiting = new Map<() => void, number>();
  return {
    after: (milliseconds, work) => {
      waiting.set(work, milliseconds);
      return () => void waiting.delete(work);
    },
    pass: () => {
      const due = [...waiting.keys()];
      waiting.clear();
      for (const work of due) work();
    },
    longest: () => Math.max(0, ...waiting.values()),
  };
}

/** What stands round an open book in a test. */
export interface Around {
  readonly book: OpenBook;
  readonly timer: Timer;
  readonly remembered: Map<string, string>;
}

/** The open book over a workbook, at 2026-03-31. */
export function opened(
  workbook: Workbook,
  remembered = new Map<string, string>(),
  localTime = () => "2026-03-31T08:30:00",
): Around {
  const time = timer();
  let clock = Date.UTC(2026, 2, 31);
  const book = openBook({
    workbook,
    strict: true,
    clock: () => clock++,
    localTime,
    digit: seededDigits(3),
    storage: {
      get: (key) => remembered.get(key) ?? null,
      set: (key, value) => void remembered.set(key, value),
    },
    language: "zh-CN",
    after: time.after,
    version: "test",
  });
  return { book, timer: time, remembered };
}

const masters = {
  items: [
    { code: "A", name: "螺栓", unit: "个", purchasePrice: 4, retailPrice: 10 },
    { code: "B", name: "螺母", unit: "个" },
  ],
  warehouses: [{ code: "W1", name: "主仓" }, { code: "W2" }],
  partners: [
    { code: "V", name: "供应商", kind: "supplier" },
    { code: "C", name: "客户", kind: "customer" },
  ],
  accounts: [{ code: "BANK", name: "银行" }],
};
/** Bought: 100 at 4. */
export const receipt = {
  ...{ type: "RK", date: "2026-01-01", partner: "V", warehouse: "W1", item: "A", qty: 100, price: 4 },
};
/** Sold: 30 of them at 10. */
export const delivery = {
  ...{ type: "CK", date: "2026-01-05", partner: "C", warehouse: "W1", item: "A", qty: 30, price: 10 },
};
const payment = { type: "SK", date: "2026-01-09", partner: "C", account: "BANK", amount: 120 };
/** A small book of drafts: something bought, sold, and partly paid. */
export const traded = { ...masters, purchases: [receipt], sales: [delivery], payments: [payment] };

/** Every cell of every table by the table's name, column by column. */
export type AllCells = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** What stands in a workbook. */
export async function cellsOf({ tables, read }: Pick<Workbook, "tables" | "read">): Promise<AllCells> {
  const all = await read((await tables()).map(({ name }) => name));
  return Object.fromEntries(all.map((table) => [table.name, table.headers.map((_, i) => table.column(i))]));
}

/** Does nothing at the book; what was asked of it before is done then. */
export async function settled(book: OpenBook): Promise<void> {
  await book.act("look", async () => ({ value: {}, findings: [] }));
}

/** The open book over a shared workbook, or a port of it that a test listens at, once it is read. */
export async function openedAndRead(workbook: Workbook): Promise<Around> {
  const around = opened(workbook);
  around.book.subscribe(() => undefined);
  await settled(around.book);
  return around;
}

/** A workbook that counts which tables are read of it. */
export function counted(workbook: Workbook): { readonly workbook: Workbook; readonly reads: string[] } {
  const reads: string[] = [];
  const read: Workbook["read"] = (names, course) => {
    reads.push(...names);
    return workbook.read(names, course);
  };
  return { workbook: { ...workbook, read }, reads };
}
