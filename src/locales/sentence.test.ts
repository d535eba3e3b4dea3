import { readFileSync } from "node:fs";
import { join } from "node:path";
import { finding, NOWHERE, type Facts } from "../domain/kernel/finding";
import { FINDING_CODES, type FindingCode } from "../domain/kernel/finding-codes";
import type { Language } from "../domain/kernel/title";
import { sentence } from "./sentence";
import { tellings } from "./tellings";
import type { PlaceNames } from "./telling";

const languages: readonly Language[] = ["zh-CN", "en-US"];
const codes = Object.keys(FINDING_CODES).filter((code): code is FindingCode => code in FINDING_CODES);
const names: PlaceNames = {
  table: (id) => `表${id}`,
  column: (_table, id) => `列${id}`,
  row: (_table, row) => row,
};

/**
 * The facts that the comment before each code names: words parted by commas, up to a colon or a full stop.
 */
function documentedFacts(): ReadonlyMap<string, readonly string[]> {
  const lists = ["workbook", "entry", "posted"].map((list) => `../domain/kernel/${list}-codes.ts`);
  const source = lists.map((list) => readFileSync(join(__dirname, list), "utf8")).join("\n");
  const entries = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*([A-Z_]{4,}):/g);
  return new Map(
    [...entries].map(([, comment = "", code = ""]) => {
      const text = comment.replace(/\s*\n\s*\*\s*/g, " ").trim();
      const head = /^[a-z][A-Za-z]*(?:, [a-z][A-Za-z]*)*(?=[:.])/.exec(text)?.[0] ?? "";
      return [code, head === "" ? [] : head.split(", ")];
    }),
  );
}

const facts = documentedFacts();

describe.each(languages)("a finding told in %s", (language) => {
  it.each([null, "", "void", "a reason nobody knows"])(
    "has no gap where a reference's reason is %j",
    (why) => {
      const text = sentence(
        tellings[language],
        finding("UNKNOWN_REF", NOWHERE, { value: "CK-1", why }),
        names,
      );
      expect(text).not.toMatch(/ {2}/);
      expect(text).not.toMatch(/\.[A-Z]/);
    },
  );

  it("names the draft that a reference means and that is refused, and nothing else", () => {
    const facts = { value: "r1", why: "refused", refusedTable: "sales", refusedRow: 7 };
    const text = sentence(tellings[language], finding("UNKNOWN_REF", NOWHERE, facts), names);
    expect(text).toMatch(/r1.*表sales.*7/);
    expect(text.length).toBeLessThan(100);
  });

  const closed = { date: "2024-05-02", limit: "2024-06-01", period: "2024-05" };
  const moved = { ...closed, restated: "RK-9", restatedTable: "purchases", restatedRow: 4 };

  it.each([
    ["a draft", closed, /(请改日期|Change the date)/],
    ["what is posted in it", { ...closed, number: "CF-1" }, /(红冲 CF-1|Reverse CF-1).*reopen/],
    [
      "what restates it",
      { ...moved, number: "CF-1" },
      /RK-9.*表purchases.*4.*(红冲 CF-1|Reverse CF-1).*reopen/,
    ],
    ["an order that is finished", { ...moved, number: null }, /RK-9.*表purchases.*4.*reopen/],
  ])("says of a closed day the way out of %s", (_, told, expected) => {
    const text = sentence(tellings[language], finding("PERIOD_CLOSED", NOWHERE, told), names);
    expect(text).toMatch(expected);
    expect(text).toMatch(/2024-05-02.*2024-06-01/);
    expect(text).not.toContain("—");
  });

  it("says what is open of a counter sale without a partner, and what lies there of who is overdue", () => {
    const part = finding("REQUIRED", NOWHERE, { total: 10.17, paid: 9, owed: 1.17 });
    expect(sentence(tellings[language], part, names)).toMatch(/10\.17.* 9[ ，].* 1\.17.*10\.17/);
    const late = { partner: "C", number: "CK-1", due: "2026-01-02", days: 121, open: 9, credits: 451 };
    expect(sentence(tellings[language], finding("OVERDUE", NOWHERE, late), names)).toMatch(
      /451.*(核销|match)/,
    );
  });

  it("names a debt that is still a draft by its row", () => {
    const facts = { partner: "C", draftTable: "sales", draftRow: 7, due: "2026-01-02", days: 121, open: 9 };
    const text = sentence(tellings[language], finding("OVERDUE", NOWHERE, facts), names);
    expect(text).toMatch(/表sales.*7/);
    expect(text).not.toContain("—");
  });

  it("says of an allocation below nothing that it takes back, not that it settles too much", () => {
    const told = (amount: number): string =>
      sentence(
        tellings[language],
        finding("OVER_SETTLED", NOWHERE, { amount, left: 0, against: "CK-1" }),
        names,
      );
    expect(told(-1)).toMatch(/撤销|takes back/);
    expect(told(1)).not.toMatch(/撤销|takes back/);
  });

  it("says that a unit may be there with a ratio that cannot be used", () => {
    const told = (register: string): string => {
      const facts = { value: "box", register, nearest: null };
      return sentence(tellings[language], finding("UNKNOWN_CODE", NOWHERE, facts), names);
    };
    expect(told("units")).toMatch(/分母|denominator/);
    expect(told("items")).not.toMatch(/分母|denominator/);
  });

  it.each(codes)("%s says every fact that it carries", (code) => {
    const carried = facts.get(code) ?? [];
    const given: Facts = Object.fromEntries(carried.map((fact, i) => [fact, `${fact}#${String(i)}`]));
    const text = sentence(tellings[language], finding(code, NOWHERE, given), names);
    for (const [i, fact] of carried.entries()) expect(text).toContain(`${fact}#${String(i)}`);
    expect(text).not.toMatch(/—/);
    expect(text.length).toBeGreaterThan(12);
  });

  it.each(codes)("%s is whole where facts are not known", (code) => {
    const carried = facts.get(code) ?? [];
    const blank: Facts = Object.fromEntries(carried.map((fact) => [fact, null]));
    for (const given of [{}, blank]) {
      const text = sentence(tellings[language], finding(code, NOWHERE, given), names);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{4,}_/);
      expect(text.trim()).toMatch(/[。.？?]$/);
    }
  });

  it("has a sentence of its own for each code", () => {
    const texts = codes.map((code) => sentence(tellings[language], finding(code, NOWHERE), names));
    expect(new Set(texts).size).toBe(codes.length);
  });
});

