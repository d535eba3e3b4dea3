import type { Desk } from "../../src/app/desk";
import { enterRows } from "../../src/app/enter-rows";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { reverseDocument } from "../../src/app/reverse-document";
import { runReport } from "../../src/app/run-report";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import type { JsonBook } from "../oracle/oracle-book";
import { bookAt, deskAt } from "./posted";

/** Rows as they are entered. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

const masters: JsonBook = {
  items: [
    { code: "bolt" },
    { code: "nut" },
    { code: "kit", retailPrice: 9 },
    { code: "lamp", serialized: true },
  ],
  warehouses: [{ code: "MAIN" }, { code: "SHOP" }, { code: "WAY", kind: "transit" }],
  partners: [
    { code: "S", kind: "supplier" },
    { code: "C", kind: "customer" },
  ],
  accounts: [{ code: "BANK" }, { code: "TILL" }],
};

/** What receipts say alike. */
export const received = { warehouse: "MAIN", partner: "S", type: "RK" };

/** What every case begins with: two receipts at two prices, a sale, and its money. */
const begun: JsonBook = {
  ...masters,
  purchases: [
    { ...received, draft: "1", date: "2026-01-05", item: "bolt", qty: 10, price: 2 },
    { ...received, draft: "1", date: "2026-01-05", item: "nut", qty: 30, price: 0.5, taxRate: 13 },
    { ...received, draft: "2", date: "2026-01-06", item: "bolt", qty: 7, price: 4.01 },
  ],
  sales: [
    {
      draft: "3",
      type: "CK",
      date: "2026-01-08",
      partner: "C",
      warehouse: "MAIN",
      item: "bolt",
      qty: 6,
      price: 9,
    },
  ],
  payments: [{ draft: "4", type: "SK", date: "2026-01-09", partner: "C", account: "BANK", amount: 20 }],
};

/** One more document of each type that moves something; rows of one register. */
export const cases: readonly (readonly [type: string, table: string, rows: Rows])[] = [
  [
    "RK",
    "purchases",
    [{ ...received, item: "bolt", qty: 3, price: 7, taxRate: 13, account: "BANK", paid: 5 }],
  ],
  [
    "CF",
    "purchases",
    [{ type: "CF", partner: "S", item: "bolt", qty: 7, price: 5, ref: "RK-20260106-0001" }],
  ],
  [
    "CT",
    "purchases",
    [{ type: "CT", partner: "S", warehouse: "MAIN", item: "bolt", qty: 2, ref: "RK-20260106-0001" }],
  ],
  [
    "FT",
    "purchases",
    [{ type: "FT", partner: "S", total: 11, taxRate: 0, ref: "RK-20260105-0001;RK-20260106-0001" }],
  ],
  ["KZ", "purchases", [{ type: "KZ", partner: "S", total: 11 }]],
  [
    "CK",
    "sales",
    [{ type: "CK", partner: "C", warehouse: "MAIN", item: "bolt", qty: 5, price: 3, taxRate: 13 }],
  ],
  ["XF", "sales", [{ type: "XF", partner: "C", item: "bolt", qty: 6, price: 10, ref: "CK-20260108-0001" }]],
  [
    "XT",
    "sales",
    [{ type: "XT", partner: "C", warehouse: "MAIN", item: "bolt", qty: 4, ref: "CK-20260108-0001" }],
  ],
  ["LS", "sales", [{ type: "LS", warehouse: "MAIN", item: "nut", qty: 4, price: 2, account: "TILL" }]],
  ["DB", "stock", [{ type: "DB", warehouse: "MAIN", toWarehouse: "SHOP", item: "bolt", qty: 4 }]],
  ["DC", "stock", [{ type: "DC", warehouse: "MAIN", toWarehouse: "SHOP", item: "bolt", qty: 4 }]],
  [
    "PD",
    "stock",
    [
      { type: "PD", warehouse: "MAIN", item: "bolt", counted: 9 },
      { type: "PD", warehouse: "MAIN", item: "nut", counted: 33, unitCost: 0.7 },
    ],
  ],
  ["BS", "stock", [{ type: "BS", warehouse: "MAIN", item: "bolt", qty: 1 }]],
  ["BY", "stock", [{ type: "BY", warehouse: "MAIN", item: "bolt", qty: 1 }]],
  ["QR", "stock", [{ type: "QR", warehouse: "MAIN", item: "bolt", qty: 1, value: 3 }]],
  ["QC", "stock", [{ type: "QC", warehouse: "MAIN", item: "bolt", qty: 1 }]],
  ["CB", "stock", [{ type: "CB", warehouse: "MAIN", item: "bolt", value: 4 }]],
  ["LL", "stock", [{ type: "LL", warehouse: "MAIN", item: "bolt", qty: 2, job: "J1" }]],
  ["CP", "stock", [{ type: "CP", warehouse: "MAIN", item: "kit", qty: 2, unitCost: 3, job: "J1" }]],
  [
    "ZX",
    "stock",
    [
      { type: "ZX", warehouse: "MAIN", role: "product", item: "kit", qty: 2 },
      { type: "ZX", warehouse: "MAIN", role: "component", item: "bolt", qty: 4 },
      { type: "ZX", role: "cost", value: 1.5 },
    ],
  ],
  ["KZ", "stock", [{ type: "KZ", warehouse: "SHOP", item: "bolt", qty: 3, value: 5 }]],
  ["SK", "payments", [{ type: "SK", partner: "C", account: "BANK", amount: 100, fee: 1 }]],
  [
    "FK",
    "payments",
    [{ type: "FK", partner: "S", account: "BANK", amount: 15, against: "RK-20260105-0001" }],
  ],
  [
    "HX",
    "payments",
    [{ type: "HX", partner: "C", amount: 0.7, against: "CK-20260108-0001", reason: "small" }],
  ],
  ["SR", "payments", [{ type: "SR", account: "BANK", amount: 3 }]],
  ["ZC", "payments", [{ type: "ZC", account: "BANK", amount: 3 }]],
  ["ZJ", "payments", [{ type: "ZJ", account: "BANK", toAccount: "TILL", amount: 3 }]],
  ["KZ", "payments", [{ type: "KZ", account: "TILL", amount: 3 }]],
];

