import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { little, lines, receipt, taizhang, testFolder, verb } from "./terminal";

const folder = testFolder();
const at = (name: string): string => path.join(folder, name);
const jsonBook = (name: string): string => {
  writeFileSync(at(name), JSON.stringify({ ...little, purchases: [receipt] }));
  return at(name);
};
const expected = (...words: readonly string[]): unknown => {
  const { code, told } = verb(...words);
  return [code, told.findings[0]?.facts["expected"]];
};

describe("the place for a book", () => {
  const book = jsonBook("book.json");

  it.each(["new.xlsm", "new.xls", "new.txt", "new.csv"])("is not %s, which is no form of book", (name) => {
    for (const words of [
      ["new", at(name)],
      ["convert", book, at(name)],
      ["check", book, "--out", at(name)],
    ]) {
      expect(expected(...words)).toEqual([2, "form"]);
    }
    expect(existsSync(at(name))).toBe(false);
  });

  it("is never one where something else stands", () => {
    writeFileSync(at("letter.json"), '"Dear Lin"');
    mkdirSync(at("photos"));
    writeFileSync(at("photos/1.jpg"), "");
    for (const name of ["letter.json", "photos"]) {
      expect(expected("check", book, "--out", at(name), "--force")).toEqual([2, "noBook"]);
      expect(expected("convert", book, at(name), "--force")).toEqual([2, "noBook"]);
      expect(expected("new", at(name))).toEqual([2, "noBook"]);
    }
    expect(readFileSync(at("letter.json"), "utf8")).toBe('"Dear Lin"');
  });

  it("is another book's only where that is asked for", () => {
    const other = jsonBook("other.json");
    const before = readFileSync(other, "utf8");
    const enter = ["enter", book, "partners", '[{"code":"P2"}]', "--out", other];
    expect(expected(...enter)).toEqual([2, "fresh"]);
    expect(expected("convert", book, other)).toEqual([2, "fresh"]);
    expect(readFileSync(other, "utf8")).toBe(before);
    expect(verb(...enter, "--force").code).toBe(0);
    expect(verb("table", other, "partners").told.rows).toHaveLength(2);
    expect(verb("convert", book, other, "--force").code).toBe(0);
    expect(verb("table", other, "partners").told.rows).toHaveLength(1);
  });

  it("is asked for in both languages", () => {
    const said = taizhang(["convert", book, at("b.txt"), "--lang", "en-US"]).err;
    expect(said).toMatch(/\.xlsx file, a \.json file, or a folder/);
  });
});

describe("a format that no answer has", () => {
  it("is refused with those there are", () => {
    const { code, err } = taizhang(["table", jsonBook("f.json"), "items", "--format", "xml"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/table、csv 或 json/)]);
  });
});

describe("steps", () => {
  it("are asked for where only a book is given", () => {
    for (const words of [[jsonBook("alone.json")], ["nowhere.xlsx"]]) {
      const { code, err } = taizhang(["run", ...words, "--lang", "en-US"]);
      expect([code, err]).toEqual([2, expect.stringMatching(/is a book, not steps|a book, not steps/)]);
    }
  });

  it("may begin with a byte order mark", () => {
    const steps = `\uFEFF${lines([{ verb: "table", table: "items" }])}`;
    expect(taizhang(["run", jsonBook("bom.json"), "-"], { input: steps }).code).toBe(0);
  });
});

const isRoot = process.getuid?.() === 0;

describe("a book that may only be read", () => {
  it(`is checked all the same${isRoot ? "" : " (skipped: only root can become somebody else)"}`, () => {
    if (!isRoot) return;
    const file = at("read-only.json");
    writeFileSync(file, JSON.stringify({ ...little, purchases: [receipt, { ...receipt, item: "blot" }] }));
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    const before = readFileSync(file, "utf8");
    const { code, out } = taizhang(["check", file, "--json"], { uid: 65534 });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      findings: [{ code: "UNKNOWN_CODE" }, { code: "WRITE_FAILED", severity: "warning" }],
    });
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});
