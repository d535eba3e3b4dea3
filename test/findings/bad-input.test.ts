import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/domain/kernel/title";
import { fromTables } from "../../src/engine/json-book";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { little, receipt, type Said, taizhang, testFolder, type Told } from "../cli/terminal";
import { smallestWorkbook, written } from "./file-case";

const folder = testFolder();
const languages: readonly Language[] = ["zh-CN", "en-US"];
const TRACE = /\n\s+at |node:internal|Error:/;

function said(language: Language, words: readonly string[], input = ""): Said {
  return taizhang(words, { input, env: { LANG: `${language.replace("-", "_")}.UTF-8` } });
}

function bookIn(language: Language, tables: object = {}): string {
  const settings = [{ key: "language", value: language }];
  return JSON.stringify({ ...little, settings, ...tables });
}

/** Runs a verb in the words a person sees and as JSON; the book must be the same bytes after both. */
function refused(
  language: Language,
  book: string,
  words: readonly string[],
): { readonly exit: number | null; readonly told: string } {
  const [verb, ...rest] = words;
  const before = existsSync(book) ? readFileSync(book) : null;
  const plain = said(language, [verb, book, ...rest]);
  const json = said(language, [verb, book, ...rest, "--json"]);
  if (before !== null) expect(readFileSync(book)).toEqual(before);
  expect(plain.err).not.toMatch(TRACE);
  expect(json.err).toBe("");
  expect(json.code).toBe(plain.code);
  const messages = (JSON.parse(json.out) as Told).findings.map(({ message }) => message);
  expect(plain.out + plain.err).toContain(messages[0]);
  return { exit: plain.code, told: messages.join("\n") };
}

const enter = (row: object): readonly string[] => [
  "enter",
  "purchases",
  JSON.stringify([{ ...receipt, ...row }]),
];

describe.each(languages)("a wrong cell in a book in %s", (language) => {
  const at = (name: string): string => written(folder, `${name}-${language}.json`, bookIn(language));
  const [items, day, decimals, most, number] =
    language === "zh-CN"
      ? ["商品编码", "不是日期", "最多 2 位小数", "超出范围", "不是数字"]
      : ["Item code", "is not a date", "at most 2 are allowed", "is out of range", "is not a number"];

  it.each([
    ["a code that is not there, with the nearest", { item: "blot" }, ["blot", "bolt", items]],
    ["a text that is no date", { date: "30 February" }, ["30 February", day]],
    ["a day that is in no calendar", { date: "2026-02-30" }, ["2026-02-30", day]],
    ["more decimals than money has", { paid: 1.005 }, ["1.005", decimals]],
    ["31 digits", { qty: "1".repeat(31) }, ["1".repeat(31), most]],
    ["31 digits as a number", { qty: 1e30 }, ["1e+30", most]],
    ["words for a number", { qty: "ten" }, ["ten", number]],
  ])("is refused and named where it is: %s", (_, row, words) => {
    const { exit, told } = refused(language, at("cell"), enter(row));
    expect(exit).toBe(1);
    expect(told.split("\n")).toHaveLength(1);
    for (const word of words) expect(told).toContain(word);
  });

  it("is named where it shows an error, in a workbook and in a file to import", () => {
    const row = fromTables({ purchases: [{ ...receipt, draft: "1", qty: null }] });
    const workbook = fromTables(
      JSON.parse(
        bookIn(language, {
          purchases: [{ ...receipt, draft: "1" }],
          sales: [{ type: null }],
          stock: [{ type: null }],
          payments: [{ type: null }],
        }),
      ),
    );
    for (const engine of [row, workbook]) {
      const table = engine.table("purchases");
      table?.sheet.write(1, table.headers.indexOf("qty"), { error: "#N/A" });
    }
    const book = written(folder, `error-${language}.xlsx`, saveXlsx(workbook));
    expect(refused(language, book, ["check"])).toMatchObject({
      exit: 1,
      told: expect.stringContaining("#N/A") as string,
    });
    const rows = written(folder, `error-rows-${language}.xlsx`, saveXlsx(row));
    expect(refused(language, at("import"), ["import", "purchases", rows])).toMatchObject({
      exit: 1,
      told: expect.stringContaining("#N/A") as string,
    });
  });
});

