import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { expectedAmounts, oracleFigures } from "../oracle/figures";
import type { JsonBook, Row } from "../oracle/oracle-book";
import {
  type Answer,
  type AnsweredFinding,
  type AnsweredRow,
  root,
  type Step,
  steps,
  verb,
} from "../support/cli-run";

const languages = ["zh-CN", "en-US"] as const;
const days = ["2026-01-31", "2026-02-28", "2026-03-31"] as const;
const [, , quarterEnd] = days;
const tables = [
  "items",
  "units",
  "warehouses",
  "partners",
  "accounts",
  "purchases",
  "sales",
  "stock",
  "payments",
];

const report = (code: string, day: string, params: Step = {}) => {
  const until = code === "stock-ledger" || code === "cash-book" ? { to: day } : { asOf: day };
  return { key: `${code} ${day}`, step: { verb: "report", code, params: { ...until, ...params } } };
};
const reportsAsked = days.flatMap((day) => [
  report("stock-on-hand", day),
  report("stock-lots", day),
  report("stock-ledger", day),
  report("open-items", day, { all: true }),
  report("cash-book", day),
]);
const verbsAsked = [
  { verb: "check", user: "tester", today: quarterEnd },
  { verb: "post" },
  { verb: "recompute" },
  { verb: "verify" },
];

interface Told {
  readonly check: Answer;
  readonly post: Answer;
  readonly verify: Answer;
  /** Report code and day → its rows. */
  readonly rows: ReadonlyMap<string, readonly AnsweredRow[]>;
  readonly book: JsonBook;
}

/** What the sample's own file says; keys and values stand there as codes. */
function settingsOf(language: string): readonly Row[] {
  const file = path.join(root, "assets/samples/hardware-store", language, "settings.csv");
  return Papa.parse<Row>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true }).data;
}

/** A new book with the sample in it, checked, posted and reported on, as a user would. */
function tell(folder: string, language: string, form = ".json"): Told {
  const file = path.join(folder, `${language}${form}`);
  const made = verb("new", file, "--lang", language, "--sample", "hardware-store");
  if (made.status !== 0) throw new Error(JSON.stringify(made.answer));
  const asked = [
    ...verbsAsked,
    ...reportsAsked.map(({ step }) => step),
    ...tables.map((table) => ({ verb: "table", table })),
  ];
  const [check, post, , verify, ...rest] = steps(file, asked);
  const rows = new Map(reportsAsked.map(({ key }, i) => [key, rest[i].rows]));
  const read = tables.map((table, i) => [table, rest[reportsAsked.length + i].rows] as const);
  const book = { settings: settingsOf(language), ...Object.fromEntries(read) };
  return { check, post, verify, rows, book };
}

