import { checkDrafts } from "../app/check-drafts";
import type { Answer, Desk } from "../app/desk";
import { textOf } from "../app/given-table";
import { newBook } from "../app/new-book";
import { postDrafts, type PostAnswer } from "../app/post-drafts";
import { recompute } from "../app/recompute";
import { runReport } from "../app/run-report";
import { tableRows, type TableAnswer } from "../app/table-rows";
import { verifyBook, type VerifyAnswer } from "../app/verify-book";
import type { ReportResult } from "../domain/reports/report";
import { saveBook } from "./save-book";
import { deskOf, type Session } from "./session";

/** The book that the demo tells: its sample, the last day of its documents, and a file's name by language. */
export const SAMPLE = {
  name: "hardware-store",
  lastDay: "2026-03-31",
  file: { "zh-CN": "五金店.xlsx", "en-US": "hardware-store.xlsx" },
} as const;

/** A member of a master with what a report comes to for it alone. */
export interface Share {
  readonly code: string;
  readonly name: string;
  readonly report: ReportResult;
}

/** What came of the sample: what was posted and refused, and the reports that the summary shows. */
export interface Story {
  readonly path: string;
  /** The day of the figures, that day included. */
  readonly asOf: string;
  readonly post: PostAnswer;
  readonly warehouses: readonly Share[];
  readonly stock: ReportResult;
  readonly partners: TableAnswer;
  readonly accounts: readonly Share[];
  readonly cash: ReportResult;
  readonly sales: ReportResult;
  readonly verified: VerifyAnswer;
}

/** The sample is ours, so that anything not done is our mistake. */
async function done<T>(answer: Answer<T>): Promise<T> {
  const { value, findings } = await answer;
  if (value === null) throw new Error(JSON.stringify(findings));
  return value;
}

type Parameters = Readonly<Record<string, string>>;

function report(desk: Desk, code: string, params: Parameters): Promise<ReportResult> {
  return done(runReport(desk, { code, params, sheet: false }));
}

/** A report for every member of a master, in the order of the master. */
async function shares(
  desk: Desk,
  table: "warehouses" | "accounts",
  reportFor: (code: string) => Promise<ReportResult>,
): Promise<readonly Share[]> {
  const { rows } = await done(tableRows(desk, table));
  const list: Share[] = [];
  for (const row of rows) {
    const code = textOf(row["code"]);
    list.push({ code, name: textOf(row["name"]), report: await reportFor(code) });
  }
  return list;
}

/** The figures of the summary, each from the report or derived table that a user would ask for. */
async function figures(desk: Desk, asOf: string) {
  const until = { to: asOf };
  const byMonth = { ...until, rows: "category", columns: "month", measure: "net" };
  return {
    warehouses: await shares(desk, "warehouses", (warehouse) =>
      report(desk, "stock-on-hand", { asOf, warehouse }),
    ),
    stock: await report(desk, "stock-on-hand", { asOf }),
    partners: await done(tableRows(desk, "partnerBalances")),
    accounts: await shares(desk, "accounts", (account) => report(desk, "cash-book", { ...until, account })),
    cash: await report(desk, "cash-book", until),
    sales: await done(runReport(desk, { code: "sales-pivot", params: byMonth, sheet: true })),
  };
}

/**
 * Makes the sample's book, checks, posts and recomputes it, writes the pivot onto a sheet of its own, and
 * saves the book at the path.
 */
export async function tellSample(session: Session, path: string): Promise<Story> {
  const { books, language } = session.surroundings;
  const sample = await books.sample(SAMPLE.name, language);
  const book = books.begin(path);
  session.book = book;
  const desk = deskOf(session, book);
  await done(newBook(desk, { language, sample }));
  await done(checkDrafts(desk));
  const post = await done(postDrafts(desk, { only: null, dryRun: false }));
  await done(recompute(desk));
  const told = await figures(desk, SAMPLE.lastDay);
  const verified = await done(verifyBook(desk));
  await saveBook(session, book, path);
  return { path, asOf: SAMPLE.lastDay, post, verified, ...told };
}
