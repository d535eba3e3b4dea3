import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Answer, root, type Step, steps } from "../support/cli-run";

const folder = mkdtempSync(path.join(os.tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the demo in the folder, in the language that the terminal says. */
function demo(language: string, ...words: readonly string[]) {
  const env = { ...process.env, LC_ALL: language };
  const cli = path.join(root, "dist/cli.cjs");
  return spawnSync(process.execPath, [cli, "demo", ...words], { cwd: folder, env, encoding: "utf8" });
}

/** The lines of the part under a heading, each cut into its cells. */
function part(text: string, heading: string): readonly (readonly string[])[] {
  const found = text.split("\n\n").find((each) => each.startsWith(`■ ${heading}`));
  if (found === undefined) throw new Error(`no ${heading} in ${text}`);
  const [, ...lines] = found.trimEnd().split("\n");
  return lines.map((line) => line.trim().split(/ {2,}/));
}

/** The amount that a line shows in its last cell, by the line's first cell. */
function amounts(lines: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  const told = lines.filter((cells) => /^-?[\d,]+\.\d\d$/.test(cells[cells.length - 1]));
  return Object.fromEntries(
    told.map((cells) => [cells[0], Number(cells[cells.length - 1].replaceAll(",", ""))]),
  );
}

const until = "2026-03-31";
const report = (code: string, params: Step): Step => ({ verb: "report", code, params });

/** The totals that reports of the book answer, in the order of their questions. */
function totals(book: string, asked: readonly Step[]): readonly Readonly<Record<string, number>>[] {
  const answers = steps(book, asked) as readonly (Answer & { readonly totals: Record<string, number> })[];
  return answers.map((answer) => answer.totals);
}

const languages = [
  {
    language: "zh_CN.UTF-8",
    file: "五金店.xlsx",
    words: { stock: "库存金额", cash: "资金", sales: "销售额", debts: "应收应付", total: "合计" },
    lines: [
      "  CK    销售出库    13    33",
      "  合计              68   150",
      "  ✗ 收付款单据 第20行「日期」：“月底”不是日期。请按 2026-01-05 的样子填写。",
      "  C03       老街小学                           1,300.00",
      "  ✓ 通过：库存、往来、资金各处勾稽相符",
    ],
  },
  {
    language: "en_US.UTF-8",
    file: "hardware-store.xlsx",
    words: { stock: "Stock value", cash: "Money", sales: "Sales", debts: "Receivables", total: "Total" },
    lines: [
      "  CK     Sales delivery           13     33",
      "  Total                           68    150",
      '  ✗ Payments, row 20, Date: "month end" is not a date. Write it like 2026-01-05.',
      "  C03      Old Street Primary School                                         1,300.00",
      "  ✓ holds: stock, debts and money tie everywhere",
    ],
  },
];

describe.each(languages)("the demo in $language", ({ language, file, words, lines }) => {
  const { status, stdout, stderr } = demo(language);
  const book = path.join(folder, file);

  it("succeeds, says where the workbook lies, and the workbook lies there", () => {
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain(`  ${path.join(folder, file)}\n`);
    expect(existsSync(book)).toBe(true);
  });

  it.each(lines)("shows the line %j", (line) => {
    expect(stdout.split("\n")).toContain(line);
  });

  it("shows the stock value of the report, of each warehouse and of all", () => {
    const [main, shop, all] = totals(book, [
      report("stock-on-hand", { asOf: until, warehouse: "MAIN" }),
      report("stock-on-hand", { asOf: until, warehouse: "SHOP" }),
      report("stock-on-hand", { asOf: until }),
    ]);
    const expected = { MAIN: main["value"], SHOP: shop["value"], [words.total]: all["value"] };
    expect(amounts(part(stdout, words.stock))).toEqual(expected);
  });

  it("shows the balances of the cash book", () => {
    const accounts = ["CASH", "BANK", "WECHAT"];
    const asked = accounts.map((account) => report("cash-book", { to: until, account }));
    const [all, ...each] = totals(book, [report("cash-book", { to: until }), ...asked]);
    const expected = Object.fromEntries(accounts.map((account, i) => [account, each[i]["balance"]]));
    expect(amounts(part(stdout, words.cash))).toEqual({ ...expected, [words.total]: all["balance"] });
  });

  it("shows debts and advances that come to the open items", () => {
    const [receivable, payable] = totals(book, [
      report("open-items", { asOf: until, side: "receivable" }),
      report("open-items", { asOf: until, side: "payable" }),
    ]);
    const [, owedToUs, owedByUs, received] = part(stdout, words.debts).at(-1) ?? [];
    const figure = (text: string): number => Math.round(Number(text.replaceAll(",", "")) * 100);
    expect(figure(owedToUs) - figure(received)).toBe(Math.round(receivable["open"] * 100));
    expect(figure(owedByUs)).toBe(Math.round(payable["open"] * 100));
  });

  it("shows the pivot's totals by category and by month", () => {
    const params = { to: until, rows: "category", columns: "month", measure: "net" };
    const [answer] = steps(book, [report("sales-pivot", params)]);
    const shown = amounts(part(stdout, words.sales));
    const name = (row: Answer["rows"][number]): string => String(row["category"] ?? words.total);
    expect(shown).toEqual(Object.fromEntries(answer.rows.map((row) => [name(row), row["*|net"]])));
    expect(Object.keys(shown)).toHaveLength(9);
    const last = part(stdout, words.sales).at(-1) ?? [];
    const grand = answer.rows.at(-1) ?? {};
    const months = ["2026-01|net", "2026-02|net", "2026-03|net", "*|net"].map((id) => grand[id]);
    expect(last.slice(1).map((text) => Number(text.replaceAll(",", "")))).toEqual(months);
  });

  it("takes a fresh name the second time and leaves the first book alone", () => {
    const again = demo(language);
    expect(again.status).toBe(0);
    expect(existsSync(path.join(folder, file.replace(".xlsx", "-2.xlsx")))).toBe(true);
  });
});

describe("the demo", () => {
  it("does not write over a book that it is told to make", () => {
    const first = demo("en_US.UTF-8", "mine.xlsx");
    const second = demo("en_US.UTF-8", "mine.xlsx");
    expect([first.status, second.status]).toEqual([0, 2]);
    expect(second.stderr).toContain("mine.xlsx");
  });

  it("answers one JSON object where it is asked to", () => {
    const { stdout, status } = demo("en_US.UTF-8", "told.json", "--json");
    const told = JSON.parse(stdout) as Answer;
    expect(status).toBe(0);
    expect([told.ok, told.posted.length, told.refused.length]).toEqual([true, 68, 3]);
  });
});