describe.each(languages)("a file that is no book, spoken of in %s", (language) => {
  const why =
    language === "zh-CN"
      ? { empty: "文件是空的", json: "JSON", none: "没有这个文件" }
      : { empty: "the file is empty", json: "JSON", none: "no such file" };

  it.each([
    ["nothing.xlsx", "", why.empty],
    ["nothing.json", "", why.empty],
    ["half.json", '{"items": [', why.json],
    ["text.xlsx", "item,qty\n", ".xlsx"],
  ])("%s is refused with exit 3 and stays as it is", (name, content, word) => {
    const file = written(folder, `${language}-${name}`, content);
    for (const verb of [["post"], enter({})]) {
      const { exit, told } = refused(language, file, verb);
      expect(exit).toBe(3);
      expect(told).toContain(file);
      expect(told).toContain(language === "en-US" && word === ".xlsx" ? "ZIP" : word);
    }
  });

  it("is not made where there is none", () => {
    const { exit, told } = refused(language, `${folder}/none.json`, ["check"]);
    expect(exit).toBe(3);
    expect(told).toContain(why.none);
    expect(existsSync(`${folder}/none.json`)).toBe(false);
  });
});

describe.each(languages)("a folder without a book in %s", (language) => {
  it("is refused, since its files are no tables", () => {
    const strange = path.join(folder, `strange-${language}`);
    mkdirSync(strange);
    written(strange, "letter.txt", "Dear Sir");
    const { code, out, err } = said(language, ["check", strange]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("CSV");
  });
});

describe.each(languages)("an empty book in %s", (language) => {
  const verbs = [["check"], ["post"], ["verify"], ["report", "stock-on-hand"], ["table", "items"]];

  it.each(verbs)("has nothing wrong with it: %s %s", (...words) => {
    const [verb, ...rest] = words;
    for (const [name, content] of [
      ["empty.json", "{}\n"],
      ["empty.xlsx", smallestWorkbook(language)],
    ] as const) {
      const file = written(folder, `${language}-${name}`, content);
      expect(said(language, [verb, file, ...rest])).toMatchObject({ code: 0, err: "" });
      expect(readFileSync(file)).toEqual(Buffer.from(content));
    }
  });
});

describe.each(languages)("a request that makes no sense, in %s", (language) => {
  const book = written(folder, `sense-${language}.json`, bookIn(language));
  const before = readFileSync(book, "utf8");

  it.each([
    [["chek", book], "check"],
    [["report", book, "stock-in-hand"], "stock-on-hand"],
    [["table", book, "itms"], "items"],
    [["post", book, "--onyl", "x"], "--only"],
    [["enter", book, "items", '[{"code":'], "rows"],
    [["report", book, "stock-on-hand", "--param", "asof=2026-01-01"], "asOf"],
  ])("is told on one line with what may have been meant, exit 2: %j", (words, meant) => {
    const { code, out, err } = said(language, words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(meant);
    expect(readFileSync(book, "utf8")).toBe(before);
  });

  it.each([
    '{"verb":"psot"}',
    '{"verb":',
    "[]",
    "null",
    '{"verb":"enter","table":"items","rows":7}',
    '{"verb":7}',
  ])("is told of as a step and the run goes on: %s", (step) => {
    const { code, out, err } = said(
      language,
      ["run", book, "-"],
      `${step}\n{"verb":"table","table":"items"}\n`,
    );
    const [wrong, right] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Told);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(wrong).toMatchObject({ ok: false, findings: [{ code: "BAD_STEP" }] });
    expect(right).toMatchObject({ ok: true, step: 2 });
    expect(readFileSync(book, "utf8")).toBe(before);
  });
});
