import type { Answer, Desk } from "../src/app/desk";
import { enterRows } from "../src/app/enter-rows";
import { ledgersAt, loadBook } from "../src/app/load-book";
import type { GivenRow } from "../src/app/options";
import { postDrafts } from "../src/app/post-drafts";
import { costingMemory } from "../src/app/readings";
import { voidDocument } from "../src/app/void-document";
import type { Finding } from "../src/domain/kernel/finding";
import { fromTables } from "../src/engine/json-book";
import { embeddedWorkbook } from "../src/workbook/embedded/embedded-workbook";
import { strictDesk } from "../test/support/shared-book";
import { jsonBook } from "./files.bench";
import { floorMovingAverage } from "./floor";
import { measure, tell } from "./measure";
import { FIRST_DAY, WORK, type Work } from "./work";

const RUNS = 7;
const EPOCH = Date.UTC(1899, 11, 30);

/** A day of the work as a date in text. */
function dateOf(since: number): string {
  return new Date(EPOCH + (FIRST_DAY + since) * 86_400_000).toISOString().slice(0, 10);
}

/** One line of the work as a new draft of another day: so many of the same item, in the same warehouse. */
function draftOf(work: Work, line: number, { type, day }: { readonly type: string; readonly day: number }) {
  const partner = type === "RK" ? "S0001" : "C0001";
  return {
    ...{ type, partner, date: dateOf(day), time: "23:59:59", qty: 1, price: 5 },
    item: `I${String(work.item[line]).padStart(5, "0")}`,
    warehouse: `W${String(work.warehouse[line] + 1)}`,
  };
}

/** Whether some of the goods of a line are there in the end. */
function isLeft({ count, item, warehouse, kind, qty }: Work): (line: number) => boolean {
  const binOf = (line: number): number => item[line] * WORK.warehouses + warehouse[line];
  const there = new Float64Array(WORK.items * WORK.warehouses);
  for (let line = 0; line < count; line++) there[binOf(line)] += kind[line] === 1 ? -qty[line] : qty[line];
  return (line) => there[binOf(line)] > RUNS;
}

async function done<T>(answer: Answer<T>): Promise<T> {
  const { value, findings } = await answer;
  if (value === null) throw new Error(JSON.stringify(findings[0]));
  return value;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Enters a draft, then times its posting alone. */
async function posting(desk: Desk, table: string, row: GivenRow): Promise<number> {
  await done(enterRows(desk, { table, rows: [row] }));
  return timed(async () => {
    const { posted, refused } = await done(postDrafts(desk, { only: null, dryRun: false }));
    if (posted.length !== 1) throw new Error(JSON.stringify(refused));
  });
}

/** A book of which every line is posted, held open as a `run` does, and the number of each line. */
async function postedAt(work: Work) {
  const at = strictDesk(embeddedWorkbook(fromTables(jsonBook(work))));
  let second = 0;
  const now = (): string => `2026-03-31T08:${new Date(second++ * 1000).toISOString().slice(14, 19)}`;
  const moment = Object.defineProperty({ ...at.moment }, "now", { get: now });
  const desk: Desk = { ...at, moment, strict: false, readings: costingMemory() };
  const { posted } = await done(postDrafts(desk, { only: null, dryRun: false }));
  const numbers = new Map(posted.map(({ draft, number }) => [draft, number]));
  return { desk, numberOf: (line: number): string => numbers.get(String(line)) ?? "" };
}

/** Numbers of receipts from the middle on that may be made void: nothing runs short without them. */
async function voidable(
  desk: Desk,
  work: Work,
  numberOf: (line: number) => string,
): Promise<readonly string[]> {
  const numbers: string[] = [];
  for (let line = work.count >> 1; numbers.length <= RUNS && line < work.count; line++) {
    if (work.kind[line] === 1) continue;
    const { value } = await voidDocument(desk, { number: numberOf(line), reason: "", dryRun: true });
    if (value !== null) numbers.push(numberOf(line));
  }
  return numbers;
}

/** Does each piece of work once to warm up, the others against the clock; answers the median. */
async function median(times: readonly (() => Promise<number>)[]): Promise<number> {
  const taken: number[] = [];
  for (const time of times) taken.push(await time());
  return taken.slice(1).sort((a, b) => a - b)[(taken.length - 1) >> 1];
}

/** Reads the book anew and works out all that follows from it. */
async function whole(desk: Desk): Promise<number> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) throw new Error(JSON.stringify(findings satisfies readonly Finding[]));
  const { costed, debts } = ledgersAt(desk, read);
  return costed.stock.value.length + debts.items.count;
}

/**
 * One delivery posted at the end of a posted book of so many lines that is held open, one receipt made void
 * in its middle, one receipt back-dated there; beside reading it and working it out whole.
 */
export async function benchPost(work: Work): Promise<void> {
  const floor = measure(() => floorMovingAverage(work)).median;
  const { desk, numberOf } = await postedAt(work);
  const rows = String(work.count);
  const receipts = Array.from({ length: work.count }, (_, line) => line).filter(
    (line) => work.kind[line] === 0,
  );
  const late = receipts.filter(isLeft(work)).slice(-RUNS - 1);
  const middle = receipts.slice(receipts.length >> 1, (receipts.length >> 1) + RUNS + 1);
  const wholly = await median(
    middle.map(() => () => timed(() => whole({ ...desk, readings: costingMemory() }))),
  );
  tell(`a posted book of ${rows} lines read and worked out whole`, wholly, { floor });
  const last = WORK.days - 1;
  const sold = late.map(
    (line) => () => posting(desk, "sales", draftOf(work, line, { type: "CK", day: last })),
  );
  tell("one delivery posted at its end", await median(sold), { floor });
  const dated = middle.map(
    (line) => () => posting(desk, "purchases", draftOf(work, line, { type: "RK", day: work.day[line] })),
  );
  tell("one receipt back-dated to its middle", await median(dated), { floor });
  const numbers = await voidable(desk, work, numberOf);
  const voids = numbers.map(
    (number) => () => timed(() => done(voidDocument(desk, { number, reason: "", dryRun: false }))),
  );
  tell("one receipt in its middle made void", await median(voids), { floor });
}
