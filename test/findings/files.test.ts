import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../src/domain/kernel/title";
import { type Said, taizhang, testFolder, type Told } from "../cli/terminal";
import { fileCases, smallestWorkbook, written } from "./file-case";

const folder = testFolder();
const languages: readonly Language[] = ["zh-CN", "en-US"];
const cases = fileCases.flatMap(([code, of]) => languages.map((language) => ({ code, of, language })));

function said(words: readonly string[], language: Language): Said {
  return taizhang(words, { env: { LANG: `${language.replace("-", "_")}.UTF-8` } });
}

describe.each(cases)("$code in a workbook in $language", ({ code, of, language }) => {
  const name = `${code}-${language}.xlsx`;
  const at = (): string => written(folder, name, of.file(language));

  it("stops the verb with exit 3, is found alone, at its place, with its facts, in a whole sentence", () => {
    const book = at();
    const { code: exit, out, err } = said([...of.asked(book), "--json"], language);
    expect({ exit, err }).toEqual({ exit: 3, err: "" });
    const { findings } = JSON.parse(out) as Told;
    const facts = of.facts(language, book);
    expect(findings).toMatchObject([{ code, severity: "error", row: 0, ...of.place }]);
    expect(findings[0].facts).toMatchObject(facts);
    for (const fact of Object.values(facts)) expect(findings[0].message).toContain(fact);
    expect(findings[0].message).not.toMatch(/undefined|null|NaN|—/);
  });

  it("is told on stderr without a stack trace, and leaves the file as it was", () => {
    const book = at();
    const { out, err } = said(of.asked(book), language);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*:\d+|Error:|node:/);
    expect(readFileSync(book)).toEqual(Buffer.from(of.file(language)));
  });
});

describe.each(languages)("the smallest workbook in %s", (language) => {
  it("is a book: nothing is found in it, and it can be entered into", () => {
    const book = written(folder, `whole-${language}.xlsx`, smallestWorkbook(language));
    expect(said(["check", book], language)).toMatchObject({ code: 0, err: "" });
    expect(said(["enter", book, "items", '[{"code":"bolt"}]'], language)).toMatchObject({ code: 0, err: "" });
    expect(path.extname(book)).toBe(".xlsx");
  });
});
