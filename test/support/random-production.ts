import * as fc from "fast-check";
import { closePeriod } from "../../src/app/close-period";
import type { Desk } from "../../src/app/desk";
import { finishOrder } from "../../src/app/finish-order";
import { postDrafts } from "../../src/app/post-drafts";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { bookAt, deskAt } from "./posted";

const COSTINGS = ["moving-average", "fifo", "lifo", "monthly-average", "standard"];
const KINDS = "RK RK LL LL CP CP CK FT FT CF CF ZX DB".split(" ");
const MATERIALS = ["A", "B"];
const GOODS = ["P", "Q"];
const WAREHOUSES = ["W", "V"];

/** What a random book of production may be like. */
interface ProductionOptions {
  readonly costings?: readonly string[];
  /** Nothing takes off what goods cost. */
  readonly addsOnly?: true;
}

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: 1, max: 58 }),
  at: fc.nat(999),
  qty: fc.integer({ min: 1, max: 9 }),
  cents: fc.integer({ min: 1, max: 9_999 }),
  takesOff: fc.constantFrom(0, 0, 1, 3),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function dateOf({ day }: Step): string {
  const month = day > 31 ? 2 : 1;
  return `2026-0${String(month)}-${String(day > 31 ? day - 31 : day).padStart(2, "0")}`;
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length];
}

type Table = "purchases" | "sales" | "stock";

/** Writes what each step says down as rows, table by table. */
class Writer {
  readonly rows: Record<Table, Row[]> = { purchases: [], sales: [], stock: [] };
  private readonly receipts: { readonly rowId: string; readonly item: string; readonly cents: number }[] = [];
  private count = 0;

  constructor(private readonly isAdding: boolean) {}

  write(one: Step): void {
    const { kind } = one;
    if (kind === "RK") this.receive(one);
    else if (kind === "LL" || kind === "CP") this.produce(one);
    else if (kind === "ZX") this.assemble(one);
    else if (kind === "FT" || kind === "CF") this.add(one);
    else this.move(one);
  }

  private produce(one: Step): void {
    const { kind, at, cents } = one;
    const job = pick(["J1", "J2", "J3"], at);
    const isLast = job === "J3";
    if (kind === "CP") {
      const typed = at % 2 === 0 ? { unitCost: cents / 1000 } : {};
      this.put("stock", one, { job, ...this.goods(one, isLast ? "Q" : "P"), ...typed });
    } else if (at % 7 === 0) this.put("stock", one, { job, role: "cost", value: cents / 100 });
    else this.put("stock", one, { job, ...this.goods(one, pick(isLast ? ["A", "P"] : MATERIALS, at >> 2)) });
  }

  private move(one: Step): void {
    const goods = this.goods(one, pick([...MATERIALS, ...GOODS], one.at >> 2));
    if (one.kind === "DB") this.put("stock", one, { ...goods, warehouse: "W", toWarehouse: "V" });
    else this.put("sales", one, { ...goods, partner: "K", price: 9, qty: 1 + (one.qty >> 1) });
  }

  private goods({ at, qty }: Step, item: string): Row {
    return { item, qty, warehouse: pick(WAREHOUSES, at % 5 === 0 ? 1 : 0) };
  }

  private put(table: Table, one: Step, row: Row): string {
    const rowId = `R${String(++this.count).padStart(4, "0")}`;
    const draft = String(this.count);
    this.rows[table].push({ rowId, draft, type: one.kind, date: dateOf(one), ...row });
    return rowId;
  }

  private receive(one: Step): void {
    const item = pick(MATERIALS, one.at);
    const goods = { ...this.goods(one, item), qty: one.qty + 3, partner: "S", total: one.cents / 100 };
    this.receipts.push({ rowId: this.put("purchases", one, goods), item, cents: one.cents });
  }

  /** An assembly: goods that say what they are worth, or do not. */
  private assemble(one: Step): void {
    const typed = one.at % 3 === 0 ? {} : { unitCost: one.cents / 1000 };
    const draft = `Z${String(this.count)}`;
    this.put("stock", one, { ...this.goods(one, pick(GOODS, one.at)), ...typed, role: "product", draft });
    this.put("stock", one, { ...this.goods(one, pick(MATERIALS, one.at)), role: "component", draft });
    if (one.at % 4 === 0) this.put("stock", one, { role: "cost", value: one.cents / 100, draft });
  }

