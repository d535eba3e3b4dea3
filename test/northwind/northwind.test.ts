import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Answer, root, type Step, steps } from "../support/cli-run";

const data = process.env["TAIZHANG_NORTHWIND"] ?? path.join(root, "../shared/data/northwind2007");
const expectedFile = path.join(data, "northwind2007.expected.json");
const isPresent = existsSync(expectedFile);

type Figures = Readonly<Record<string, { readonly qty: number; readonly amount: number }>>;
type Sums = Readonly<Record<string, number>>;

/** What the data set says must come out. */
interface Expected {
  readonly on_hand: Readonly<
    Record<string, Readonly<Record<"qty" | "on_hold" | "value_moving_average", number>>>
  >;
  readonly totals: { readonly value_moving_average: number; readonly cogs: { readonly ma: number } };
  readonly ar: Sums;
  readonly ap: Sums;
  readonly ap_total: number;
  readonly pivot_orders_by_order_month_category: Figures;
  readonly pivot_sold_moves_by_move_month_category: Figures;
}

const report = (code: string, params: Step): Step => ({ verb: "report", code, params });
const asOf = "2006-12-31";
const asked = {
  post: { verb: "post", today: asOf },
  verify: { verb: "verify" },
  onHand: report("stock-on-hand", { asOf }),
  receivable: report("open-items", { asOf, side: "receivable" }),
  payable: report("open-items", { asOf, side: "payable" }),
  ordered: report("sales-pivot", {
    types: "XS",
    rows: "item.category",
    columns: "month",
    measure: "qty,net",
  }),
  sold: report("sales-pivot", {
    types: "CK",
    rows: "item.category",
    columns: "month",
    measure: "qty,net,cost",
  }),
  bought: report("purchase-pivot", { types: "RK", rows: "partner", measure: "net" }),
};

/** Converts the data, posts it and asks for the reports, all in one run. */
function reportsOf(folder: string): Record<keyof typeof asked, Answer> {
  const book = path.join(folder, "northwind.json");
  const script = path.join(__dirname, "northwind.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, data, book], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const answers = steps(book, Object.values(asked));
  const [post, verify, onHand, receivable, payable, ordered, sold, bought] = answers;
  return { post, verify, onHand, receivable, payable, ordered, sold, bought };
}

/** Month and category → quantity and net amount, from the detail rows of a pivot. */
function byMonthAndCategory(pivot: Answer): Figures {
  const detail = pivot.rows.filter((row) => row["level"] === 0);
  const cells = detail.flatMap((row) =>
    Object.keys(row)
      .filter((key) => /^\d{4}-\d{2}\|qty$/.test(key) && Number(row[key]) !== 0)
      .map((key) => ({
        key: `${key.slice(0, 7)}|${String(row["item.category"])}`,
        qty: Number(row[key]),
        amount: Number(row[`${key.slice(0, 7)}|net`]),
      })),
  );
  const sums = new Map<string, Figures[string]>();
  for (const { key, qty, amount } of cells) {
    const known = sums.get(key) ?? { qty: 0, amount: 0 };
    sums.set(key, { qty: known.qty + qty, amount: known.amount + amount });
  }
  return Object.fromEntries(sums);
}

function grandTotal(pivot: Answer, measure: string): number {
  return Number(pivot.rows.find((row) => row["level"] === -1)?.[`*|${measure}`]);
}

function openByPartner(items: Answer): Sums {
  const cents = new Map<string, number>();
  for (const { partner, open } of items.rows) {
    cents.set(String(partner), (cents.get(String(partner)) ?? 0) + Math.round(Number(open) * 100));
  }
  return Object.fromEntries([...cents].map(([partner, sum]) => [partner, sum / 100]));
}

function withoutZeros(sums: Sums): Sums {
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

describe("the Northwind company", () => {
  if (!isPresent) {
    it("is compared figure by figure (skipped: no Northwind data here)", () => {
      expect(existsSync(expectedFile)).toBe(false);
    });
    return;
  }

  const expected = JSON.parse(readFileSync(expectedFile, "utf8")) as Expected;
  const folder = mkdtempSync(path.join(os.tmpdir(), "northwind-test-"));
  const answers = reportsOf(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is posted whole", () => {
    expect(answers.post.refused).toEqual([]);
    expect(answers.verify).toMatchObject({ ok: true, failures: [] });
  });

  it("has the stock on hand, its value, and no more held back of it than was", () => {
    const found = new Map(answers.onHand.rows.map((row) => [row["item"], row]));
    for (const [item, { qty, value_moving_average: value, on_hold: reserved }] of Object.entries(
      expected.on_hand,
    )) {
      const row = found.get(item) ?? { qty: 0, value: 0, reserved: 0 };
      expect({ ...row, item }).toMatchObject({ item, qty, value });
      expect(Number(row["reserved"])).toBeLessThanOrEqual(reserved);
    }
    const value = answers.onHand.rows.reduce((sum, row) => sum + Number(row["value"]), 0);
    expect(value).toBe(expected.totals.value_moving_average);
  });

  it("is owed what was invoiced less what was received", () => {
    expect(withoutZeros(openByPartner(answers.receivable))).toEqual(withoutZeros(expected.ar));
  });

  it("owes its suppliers what they invoiced", () => {
    expect(openByPartner(answers.payable)).toEqual(expected.ap);
  });

  it("took the orders of each month and category", () => {
    const placed = byMonthAndCategory(answers.ordered);
    expect(placed).toEqual(expected.pivot_orders_by_order_month_category);
  });

  it("sold each month and category, at the cost of all that is no longer there", () => {
    const sold = byMonthAndCategory(answers.sold);
    expect(sold).toEqual(expected.pivot_sold_moves_by_move_month_category);
    expect(grandTotal(answers.sold, "cost")).toBe(expected.totals.cogs.ma);
  });

  it("bought for what it owes", () => {
    expect(grandTotal(answers.bought, "net")).toBe(expected.ap_total);
  });
});