describe("the place in a sentence", () => {
  const place = { table: "sales", row: 3, rowId: null, column: "qty" };
  const short = {
    item: "A-1002",
    warehouse: "W1",
    batch: null,
    date: "2024-05-06",
    qty: 12,
    onHand: 7,
    short: 5,
  };

  it("is named by table, row and header, in either language", () => {
    expect(sentence(tellings["zh-CN"], finding("STOCK_SHORT", place, short), names)).toBe(
      "表sales 第3行「列qty」：A-1002 从 W1 出库 12，2024-05-06 可用仅 7，缺 5。可：减少数量、改日期、换仓库，或先入库。",
    );
    expect(sentence(tellings["en-US"], finding("NOT_A_DATE", place, { value: "x" }), names)).toBe(
      '表sales, row 3, 列qty: "x" is not a date. Write it like 2026-01-05.',
    );
  });

  it("is the table alone where no row is meant, and falls back on ids", () => {
    const nameless: PlaceNames = { table: () => null, column: () => null, row: (_table, row) => row };
    const missing = finding("TABLE_MISSING", { ...NOWHERE, table: "items" }, { name: "商品", nearest: null });
    expect(sentence(tellings["en-US"], missing, nameless)).toBe(
      'items: The workbook has no table "商品". Restore the table or give it its name back.',
    );
  });
});

describe("a row in a sentence", () => {
  it("is the one that the sheet shows, its own and those it names", () => {
    const shown: PlaceNames = { ...names, row: (table, row) => row + (table === "sales" ? 9 : 1) };
    const place = { table: "sales", row: 3, rowId: null, column: "rowId" };
    const twice = finding("DUPLICATE_ROW_ID", place, { value: "R", firstTable: "stock", firstRow: 5 });
    expect(sentence(tellings["en-US"], twice, shown)).toMatch(
      /^表sales, row 12, .* stands in "表stock", row 6,/,
    );
    const key = finding("DUPLICATE_KEY", place, { value: "R", firstRow: 2 });
    expect(sentence(tellings["zh-CN"], key, shown)).toContain("第11行");
  });
});

describe("the list of codes", () => {
  it("has documented facts for the codes that carry figures", () => {
    expect(facts.get("STOCK_SHORT")).toEqual([
      "item",
      "warehouse",
      "batch",
      "date",
      "qty",
      "onHand",
      "short",
    ]);
    expect([...facts.keys()].sort()).toEqual([...codes].sort());
  });
});
