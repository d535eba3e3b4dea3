import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { little, receipt, run, taizhang, testFolder, verb } from "./terminal";

const folder = testFolder();
const at = (name: string): string => path.join(folder, name);
const forms = ["book.xlsx", "book.json", "book"];

/** A form that writes no blanks does not say which columns are blank. */
const withoutBlanks = (row: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

describe.each(forms)("a new book at %s", (name) => {
  const book = at(`new-${name}`);

  it("has every table, and takes rows, checks and posts", () => {
    const made = verb("new", book, "--lang", "en-US");
    expect(made).toMatchObject({ code: 0, told: { ok: true } });
    expect(made.told.tables).toEqual(expect.arrayContaining(["purchases", "payments", "items", "settings"]));
    const { items, warehouses, partners } = little;
    const rows = Object.entries({ items, warehouses, partners });
    const masters = rows.map(([table, given]) => ({ verb: "enter", table, rows: given }));
    expect(run(masters, book).code).toBe(0);
    expect(verb("enter", book, "purchases", JSON.stringify([receipt])).code).toBe(0);
    expect(verb("check", book)).toMatchObject({ code: 0, told: { findings: [] } });
    const posted = { posted: [{ number: "RK-20260105-0001" }] };
    expect(verb("post", book, "--user", "lin")).toMatchObject({ code: 0, told: posted });
    const asked = [
      { verb: "table", table: "purchases" },
      { verb: "report", code: "stock-on-hand" },
      { verb: "verify" },
    ];
    const { code, told } = run(asked, book);
    expect(code).toBe(0);
    expect(told[0].rows).toMatchObject([
      { type: "RK", date: "2026-01-05", qty: 10, price: 2.5, total: 25, postedBy: "lin" },
    ]);
    expect(told[1].rows).toMatchObject([{ item: "bolt", qty: 10, value: 25 }]);
  });

  it("is not written over by another new one", () => {
    const { code, told } = verb("new", book);
    expect([code, told.findings[0].code]).toEqual([2, "BAD_STEP"]);
    expect(verb("table", book, "purchases").told.rows).toHaveLength(1);
  });

  it("stays as it is where the result goes elsewhere", () => {
    const before = verb("table", book, "partners").told;
    const out = at(`out-${name}`);
    expect(verb("enter", book, "partners", '[{"code":"P2"}]', "--out", out).code).toBe(0);
    expect(verb("table", book, "partners").told).toEqual(before);
    expect(verb("table", out, "partners").told.rows).toHaveLength(2);
  });

  it.each(forms.filter((form) => form !== name))("says the same as %s", (other) => {
    const target = at(`from-${name}-to-${other}`);
    const tables = ["purchases", "items", "settings"].map((table) => ({ verb: "table", table }));
    const shown = (path: string, ...more: readonly object[]): unknown => {
      const { code, told } = run([...tables, ...more], path);
      expect(code).toBe(0);
      return told.slice(0, 3).map(({ rows }) => rows.map(withoutBlanks));
    };
    const figures = shown(book, { verb: "convert", path: target });
    expect(shown(target)).toEqual(figures);
  });
});

describe("a folder of CSV in a person's words", () => {
  const words = at("words");
  mkdirSync(words);
  writeFileSync(path.join(words, "items.csv"), "商品编码,商品名称,颜色\n007,螺丝,红\n");
  writeFileSync(
    path.join(words, "purchases.csv"),
    "单据类型,日期,商品编码,数量\n采购入库,2026/1/5,007,１０\n",
  );

  it("becomes JSON under the columns' ids, with ISO days, codes and numbers, own columns as they are", () => {
    expect(verb("convert", words, at("words.json")).code).toBe(0);
    const book = JSON.parse(readFileSync(at("words.json"), "utf8")) as Record<string, object[]>;
    expect(book["items"]).toMatchObject([{ code: "007", name: "螺丝", 颜色: "红" }]);
    expect(book["purchases"]).toMatchObject([{ type: "RK", date: "2026-01-05", item: "007", qty: 10 }]);
  });

  it("keeps its own headers as another folder of CSV", () => {
    expect(verb("convert", words, at("words-2")).code).toBe(0);
    const read = (folder: string): string => readFileSync(path.join(folder, "purchases.csv"), "utf8");
    expect(read(at("words-2")).replaceAll("\r", "")).toBe(read(words));
  });
});

describe("a sample", () => {
  it("is there in both languages with the same figures", () => {
    const [zh, en] = ["zh-CN", "en-US"].map((lang) => {
      const book = at(`sample-${lang}.json`);
      expect(verb("new", book, "--lang", lang, "--sample", "hardware-store").code).toBe(0);
      return verb("table", book, "purchases").told.rows.map(({ rowId, qty, price }) => [rowId, qty, price]);
    });
    expect(zh.length).toBeGreaterThan(10);
    expect(en).toEqual(zh);
  });

  it("that is not there is named with the nearest", () => {
    const { code, told } = verb("new", at("no.json"), "--sample", "hardware-shop");
    expect([code, told.findings[0].facts["nearest"]]).toEqual([2, "hardware-store"]);
    expect(existsSync(at("no.json"))).toBe(false);
  });
});

describe("a book that cannot be read", () => {
  const made: Readonly<Record<string, (file: string) => void>> = {
    "is not there": () => undefined,
    "is empty, as .xlsx": (file) => writeFileSync(file, ""),
    "is cut off": (file) => writeFileSync(file, readFileSync(at("new-book.xlsx")).subarray(0, 3000)),
    "is encrypted or an old workbook": (file) =>
      writeFileSync(file, Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex")),
  };

  it.each(Object.entries(made))("since it %s, ends with 3 and says why", (what, make) => {
    const file = at(`${what.replace(/\W/g, "-")}.xlsx`);
    make(file);
    const { code, told } = verb("check", file);
    expect(code).toBe(3);
    expect(told.findings[0].code).toMatch(/^BOOK_(UNREADABLE|ENCRYPTED)$/);
    expect(told.findings[0].message).toContain(file);
    expect(taizhang(["check", file]).err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["", "empty"],
    ["{", "half"],
    ["[]", "a list"],
    ['{"items":5}', "a figure"],
    ['{"items":[{"code":{}}]}', "nested"],
  ])("as JSON %j (%s) ends with 3", (text, what) => {
    const file = at(`${what.replace(" ", "-")}.json`);
    writeFileSync(file, text);
    expect(verb("check", file)).toMatchObject({
      code: 3,
      told: { ok: false, findings: [{ code: "BOOK_UNREADABLE" }] },
    });
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("as CSV that is not UTF-8 or has more cells than headers ends with 3 and names the file", () => {
    mkdirSync(at("gbk"));
    writeFileSync(at("gbk/items.csv"), Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x0a, 0xff, 0xff]));
    expect(verb("check", at("gbk")).told.findings[0].message).toContain("items.csv");
    writeFileSync(at("gbk/items.csv"), "code\na,b\n");
    expect(verb("check", at("gbk"))).toMatchObject({ code: 3 });
  });

  it("is told where it is broken, in one language throughout", () => {
    writeFileSync(at("broken.json"), '{"items":[\n{"code":"a"},\n{"code" "b"}]}');
    const zh = verb("check", at("broken.json"), "--lang", "zh-CN").told.findings[0].message;
    expect(zh.replace(at("broken.json"), "")).toMatch(/^[^a-z]*$/);
    mkdirSync(at("wide"));
    writeFileSync(at("wide/items.csv"), "code\na,b\n");
    const told = (lang: string): unknown =>
      verb("check", at("wide"), "--lang", lang).told.findings[0].facts["why"];
    expect(told("zh-CN")).toBe("items.csv，第 2 行：单元格比列名多");
    expect(told("en-US")).toBe("items.csv, row 2: more cells than headers");
  });

  it("is none where its CSV is in GBK: it is read, and written as UTF-8 that Excel knows", () => {
    mkdirSync(at("chinese"));
    const gbk = Buffer.concat([Buffer.from("code,name\nx,"), Buffer.from([0xc2, 0xdd, 0xcb, 0xbf, 0x0a])]);
    writeFileSync(at("chinese/items.csv"), gbk);
    expect(verb("table", at("chinese"), "items").told.rows).toMatchObject([{ name: "螺丝" }]);
    expect(readFileSync(at("chinese/items.csv"))).toEqual(gbk);
    expect(verb("enter", at("chinese"), "items", '[{"code":"y"}]').code).toBe(0);
    expect(readFileSync(at("chinese/items.csv"), "utf8")).toBe("\uFEFFcode,name\nx,螺丝\ny,\n");
  });

  it("lacks a table, as a workbook", () => {
    const file = at("lacks.xlsx");
    writeFileSync(at("lacks.json"), JSON.stringify({ 我的: [{ a: 1 }] }));
    expect(verb("convert", at("lacks.json"), file).code).toBe(0);
    expect(verb("table", file, "我的").told.rows).toEqual([{ a: 1 }]);
  });
});

describe("a run", () => {
  it("of steps that are not there ends with 3", () => {
    const { code, err } = taizhang(["run", at("nowhere.jsonl")]);
    expect(code).toBe(3);
    expect(err).toContain("nowhere.jsonl");
  });
});

describe("wrong use", () => {
  it.each([
    [["chek", "b.json"]],
    [["check"]],
    [["check", "b.json", "--jso"]],
    [["table", "b.json"]],
    [["post", "b.json", "--today", "2026-02-30"]],
    [["run"]],
    [["run", "a", "b", "c"]],
    [["new", "b.json", "--lang", "fr-FR"]],
    [["report", "b.json", "stock"]],
  ])("%j ends with 2, with a sentence and no trace", (words) => {
    writeFileSync(at("b.json"), "{}");
    const book = at(words[0] === "new" ? "fresh.json" : "b.json");
    const { code, out, err } = taizhang(words.map((word) => (word === "b.json" ? book : word)));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/无法执行/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("is helped in the language of the machine", () => {
    expect(taizhang(["--help"]).out).toMatch(/用法/);
    expect(taizhang(["--help"], { env: { LANG: "en_US.UTF-8" } }).out).toMatch(/Usage/);
    expect(taizhang(["post", "--help", "--lang", "en-US"]).out).toMatch(/--dry-run/);
    expect(taizhang([]).code).toBe(0);
  });
});

describe("answers in a terminal", () => {
  it("are tables that stand under each other, or CSV that no spreadsheet takes for formulas", () => {
    const file = at("shown.json");
    writeFileSync(
      file,
      JSON.stringify({
        items: [
          { code: "=1+1", name: "五金,螺丝", unit: "个", retailPrice: -1234.5 },
          { code: "b", name: "x" },
        ],
      }),
    );
    const shown = taizhang(["table", file, "items"]).out.split("\n");
    expect(shown[0]).toBe("商品编码  商品名称   基本单位    零售价");
    expect(shown[2]).toBe("=1+1      五金,螺丝  个        -1,234.5");
    expect(taizhang(["table", file, "items", "--format", "csv"]).out).toBe(
      'code,name,unit,retailPrice\r\n\'=1+1,"五金,螺丝",个,-1234.5\r\nb,x,,\r\n',
    );
  });

  it("of findings are sentences on the error stream, with exit code 1", () => {
    const file = at("wrong.json");
    writeFileSync(file, JSON.stringify({ ...little, purchases: [{ ...receipt, item: "blot" }] }));
    const { code, err } = taizhang(["check", file]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Purchases, row 1, Item code: /);
  });

  it("of a run are saved at its end, or by a step, where something changed", () => {
    const file = at("run.json");
    writeFileSync(file, JSON.stringify(little));
    const enter = { verb: "enter", table: "purchases", rows: [receipt] };
    expect(run([{ verb: "check" }], file).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(JSON.stringify(little));
    expect(run([enter, { verb: "save", path: at("run-copy.xlsx") }], file).code).toBe(0);
    for (const saved of [file, at("run-copy.xlsx")])
      expect(verb("table", saved, "purchases").told.rows).toHaveLength(1);
  });
});