const folder = mkdtempSync(path.join(os.tmpdir(), "hardware-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
const told = new Map(languages.map((language) => [language, tell(folder, language)]));

function of(language: (typeof languages)[number]): Told {
  const found = told.get(language);
  if (found === undefined) throw new Error(`nothing told of ${language}`);
  return found;
}

function codesOf(findings: readonly AnsweredFinding[]): readonly string[] {
  return findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** Figures by key, as numbers; the oracle's decimal texts and a report's numbers then look alike. */
function figures(
  rows: readonly object[],
  keys: readonly string[],
  measures: readonly string[],
): Readonly<Record<string, readonly number[]>> {
  const sums = new Map<string, number[]>();
  for (const row of rows.map((one): Row => ({ ...one }))) {
    const key = keys.map((column) => row[column] ?? "").join(" ");
    const sum = sums.get(key) ?? measures.map(() => 0);
    sums.set(
      key,
      sum.map((before, i) => Math.round((before + Number(row[measures[i]] ?? 0)) * 1e6) / 1e6 + 0),
    );
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum.some((figure) => figure !== 0)));
}

/** What an account held after its last row. */
function balances(rows: readonly AnsweredRow[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map(({ account, balance }) => [String(account), Number(balance)]));
}

describe.each(languages)("the hardware store in %s", (language) => {
  const { check, post, verify, rows, book } = of(language);
  const rowsOf = (code: string, day: string): readonly AnsweredRow[] => rows.get(`${code} ${day}`) ?? [];

  it("is refused for its three deliberate mistakes alone, each with its reason", () => {
    expect(post.refused.map(({ findings }) => codesOf(findings))).toEqual([
      ["STOCK_SHORT"],
      ["UNKNOWN_CODE"],
      ["NOT_A_DATE"],
    ]);
    expect(codesOf(check.findings)).toEqual(["STOCK_SHORT", "UNKNOWN_CODE", "NOT_A_DATE"]);
  });

  it("is otherwise posted whole, and proves itself", () => {
    expect(post.posted).toHaveLength(68);
    expect(verify).toMatchObject({ ok: true, failures: [] });
  });

  it.each(["purchases", "sales"] as const)("has the net, tax and total of every line of its %s", (table) => {
    const isPriced = ({ type, status }: Row): boolean => type !== "KZ" && status === "posted";
    const priced = (book[table] ?? []).filter(isPriced);
    const measures = ["net", "tax", "total"];
    const ids = new Set(priced.map(({ rowId }) => rowId));
    const expected = expectedAmounts(book, table).filter(({ rowId }) => ids.has(rowId));
    expect(priced.length).toBeGreaterThan(30);
    expect(figures(priced, ["rowId"], measures)).toEqual(figures(expected, ["rowId"], measures));
  });

  describe.each(days)("at the end of %s", (day) => {
    const oracle = oracleFigures(book, day);
    const place = ["item", "warehouse", "batch"];
    const stock = ["qty", "value"];

    it("has the stock and value that the oracle has", () => {
      const onHand = figures(rowsOf("stock-on-hand", day), place, stock);
      expect(Object.keys(onHand).length).toBeGreaterThan(20);
      expect(onHand).toEqual(figures(oracle.stockOnHand, place, stock));
    });

    it("has the oracle's lots of what leaves first in, first out", () => {
      const first = new Set(
        (book["items"] ?? []).filter(({ costing }) => costing === "fifo").map(({ code }) => code),
      );
      const lots = rowsOf("stock-lots", day).filter(({ item }) => first.has(String(item)));
      const keys = [...place, "date", "firstDate"];
      expect(figures(lots, keys, stock)).toEqual(figures(oracle.stockLots, keys, stock));
    });

    it("has the oracle's cost of every row and of every document", () => {
      const ledger = rowsOf("stock-ledger", day);
      expect(figures(ledger, ["rowId"], stock)).toEqual(figures(oracle.stockLedger, ["rowId"], stock));
      expect(figures(ledger, ["number"], ["value"])).toEqual(
        figures(oracle.documentCosts, ["number"], ["value"]),
      );
    });

    it("has the oracle's debts, credits and advances", () => {
      const keys = ["partner", "side", "type", "number", "date"];
      const measures = ["amount", "paid", "credited", "settled", "open"];
      const debts = figures(rowsOf("open-items", day), keys, measures);
      expect(debts).toEqual(figures(oracle.openItems, keys, measures));
    });

    it("has the oracle's money in every account", () => {
      const expected = oracle.cashBook.map(({ account, balance }) => [account, Number(balance)]);
      expect(balances(rowsOf("cash-book", day))).toEqual(Object.fromEntries(expected));
    });
  });
});

describe("the hardware store in two languages", () => {
  it("is posted under the same numbers", () => {
    const numbers = languages.map((language) => of(language).post.posted.map(({ number }) => number));
    expect(numbers[0]).toEqual(numbers[1]);
  });

  it.each(days)("has the same figures at the end of %s", (day) => {
    for (const code of ["stock-on-hand", "stock-lots", "stock-ledger", "open-items", "cash-book"]) {
      const [zh, en] = languages.map((language) => of(language).rows.get(`${code} ${day}`));
      expect(zh).toEqual(en);
    }
  });

  it.each(languages)("has the same figures as a workbook in %s", (language) => {
    expect(tell(folder, language, ".xlsx").rows).toEqual(of(language).rows);
  });
});