/** A book with what every case begins with, posted, and what it comes to. */
async function begunUnder(costing: string): Promise<JsonBook> {
  const desk = deskAt({ ...begun, settings: [{ key: "costing", value: costing }] });
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.refused).toEqual([]);
  await recompute(desk);
  return bookAt(desk);
}

/** Ids that come after those of the book begun. */
function laterIds(): () => string {
  return ulids(() => Date.UTC(2027, 0, 1), seededDigits(2));
}

/** What is open of receivables at the end of a day. */
export async function openItemsAt(desk: Desk, asOf: string) {
  const { value } = await runReport(desk, {
    code: "open-items",
    params: { asOf, side: "receivable" },
    sheet: false,
  });
  return value?.rows.map(({ number, open }) => ({ number, open }));
}

/** What lies where, who owes what, and what is in the accounts. */
export async function figuresAt(desk: Desk) {
  await recompute(desk);
  const { stockBalances = [], partnerBalances = [], openItems = [], cashLedger = [] } = await bookAt(desk);
  const last = new Map(cashLedger.map(({ account, balance }) => [account, balance]));
  return {
    stock: stockBalances.filter(({ qty }) => qty !== 0),
    partners: partnerBalances.filter((row) => row["receivable"] !== 0 || row["payable"] !== 0),
    open: openItems.filter(({ open }) => open !== 0).map(({ number, open }) => [number, open]),
    cash: [...last].filter(([, balance]) => balance !== 0),
  };
}

/** Posts rows of one document on a day; answers its number. */
export async function postedOn(
  desk: Desk,
  date: string,
  [table, rows]: readonly [string, Rows],
): Promise<string> {
  const dated = rows.map((row) => ({ draft: "new", ...row, date }));
  expect((await enterRows(desk, { table, rows: dated })).findings).toEqual([]);
  const { value } = await postDrafts(desk, { only: null, dryRun: false });
  expect(value?.refused).toEqual([]);
  return value?.posted[0].number ?? "";
}

/** Reverses a document. */
export async function reversed(desk: Desk, number: string, { date = "2026-02-05", dryRun = false } = {}) {
  return reverseDocument(desk, { number, date, reason: "entered twice", dryRun });
}

const books = new Map<string, Promise<JsonBook>>();
/** A desk at the book begun, costed by a method. */
export async function startedDesk(costing = "moving-average"): Promise<Desk> {
  const known = books.get(costing) ?? begunUnder(costing);
  books.set(costing, known);
  return { ...deskAt(await known), moment: { ...deskAt({}).moment, newId: laterIds() } };
}
