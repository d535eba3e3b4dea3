import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";

/** A random item; quantities come in whole `step`s of a thousandth of its unit, boxes hold 12. */
export interface RandomItem {
  readonly code: string;
  readonly costing: string;
  readonly step: number;
  readonly boxed: boolean;
  readonly batched: boolean;
  readonly service: boolean;
  readonly purchasePrice: number | null;
}

/** The policies of a random book: setting key → value. */
export type Policies = Readonly<Record<string, string | undefined>>;

/** Who and what a random book is about. */
export interface Masters {
  readonly policies: Policies;
  readonly items: readonly RandomItem[];
  readonly warehouses: readonly string[];
}

const costings = ["moving-average", "fifo", ""];

function goods(code: string): fc.Arbitrary<RandomItem> {
  return fc
    .record({
      costing: fc.constantFrom(...costings),
      whole: fc.boolean(),
      boxed: fc.boolean(),
      batched: fc.constantFrom(false, false, false, true),
      purchasePrice: fc.constantFrom(null, 4, 12.5, 0.333333),
    })
    .map(({ costing, whole, boxed, batched, purchasePrice }) => {
      const step = whole ? 1000 : 1;
      return { code, costing, step, boxed: boxed && whole, batched, service: false, purchasePrice };
    });
}

const service: RandomItem = {
  code: "WORK",
  costing: "",
  step: 1000,
  boxed: false,
  batched: false,
  service: true,
  purchasePrice: null,
};

const options: Readonly<Record<string, readonly string[]>> = {
  costing: ["moving-average", "moving-average", "fifo"],
  costingScope: ["warehouse", "warehouse", "warehouse", "company"],
  sameDayOrder: ["entry", "entry", "receiptsFirst"],
  negativeStock: ["block", "block", "allow"],
  shortageCost: ["last", "last", "zero"],
  salesReturnCost: ["original", "original", "method"],
  purchaseReturnCost: ["original", "original", "method"],
  countGainCost: ["current", "typed", "oldest"],
  receivableOn: ["delivery", "delivery", "invoice"],
  payableOn: ["receipt", "receipt", "invoice"],
  moneyDecimals: ["2", "2", "2", "4"],
  taxpayer: ["general", "general", "small"],
  autoSettle: ["oldest", "none"],
  priceIncludesTax: ["no", "yes"],
};

function policies(fixed: Policies): fc.Arbitrary<Policies> {
  const chosen = Object.entries(options).map(([key, values]) => {
    return [key, key in fixed ? fc.constant(fixed[key] ?? "") : fc.constantFrom(...values)] satisfies [
      string,
      fc.Arbitrary<string>,
    ];
  });
  return fc.record(Object.fromEntries(chosen)).map((values) => ({ ...fixed, ...values }));
}

/**
 * One to four goods and a service, two or three warehouses; the policies are random but for the `fixed` ones.
 */
export function randomMasters(fixed: Policies): fc.Arbitrary<Masters> {
  const four = fc.tuple(goods("G1"), goods("G2"), goods("G3"), goods("G4"));
  return fc
    .record({
      policies: policies(fixed),
      four,
      goods: fc.integer({ min: 1, max: 4 }),
      warehouses: fc.integer({ min: 2, max: 3 }),
    })
    .map((made) => ({
      policies: made.policies,
      items: [...made.four.slice(0, made.goods), service],
      warehouses: ["W1", "W2", "W3"].slice(0, made.warehouses),
    }));
}

/** The customers and suppliers of every random book. */
export const customers: readonly string[] = ["C1", "C2"];
/** Whom every random book buys from. */
export const suppliers: readonly string[] = ["S1", "S2"];
/** The cash accounts of every random book. */
export const accounts: readonly string[] = ["CASH", "BANK"];
/** The batches that batched items of a random book may have. */
export const batches: readonly string[] = ["B1", "B2"];

function itemRow(item: RandomItem): Row {
  return {
    code: item.code,
    name: `item ${item.code}`,
    kind: item.service ? "service" : "goods",
    unit: item.step === 1 ? "kg" : "pcs",
    decimals: item.step === 1 ? 3 : 0,
    costing: item.costing,
    batched: item.batched ? "yes" : "no",
    purchasePrice: item.purchasePrice,
  };
}

/** The master tables and settings as the book holds them. */
export function masterTables(masters: Masters): JsonBook {
  const { items, warehouses } = masters;
  const named = (code: string, kind: string): Row => ({ code, name: `name ${code}`, kind });
  return {
    settings: Object.entries(masters.policies).map(([key, value]) => ({ key, value })),
    items: items.map(itemRow),
    units: items
      .filter((item) => item.boxed)
      .map((item) => ({ item: item.code, unit: "box", numerator: 12, denominator: 1 })),
    batches: items
      .filter((item) => item.batched)
      .flatMap((item) => batches.map((batch) => ({ item: item.code, batch }))),
    warehouses: warehouses.map((code) => named(code, "main")),
    partners: [
      ...customers.map((code) => named(code, "customer")),
      ...suppliers.map((code) => named(code, "supplier")),
    ],
    accounts: accounts.map((code) => named(code, code === "CASH" ? "cash" : "bank")),
  };
}