  /** Freight of receipts, or an invoice or an allowance of one; now and then more off than the goods cost. */
  private add(one: Step): void {
    if (this.receipts.length === 0) return;
    const of = pick(this.receipts, one.at);
    const other = pick(this.receipts, one.at + 1);
    const off = this.isAdding ? 0 : -one.takesOff;
    const amount = off === 0 ? one.cents : Math.round((off * of.cents) / 2) - (one.cents % 100);
    if (one.kind === "FT") {
      const ref = one.at % 3 === 0 && other !== of ? `${of.rowId};${other.rowId}` : of.rowId;
      this.put("purchases", one, { partner: "S", ref, total: amount / 100 });
    } else {
      const isAllowance = off !== 0;
      const row = { item: of.item, partner: "S", ref: of.rowId, qty: isAllowance ? 0 : one.qty };
      this.put("purchases", one, { ...row, total: amount / 100 });
    }
  }
}

/** Random books in which goods are made of others, and what these cost is told later. */
export function productionBooks({ costings = COSTINGS, addsOnly }: ProductionOptions = {}) {
  const policies = fc.record({
    costing: fc.constantFrom(...costings),
    landedCost: fc.constantFrom("retroactive", "retroactive", "remaining"),
    costingScope: fc.constantFrom("warehouse", "company"),
  });
  const steps = fc.array(step, { minLength: 6, maxLength: 22 });
  return fc.tuple(steps, policies).map(([list, settings]): JsonBook => {
    const writer = new Writer(addsOnly === true);
    for (const one of [...list].sort((a, b) => a.day - b.day)) writer.write(one);
    return {
      settings: Object.entries(settings).map(([key, value]) => ({ key, value })),
      items: [
        ...MATERIALS.map((code) => ({ code, standardCost: 3.21, purchasePrice: 2.5 })),
        ...GOODS.map((code) => ({ code, standardCost: 7.77, purchasePrice: 5 })),
      ],
      warehouses: WAREHOUSES.map((code) => ({ code })),
      partners: [
        { code: "S", kind: "supplier" },
        { code: "K", kind: "customer" },
      ],
      ...writer.rows,
    };
  });
}

const NOW = "2026-12-31T09:00:00";
const LATER = "2026-12-31T09:30:00";

function at(desk: Desk, now: string): Desk {
  return { ...desk, moment: { ...desk.moment, now } };
}

/** Which jobs may be finished before January is closed, and once all else is posted. */
export interface Finishing {
  readonly before: (book: JsonBook, job: string) => boolean;
  readonly after: (book: JsonBook, job: string) => boolean;
}

async function finish(desk: Desk, may: Finishing["before"]): Promise<void> {
  const book = await bookAt(desk);
  for (const job of ["J1", "J2", "J3"])
    if (may(book, job)) await finishOrder(desk, { of: job, reason: "law" });
}

/**
 * A book of production posted in two goes: what is dated up to a day; and once January is closed, all that
 * can still be posted. Jobs are finished before the closing and at the end, those that may be.
 */
export async function producedAcrossClose(drafts: JsonBook, until: string, finishing: Finishing) {
  const desk = deskAt(drafts);
  const rows = ["purchases", "sales", "stock"].flatMap((table) => rowsOf(drafts, table));
  const first = rows.filter(({ date }) => String(date) <= until).map(({ draft }) => String(draft));
  if (first.length > 0) await postDrafts(desk, { only: [...new Set(first)], dryRun: false });
  await finish(desk, finishing.before);
  const open = await bookAt(desk);
  const closing = { period: "2026-01", waive: ["drafts", "ties"], reason: "law", dryRun: false };
  const answer = await closePeriod(at(desk, NOW), closing);
  if (answer.value?.ok !== true) throw new Error(`not closed: ${JSON.stringify(answer)}`);
  const closed = await bookAt(desk);
  const posted = await postDrafts(at(desk, LATER), { only: null, dryRun: false });
  await finish(at(desk, LATER), finishing.after);
  return { open, closed, findings: posted.findings, book: await bookAt(desk) };
}
