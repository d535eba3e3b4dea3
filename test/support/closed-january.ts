import { closePeriod } from "../../src/app/close-period";
import { enterRows } from "../../src/app/enter-rows";
import type { Desk } from "../../src/app/desk";
import { finishOrder } from "../../src/app/finish-order";
import { postDrafts } from "../../src/app/post-drafts";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "./posted";

/** The period that is closed. */
export const JANUARY = { to: "2026-01-31" };
const REGISTERS = ["purchases", "sales", "stock", "payments"];

/** Every figure of January that a report shows. */
export async function january(desk: Desk) {
  const { report } = await figuresOf(await bookAt(desk));
  const asOf = { asOf: JANUARY.to };
  return {
    stock: report("stock-on-hand", asOf).map(({ reserved: _, available: __, ...row }) => row),
    lots: report("stock-lots", asOf),
    ledger: report("stock-ledger", JANUARY),
    movement: report("stock-movement", JANUARY),
    ageing: report("stock-ageing", asOf),
    sales: report("sales-pivot", { ...JANUARY, measure: "qty,net,total,cost,margin" }),
    profit: report("gross-profit", JANUARY),
    differences: report("cost-differences", JANUARY),
    open: report("open-items", asOf),
    debts: ["receivable", "payable"].map((side) => report("partner-ageing", { ...asOf, side })),
    cash: report("cash-book", JANUARY),
  };
}

/** Whether a row is dated within the closed period. */
export function isJanuary({ date }: Row): boolean {
  return String(date) <= JANUARY.to;
}

/** The rows of a book's registers that are of January, or those that are later. */
export function rowsOf(book: JsonBook, isWanted: (row: Row) => boolean): JsonBook {
  const cut = Object.entries(book).map(([id, rows = []]) => [
    id,
    REGISTERS.includes(id) ? rows.filter(isWanted) : rows,
  ]);
  return Object.fromEntries(cut) as JsonBook;
}

/** Freight in February for every receipt of January, each as large as it likes. */
function freight(book: JsonBook, net: number): readonly Row[] {
  const receipts = (book["purchases"] ?? []).filter(
    ({ type, status }) => type === "RK" && status === "posted",
  );
  return receipts.map(({ rowId }, i) => ({
    ...{ type: "FT", draft: `freight ${String(i)}`, date: "2026-02-10", partner: "S1" },
    ...{ net: net + i, ref: rowId ?? null },
  }));
}

/** A book whose January is posted and closed, once what is dated up to a day of February is posted too. */
export async function closedDesk(drafts: JsonBook, until = JANUARY.to): Promise<Desk> {
  const desk = deskAt(rowsOf(drafts, ({ date }) => String(date) <= until));
  await postDrafts(desk, { only: null, dryRun: false });
  const waive = ["drafts", "shortages", "ties"];
  const closing = { period: "2026-01", waive, reason: "law", dryRun: false };
  if ((await closePeriod(desk, closing)).value?.ok !== true) throw new Error("January is not closed");
  return desk;
}

/** What is posted later: all that is dated after a day, and freight of so much. */
interface Later {
  readonly net: number;
  readonly after: string;
}

/** Enters and posts all that is dated later than a day, and the freight. */
export async function februaryPosted(desk: Desk, drafts: JsonBook, { net, after }: Later): Promise<void> {
  for (const [table, rows = []] of Object.entries(rowsOf(drafts, ({ date }) => String(date) > after))) {
    const entered = rows.map(({ line: _, ...row }) => row);
    if (REGISTERS.includes(table) && rows.length > 0) await enterRows(desk, { table, rows: entered });
  }
  const rows = freight(await bookAt(desk), net);
  if (rows.length > 0) await enterRows(desk, { table: "purchases", rows });
  await postDrafts(desk, { only: null, dryRun: false });
  for (const job of jobsOf(await bookAt(desk))) await finishOrder(desk, { of: job, reason: "law" });
}

/** The production jobs that have made something. */
function jobsOf(book: JsonBook): readonly string[] {
  const made = (book["stock"] ?? []).filter(({ type, status }) => type === "CP" && status === "posted");
  return [...new Set(made.map(({ job }) => String(job ?? "")))].filter((job) => job !== "");
}

/** The number of one of the posted documents; "" = there is none. */
export function someNumber(book: JsonBook, at: number): string {
  const rows = REGISTERS.flatMap((id) => book[id] ?? []).filter(({ status }) => status === "posted");
  return String(rows.at(at % Math.max(1, rows.length))?.["number"] ?? "");
}
