import { bookTables } from "../../src/app/book-tables";
import { loadBook } from "../../src/app/load-book";
import { postDrafts, type PostAnswer } from "../../src/app/post-drafts";
import { registerView } from "../../src/app/register-view";
import { rowsOfTable } from "../../src/app/table-rows";
import type { Desk } from "../../src/app/desk";
import type { Finding } from "../../src/domain/kernel/finding";
import { dayFromText } from "../../src/domain/kernel/day";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import { type Ledgers, ledgersOf } from "../../src/domain/posting/ledgers";
import { selfCheck } from "../../src/domain/posting/self-check";
import { reports } from "../../src/domain/reports/index";
import { reportParameters } from "../../src/domain/reports/parameters";
import type { ReportRow } from "../../src/domain/reports/report";
import { fromTables } from "../../src/engine/json-book";
import type { ReadBook } from "../../src/read/read-book";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { JsonBook, Row } from "../oracle/oracle-book";

/** A desk at a book in memory: always the same day, the same user, the same ids. */
export function deskAt(book: JsonBook): Desk {
  const moment = {
    today: dayFromText("2026-12-31"),
    now: "2026-12-31T08:30:00",
    user: "tester",
    station: "",
    newId: ulids(() => Date.UTC(2026, 11, 31), seededDigits(1)),
  };
  return { workbook: embeddedWorkbook(fromTables(book)), moment, strict: false };
}

/** The book at a desk as JSON: every table it has, its rows by column id. */
export async function bookAt(desk: Desk): Promise<JsonBook> {
  const book: Record<string, readonly Row[]> = {};
  const tables = await bookTables(desk);
  for (const { name } of await desk.workbook.tables()) {
    const rows = rowsOfTable(tables, name).value?.rows ?? [];
    book[name] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([id, cell]) => [id, typeof cell === "object" ? null : cell]),
      ),
    );
  }
  return book;
}

/** What came of posting a book of drafts. */
export interface Posted {
  readonly book: JsonBook;
  readonly answer: PostAnswer;
  readonly findings: readonly Finding[];
}

/** Posts the drafts of a book, in one go or those named; the book given stays as it is. */
export async function posted(drafts: JsonBook, only: readonly string[] | null = null): Promise<Posted> {
  const desk = deskAt(drafts);
  const { value, findings } = await postDrafts(desk, { only, dryRun: false });
  if (value === null) throw new Error(`not posted: ${JSON.stringify(findings)}`);
  return { book: await bookAt(desk), answer: value, findings };
}

/** A posted book read back: its ledgers, its reports, its self-check. */
export interface Figures {
  readonly ledgers: Ledgers;
  readonly report: (code: string, asked?: Readonly<Record<string, string>>) => readonly ReportRow[];
  readonly failures: readonly Finding[];
}

/** Reads a book and works out its ledgers once, for as many reports as are asked for; each is run once. */
export async function figuresOf(book: JsonBook): Promise<Figures> {
  const read = await readBack(book);
  const ledgers = ledgersOf(read.book);
  const view = registerView(read);
  const run = (code: string, asked: Readonly<Record<string, string>>): readonly ReportRow[] => {
    const definition = reports.find((one) => one.code === code);
    if (definition === undefined) throw new Error(`no report ${code}`);
    const context = { book: read.book, today: dayFromText("2026-12-31"), view };
    const { value, findings } = reportParameters(definition, asked, context);
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    return definition.run(ledgers, value, view).rows;
  };
  const known = new Map<string, readonly ReportRow[]>();
  const report: Figures["report"] = (code, asked = {}) => {
    const key = JSON.stringify([code, asked]);
    const rows = known.get(key) ?? run(code, asked);
    known.set(key, rows);
    return rows;
  };
  return { ledgers, report, failures: selfCheck(ledgers) };
}

async function readBack(book: JsonBook): Promise<ReadBook> {
  const { value, findings } = await loadBook(deskAt(book));
  if (value === null) throw new Error(`not read: ${JSON.stringify(findings)}`);
  return value;
}
