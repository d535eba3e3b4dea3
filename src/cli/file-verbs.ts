import { isTable } from "../app/given-table";
import { importRows } from "../app/import-rows";
import { newBook, type NewBook } from "../app/new-book";
import { badStep, type OptionDefinition, type Options } from "../app/options";
import type { Checked } from "../domain/kernel/checked";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { Language } from "../domain/kernel/title";
import type { BookForms, OpenBook } from "../workbook/files/book-forms";
import { saveBook } from "./save-book";
import { deskOf, type Session } from "./session";
import { badTarget } from "./target";
import type { Verb } from "./verb";

const path: OptionDefinition = {
  id: "path",
  kind: "text",
  title: { zh: "账簿：.xlsx、.json 或 CSV 文件夹", en: "a book: .xlsx, .json or a folder of CSV" },
  operand: true,
};

const force: OptionDefinition = {
  id: "force",
  kind: "flag",
  title: { zh: "覆盖那里已有的账簿", en: "write over a book that stands there" },
};

const LANGUAGES: readonly Language[] = ["zh-CN", "en-US"];

/** Nothing was done, as the request makes no sense. */
function refused(what: string, close: string | null = null): Checked<null> {
  return { value: null, findings: [badStep(what, close)] };
}

async function makeNew(session: Session, options: Options): Promise<Checked<object | null>> {
  const { books, language: spoken } = session.surroundings;
  const tables = options.any("book");
  if (tables !== null) return held(session, books.hold(tables));
  const word = options.textOrNull("lang") ?? spoken;
  const language = LANGUAGES.find((each) => each === word);
  if (language === undefined) return refused(`lang ${word}`, nearest(word, LANGUAGES));
  const sample = await sampleRows(books, options.textOrNull("sample"), language);
  if ("code" in sample) return { value: null, findings: [sample] };
  const to = options.textOrNull("path");
  return filled(session, to === null ? books.hold({}) : books.begin(to), { language, sample });
}

async function sampleRows(
  books: BookForms,
  name: string | null,
  language: Language,
): Promise<NewBook["sample"] | Finding> {
  const names = books.samples();
  if (name === null) return [];
  if (names.includes(name)) return books.sample(name, language);
  return badStep(`sample ${name}`, nearest(name, names) ?? names.join(", "));
}

async function filled(session: Session, book: OpenBook, how: NewBook): Promise<Checked<object | null>> {
  session.moments.restart();
  const answer = await newBook(deskOf(session, book), how);
  if (answer.value !== null) take(session, book);
  return answer;
}

function take(session: Session, book: OpenBook): void {
  session.book = book;
  session.changed = true;
}

async function held(session: Session, book: OpenBook): Promise<Checked<object>> {
  session.moments.restart();
  take(session, book);
  const outlines = await book.workbook.tables();
  return { value: { tables: outlines.map(({ name }) => name) }, findings: [] };
}

async function save(session: Session, options: Options): Promise<Checked<object | null>> {
  const { book } = session;
  if (book === null) return { value: null, findings: [badStep("BOOK", null, "book")] };
  const to = options.textOrNull("path") ?? book.path;
  if (to === null) return { value: null, findings: [badStep("path", null, "given")] };
  const wrong = to === book.path ? [] : badTarget(session, to, true);
  if (wrong.length > 0) return { value: null, findings: wrong };
  await saveBook(session, book, to);
  if (to === book.path) session.changed = false;
  return { value: { path: to }, findings: [] };
}

async function convert(session: Session, options: Options): Promise<Checked<object | null>> {
  if (session.book === null) return { value: null, findings: [badStep("BOOK", null, "book")] };
  const to = options.text("path");
  const wrong = badTarget(session, to, options.flag("force"));
  if (wrong.length > 0) return { value: null, findings: wrong };
  await saveBook(session, session.book, to);
  return { value: {}, findings: [] };
}

async function importFile(session: Session, options: Options): Promise<Checked<object | null>> {
  if (session.book === null) return { value: null, findings: [badStep("BOOK", null, "book")] };
  const rows = await session.surroundings.books.rows(options.text("file"), (name) =>
    isTable(name, options.text("table")),
  );
  return importRows(deskOf(session, session.book), {
    table: options.text("table"),
    rows,
    map: options.map("map"),
    dryRun: options.flag("dryRun"),
  });
}

/** The verbs that reach files. */
export const fileVerbs: readonly Verb[] = [
  {
    verb: "new",
    title: { zh: "新建账簿，可带样例数据", en: "a new book, with a sample's data if named" },
    takes: [
      path,
      { id: "book", kind: "map", title: { zh: "内存账簿的各表", en: "the tables of a book in memory" } },
      { id: "lang", kind: "text", title: { zh: "zh-CN 或 en-US", en: "zh-CN or en-US" } },
      { id: "sample", kind: "text", title: { zh: "样例名", en: "the name of a sample" } },
    ],
    book: "makes",
    perform: makeNew,
  },
  {
    verb: "import",
    title: {
      zh: "把 CSV 或 xlsx 的行导入一张表，已有的不再加",
      en: "rows of a CSV or xlsx file into a table, none twice",
    },
    takes: [
      { id: "table", kind: "text", title: { zh: "表", en: "a table" }, required: true, operand: true },
      {
        id: "file",
        kind: "text",
        title: { zh: "CSV 或 xlsx 文件", en: "a CSV or xlsx file" },
        required: true,
        operand: true,
      },
      {
        id: "map",
        kind: "map",
        title: { zh: "文件的列名=本表的列", en: "header of the file=column of the table" },
      },
      { id: "dryRun", kind: "flag", title: { zh: "只看会怎样", en: "only show what would happen" } },
    ],
    book: "needs",
    perform: importFile,
  },
  {
    verb: "convert",
    title: {
      zh: "转成另一种形式：.xlsx、.json 或 CSV 文件夹",
      en: "into another form: .xlsx, .json or a folder of CSV",
    },
    takes: [{ ...path, required: true }, force],
    book: "needs",
    perform: convert,
  },
  {
    verb: "save",
    title: { zh: "保存账簿（run 的步骤）", en: "save the book (a step of run)" },
    takes: [path],
    book: "needs",
    perform: save,
  },
];
