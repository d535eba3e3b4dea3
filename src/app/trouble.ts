import { type Facts, finding, NOWHERE, type Finding, type Place } from "../domain/kernel/finding";
import type { FindingCode } from "../domain/kernel/finding-codes";
import { titleIn, type Language, type Title } from "../domain/kernel/title";
import { fault } from "../locales/faults";
import { folded, tableNamed } from "../registers/names";
import { WorkbookError, type WorkbookTrouble } from "../workbook/port";

/** The finding of each trouble, and the fact by which it says what it is about; null = none. */
const CODES: Readonly<Record<WorkbookTrouble, readonly [code: FindingCode, fact: string | null]>> = {
  missing: ["TABLE_MISSING", "name"],
  "missing-column": ["HEADER_MISSING", "header"],
  unreadable: ["BOOK_UNREADABLE", "file"],
  encrypted: ["BOOK_ENCRYPTED", "file"],
  unsafe: ["BOOK_UNSAFE_TO_SAVE", "part"],
  "in-the-way": ["CELLS_IN_THE_WAY", "name"],
  "too-large": ["BOOK_TOO_LARGE", "what"],
  protected: ["SHEET_PROTECTED", "sheet"],
  "read-only": ["BOOK_READ_ONLY", null],
  filtered: ["TABLE_FILTERED", "name"],
  busy: ["BOOK_BUSY", null],
  changed: ["ROW_CHANGED", null],
  unsupported: ["HOST_LACKS", "set"],
  "dated-1904": ["BOOK_DATE_SYSTEM", null],
  "odd-answer": ["HOST_FAILED", null],
  interrupted: ["WRITE_INTERRUPTED", "name"],
  "write-failed": ["WRITE_FAILED", "file"],
};

/** What the system and the files room say in codes, in words. */
const WHYS: Readonly<Partial<Record<string, Title>>> = {
  ENOENT: { zh: "没有这个文件或文件夹", en: "there is no such file or folder" },
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "没有权限", en: "permission denied" },
  EROFS: { zh: "磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
  EFBIG: { zh: "文件超过允许的大小", en: "the file would be larger than allowed" },
  EBUSY: { zh: "文件被其他程序占用", en: "another program holds the file" },
  EISDIR: { zh: "这是文件夹，不是文件", en: "this is a folder, not a file" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "a part of the path is no folder" },
  EEXIST: { zh: "旁边的同名 .new 文件夹挡住了", en: "a folder of that name ending in .new is in the way" },
  ENOTEMPTY: { zh: "旁边的同名 .old 文件夹挡住了", en: "a folder of that name ending in .old is in the way" },
  NO_CSV: {
    zh: "这个文件夹里没有账簿的 CSV 文件",
    en: "there are files in this folder, but no CSV files of a book",
  },
  NO_TABLE: { zh: "文件里没有表格", en: "there is no table in the file" },
  NOT_KEPT: { zh: "写入的内容没有留下", en: "what was written did not stay" },
  changed: { zh: "同时有人改动了这些行", en: "somebody else changed the rows meanwhile" },
  "too-large": { zh: "内容太多", en: "too much at once" },
  CHANGED: {
    zh: "打开之后有人改动了它，为免覆盖没有保存",
    en: "somebody changed it since it was opened, so it was not written over",
  },
};

function textOf(cause: unknown, key: "code" | "matter"): string | null {
  if (!(cause instanceof Error) || !(key in cause)) return null;
  const text: unknown = Reflect.get(cause, key);
  return typeof text === "string" ? text : null;
}

function faultPlaceOf(cause: Error): object {
  const place: unknown = Reflect.get(cause, "place");
  return typeof place === "object" && place !== null ? place : {};
}

function whyOf(cause: unknown, language: Language): string {
  if (!(cause instanceof Error)) return "";
  const code = textOf(cause, "code") ?? cause.message;
  const why = WHYS[code];
  if (why !== undefined) return titleIn(language, why);
  const matter = textOf(cause, "matter");
  return matter === null ? cause.message : fault(language, matter, faultPlaceOf(cause));
}

/**
 * The code by which the workbook says what stopped it: the same in every language, while its own sentence is
 * in one of its own. Of a trouble within a trouble it is the inmost.
 */
function codeOf(cause: unknown, language: Language): string {
  if (cause instanceof WorkbookError && cause.cause !== undefined) return codeOf(cause.cause, language);
  const message = cause instanceof Error ? cause.message : "";
  const code = cause instanceof WorkbookError ? cause.trouble : (textOf(cause, "code") ?? message);
  const why = WHYS[code];
  return why === undefined ? code : titleIn(language, why);
}

/**
 * What the sheet of a table of the book is called, in the language that the workbook has it in; a user's own
 * table or sheet by its own name.
 */
function shownName(name: string, language: Language): string {
  const table = tableNamed(name);
  if (table === null) return name;
  const titles = [table.title.zh, table.title.en];
  return titles.find((title) => folded(title) === folded(name)) ?? titleIn(language, table.title);
}

/** Names that are told one behind the other. */
function listed(what: string, language: Language): string {
  const names = what.split(", ").map((name) => shownName(name, language));
  return names.join(language === "zh-CN" ? "、" : ", ");
}

/**
 * The finding that says why the workbook cannot be read or written now; null for anything else, which is a
 * defect. Facts: what it is about and, where that says more, why.
 */
export function bookTrouble(thrown: unknown, language: Language): Finding | null {
  if (!(thrown instanceof WorkbookError)) return null;
  const [code] = CODES[thrown.trouble];
  const place = thrown.trouble === "changed" ? placeOfRows(thrown) : NOWHERE;
  return finding(code, place, factsOf(thrown, language));
}

/** Troubles that say nothing but at which tables. */
const NAMES_TABLES: ReadonlySet<WorkbookTrouble> = new Set(["too-large", "filtered"]);

function factsOf(thrown: WorkbookError, language: Language): Facts {
  const { trouble, what, cause, at } = thrown;
  const [, fact] = CODES[trouble];
  if (trouble === "changed") return { rows: rowNumbers(thrown) };
  if (trouble === "odd-answer") return { code: codeOf(cause, language) };
  if (trouble === "interrupted") return { name: listed(what, language), why: codeOf(cause, language) };
  if (trouble === "in-the-way") return { name: listed(what, language), at };
  if (fact !== null && NAMES_TABLES.has(trouble)) return { [fact]: listed(what, language) };
  return reasonedFacts(thrown, whyOf(cause, language));
}

function reasonedFacts({ trouble, what }: WorkbookError, why: string): Facts {
  const [code, fact] = CODES[trouble];
  if (trouble === "unsafe") return { part: why === "" ? what : why };
  return { ...(fact === null ? {} : { [fact]: what }), ...reasonOf(code, why) };
}

function reasonOf(code: FindingCode, why: string): Facts {
  if (code === "TABLE_MISSING" || code === "HEADER_MISSING") return { nearest: null };
  return ["BOOK_UNREADABLE", "WRITE_FAILED"].includes(code) ? { why } : {};
}

/** The table by its id and the first of its rows, so that it can be gone to. */
function placeOfRows({ what, rows }: WorkbookError): Place {
  return { ...NOWHERE, table: tableNamed(what)?.id ?? null, row: rows.length === 0 ? 0 : rows[0] + 1 };
}

const MOST_ROWS = 5;

function rowNumbers({ rows }: WorkbookError): string {
  const told = rows.slice(0, MOST_ROWS).map((row) => String(row + 1));
  return told.join(", ") + (rows.length > MOST_ROWS ? " …" : "");
}
