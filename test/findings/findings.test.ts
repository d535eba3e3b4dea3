import { placeNames } from "../../src/app/place-names";
import { postDrafts } from "../../src/app/post-drafts";
import type { PostAnswer } from "../../src/app/post-drafts";
import type { Desk } from "../../src/app/desk";
import type { Finding } from "../../src/domain/kernel/finding";
import { FINDING_CODES, type FindingCode } from "../../src/domain/kernel/finding-codes";
import { type Language, titleIn } from "../../src/domain/kernel/title";
import { sentence } from "../../src/locales/sentence";
import { tellings } from "../../src/locales/tellings";
import { warehouseKinds } from "../../src/registers/words";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { bookAt } from "../support/posted";
import { excelCases } from "./excel-case";
import { fileCases } from "./file-case";
import { cases, deskOf, type ExpectedFact } from "./finding-case";
import { raised } from "./raised";

const languages: readonly Language[] = ["zh-CN", "en-US"];
const registers = ["purchases", "sales", "stock", "payments"];

const inLanguages = cases.flatMap(([code, of]) => languages.map((language) => ({ code, of, language })));

describe("the list of finding codes", () => {
  it("has one smallest book each, in this folder, as a file or in Excel, and no book is of another code", () => {
    const brought = [...cases, ...fileCases].map(([code]) => code);
    const inExcel = excelCases.map(({ code }) => code);
    expect([...brought, ...inExcel].sort()).toEqual(Object.keys(FINDING_CODES).sort());
  });
});

describe.each(inLanguages)("$code in a book in $language", ({ code, of, language }) => {
  const { table, row, column, facts } = of.expect;

  it("is found alone, at its place, with its facts", async () => {
    const found = await raised(deskOf(of, language), of);
    const place = { table, row, column, severity: FINDING_CODES[code as FindingCode] };
    expect(found).toMatchObject([{ code, ...place }]);
    expect(found[0].facts).toEqual(
      Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, inWords(fact, language)])),
    );
  });

  it("is told in a sentence that names its place and says its facts", async () => {
    const [found] = await raised(deskOf(of, language), of);
    expectWhole(found, language);
  });

  // What the program computes any post brings up to date: of COMPUTED_CHANGED more is touched than what is
  // posted.
  it("leaves all else of the book alone: what is good is posted, what is bad stays a draft", async () => {
    const desk = deskOf(of, language);
    if (STOPS_ALL.has(code)) return expectNothingPosted(desk);
    const { before, answer, after } = await postedAt(desk);
    const posted = new Set(answer.posted.flatMap(({ rows }) => rows));
    expect(answer.posted.map(({ draft }) => draft)).toContain("good");
    expect(untouched(after, posted)).toEqual(untouchedBefore(before, after, posted));
    if (!registers.includes(table ?? "") || of.do.some(({ verb }) => OF_POSTED.has(verb))) return;
    const rowId = String(after[table ?? ""]?.[row - 1]["rowId"]);
    expect(posted.has(rowId)).toBe(FINDING_CODES[code as FindingCode] !== "error");
  });
});

/** Verbs that find something about posted rows. */
const OF_POSTED: ReadonlySet<string> = new Set(["verify", "recompute", "void"]);

/**
 * A setting that this version does not do, a lost column, or a closed period that would move with it concerns
 * every document: none is posted.
 */
const STOPS_ALL: ReadonlySet<string> = new Set([
  "UNKNOWN_SETTING",
  "HEADER_MISSING",
  "CLOSED_MOVED",
  "CLOSED_DIFFERS",
  "CLOSED_UNKNOWN",
]);

async function expectNothingPosted(desk: Desk): Promise<void> {
  const before = await bookAt(desk);
  expect((await postDrafts(desk, { only: null, dryRun: false })).value).toBeNull();
  expect(await bookAt(desk)).toEqual(before);
}

function inWords(fact: ExpectedFact, language: Language): string | number | null {
  return typeof fact === "object" && fact !== null ? fact[language] : fact;
}

/** The sentence says its place and every fact (of a table its title), each for itself, and only words. */
function expectWhole(found: Finding, language: Language): void {
  const text = sentence(tellings[language], found, placeNames(language));
  const words = [...wordsOfPlace(found, language), ...wordsOfFacts(found, language)];
  let rest = text;
  for (const word of words.sort((a, b) => b.length - a.length)) {
    expect(rest).toContain(word);
    rest = rest.replace(word, "·");
  }
  expect(text).not.toMatch(/undefined|null|NaN|—|\[object/);
}

function wordsOfPlace({ table, row, column }: Finding, language: Language): readonly string[] {
  if (table === null) return [];
  const names = placeNames(language);
  const header = column === null ? "" : names.column(table, column);
  return [names.table(table) ?? "no title", row > 0 ? String(row) : "", header ?? "no header"];
}

/** The kind of thing that a request names is said in the language of the sentence. */
const KIND = /^(verb|table|report|column|draft|sample|lang) /;

function wordsOfFacts({ facts }: Finding, language: Language): readonly string[] {
  const said = Object.values(facts).filter((fact) => fact !== null);
  const { table, column } = placeNames(language);
  const header = (fact: string): string | null => column(String(facts["register"] ?? ""), fact);
  const kind = (fact: string): string | null => {
    const word = warehouseKinds.find(({ code }) => code === fact && facts["kind"] === fact);
    return word === undefined ? null : titleIn(language, word.title);
  };
  const asSaid = (fact: string): string => table(fact) ?? header(fact) ?? kind(fact) ?? fact;
  return said.map((fact) => asSaid(String(fact)).replace(KIND, ""));
}

async function postedAt(desk: Desk): Promise<{
  readonly before: JsonBook;
  readonly answer: PostAnswer;
  readonly after: JsonBook;
}> {
  const before = await bookAt(desk);
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  if (value === null) throw new Error("not posted");
  return { before, answer: value, after: await bookAt(desk) };
}

/**
 * The rows that posting did not stamp, by table, balances and log aside, without the mark that posting gives
 * a refused draft.
 */
function untouched(book: JsonBook, posted: ReadonlySet<string>): Readonly<Record<string, readonly Row[]>> {
  const kept = Object.entries(book).filter(([id]) => !/Balances$|^log$/.test(id));
  return Object.fromEntries(
    kept.map(([id, rows = []]) => [id, rows.filter((row) => !posted.has(String(row["rowId"]))).map(filled)]),
  );
}

/** The same rows as they were before: rows keep their place, so a row that was stamped is known by it. */
function untouchedBefore(
  before: JsonBook,
  after: JsonBook,
  posted: ReadonlySet<string>,
): ReturnType<typeof untouched> {
  const marked = Object.entries(before).map(([id, rows = []]) => [
    id,
    rows.map((row, i) => ({
      ...row,
      rowId: posted.has(rowIdAt(after, id, i)) ? rowIdAt(after, id, i) : row["rowId"],
    })),
  ]);
  return untouched(Object.fromEntries(marked) as JsonBook, posted);
}

function rowIdAt(book: JsonBook, id: string, row: number): string {
  return String(book[id]?.[row]["rowId"]);
}

/** What any post brings up to date in every row, beside the marks of drafts. */
const KEPT_UP: ReadonlySet<string> = new Set(["draft", "executed", "open", "cost"]);

function filled(row: Row): Row {
  const cells = Object.entries(row).filter(
    ([column, cell]) => !KEPT_UP.has(column) && (cell ?? null) !== null,
  );
  return Object.fromEntries(cells);
}
